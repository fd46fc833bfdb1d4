/** The home of who sells: earned, goal, place, deals. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.month;
