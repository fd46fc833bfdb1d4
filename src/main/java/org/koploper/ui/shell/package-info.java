/** The frame around every screen: layout, menu, language, colours, pages for what went wrong. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.shell;
