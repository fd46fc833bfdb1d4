/** What only those who develop the product see. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.dev;
