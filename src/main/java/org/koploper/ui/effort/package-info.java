/** From effort to result: what calls brought, and how many are needed. */
@NullMarked
package org.koploper.ui.effort;

import org.jspecify.annotations.NullMarked;
