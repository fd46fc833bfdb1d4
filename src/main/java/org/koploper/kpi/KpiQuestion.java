package org.koploper.kpi;

import org.koploper.period.Period;
import org.koploper.period.PeriodKind;

/**
 * A KPI by stretches of time, on its usual basis, until today.
 *
 * @param step days, weeks, months, quarters or years
 */
public record KpiQuestion(Indicator kpi, KpiScope scope, Period period, PeriodKind step) {}
