/** The home of who manages: the people below, their numbers and open deals. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.team;
