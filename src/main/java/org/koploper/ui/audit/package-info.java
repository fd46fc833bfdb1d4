/** The trail, to be searched and read. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.audit;
