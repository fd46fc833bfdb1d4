package org.koploper.ledger;

import java.util.Currency;

/**
 * The plan that pays somebody.
 *
 * @param name as people read it
 * @param version counted from 1
 */
public record PlanInForce(String name, int version, Currency currency) {}
