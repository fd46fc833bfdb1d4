/** Questions to customers: whom to ask, what became of it, and the page on which a customer answers. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.question;
