/** Closing months: which are open, and the one that comes next. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.period;
