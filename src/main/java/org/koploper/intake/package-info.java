/** Files and API payloads: detecting their format, mapping columns, dry run, commit. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"storage", "access", "audit", "records", "people", "money", "period", "export"})
@org.jspecify.annotations.NullMarked
package org.koploper.intake;
