/** The first steps of everybody: on the screen where one starts, and on a page of their own. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.welcome;
