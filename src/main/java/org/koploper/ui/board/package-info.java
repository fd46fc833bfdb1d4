/** Boards: who stands where. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.board;
