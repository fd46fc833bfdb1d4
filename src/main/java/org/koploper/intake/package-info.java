/**
 * Files and payloads from outside become checked records: the format is detected and shown, rows are streamed, cells are
 * parsed strictly, and everything that cannot be read is a problem with its row and column.
 */
@NullMarked
package org.koploper.intake;

import org.jspecify.annotations.NullMarked;
