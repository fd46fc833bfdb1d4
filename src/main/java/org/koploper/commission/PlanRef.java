package org.koploper.commission;

import java.util.Currency;

/**
 * A commission plan.
 *
 * @param id from the common sequence
 * @param externalId as outside programs know it
 */
public record PlanRef(long id, String externalId, String name, Currency currency) {}
