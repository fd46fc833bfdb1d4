package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.koploper.period.Period;

/**
 * What the version before leaves of the limit of a component's window, for the component of the same name that follows.
 *
 * @param component its name
 * @param month the first one of the version that follows
 * @param window in which the version before ended
 * @param earned limited or not, in that window by the end of that version
 * @param beyond what of it no window has paid yet and a later one may; zero where it is lost
 */
public record Opening(String component, YearMonth month, Period window, BigDecimal earned, BigDecimal beyond) {}
