/** Kinds of records that arrive in bulk (file, API): their fields, checks, comparison with what is there, and writing. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"storage", "access", "audit", "money", "period"})
@org.jspecify.annotations.NullMarked
package org.koploper.records;
