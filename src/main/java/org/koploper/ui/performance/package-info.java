/** Performance: what selling brought and took, against before, over time, and by what it can be taken apart. */
@NullMarked
package org.koploper.ui.performance;

import org.jspecify.annotations.NullMarked;
