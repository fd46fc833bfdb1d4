/** The first start: setting the product up, before anybody can sign in. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.setup;
