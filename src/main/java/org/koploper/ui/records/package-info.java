/** Records of every kind on screens: lists, forms, what belongs together, quick entry. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.records;
