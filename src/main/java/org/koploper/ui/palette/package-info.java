/** The command palette: one field that finds screens, people, customers, deals and actions. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.palette;
