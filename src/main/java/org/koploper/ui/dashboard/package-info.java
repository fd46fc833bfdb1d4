/** The sales dashboard: four numbers of a team, of its people and of teams side by side. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.dashboard;
