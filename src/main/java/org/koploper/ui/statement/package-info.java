/** Statements: what somebody earned in a month, and why, down to the deal. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.statement;
