/** Boards: who stands where on a KPI. May never see the ledger or commission: pay stays out of boards. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"storage", "access", "audit", "people", "kpi", "money", "period"})
@org.jspecify.annotations.NullMarked
package org.koploper.game;
