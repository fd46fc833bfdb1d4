/** Persons, teams, dated memberships and reporting lines, and who may see whom. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"storage", "access", "audit", "records", "money", "period"})
@org.jspecify.annotations.NullMarked
package org.koploper.people;
