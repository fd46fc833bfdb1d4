/** Where everybody starts. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.home;
