/** What everybody may do about the own account. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.account;
