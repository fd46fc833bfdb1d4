@org.jspecify.annotations.NullMarked
package org.koploper.ui.kpi;
