/** The bell, the page of all notices, and the way from a notice to what it is about. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.notice;
