/**
 * Tables of typed columns as files for spreadsheets: row by row, and never with a cell that starts a formula. Pages of HTML
 * as PDF.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.koploper.export;
