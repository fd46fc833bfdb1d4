/**
 * Files and payloads from outside become checked records: the format is detected and shown, columns are mapped, rows are
 * streamed, cells are parsed strictly, a dry run says what would happen, a commit does it; everything that cannot be used
 * is a problem with its row and column.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"storage", "access", "audit", "records", "people", "money", "period"})
@org.jspecify.annotations.NullMarked
package org.koploper.intake;
