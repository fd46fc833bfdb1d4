package org.koploper.ledger;

import java.util.Currency;

/**
 * The plan that pays somebody.
 *
 * @param name as people read it
 * @param version counted from 1
 * @param currency that it pays in
 */
public record PlanInForce(String name, int version, Currency currency) {}
