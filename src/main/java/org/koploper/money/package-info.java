/** Amounts of money, exact decimals and exact splits. Pure: no clock, no database, no framework. */
@NullMarked
package org.koploper.money;

import org.jspecify.annotations.NullMarked;
