/** Periods, public holidays and working days. Pure: dates are passed in, nothing reads the clock. */
@NullMarked
package org.koploper.period;

import org.jspecify.annotations.NullMarked;
