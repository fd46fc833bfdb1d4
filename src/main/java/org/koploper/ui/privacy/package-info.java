/** What is kept about people: as a file, for how long, and how somebody who left is erased. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.privacy;
