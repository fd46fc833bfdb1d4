/** What screens are built from: formats, small components, states. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.kit;
