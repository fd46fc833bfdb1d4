/** Demo data: the same for the same day. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "storage",
            "access",
            "audit",
            "records",
            "people",
            "sales",
            "kpi",
            "ledger",
            "commission",
            "commission :: engine",
            "game",
            "intake",
            "operations",
            "money",
            "period"
        })
@org.jspecify.annotations.NullMarked
package org.koploper.demo;
