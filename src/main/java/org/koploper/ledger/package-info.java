/** Append-only entries of what was earned, hash-chained per payee, and the statements summed from them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"storage", "access", "audit", "people", "money", "period"})
@org.jspecify.annotations.NullMarked
package org.koploper.ledger;
