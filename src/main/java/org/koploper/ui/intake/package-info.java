/** Files on their way in: chosen, read, tried, taken. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.intake;
