/** Commission plans: what they promise, who is on them. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.plan;
