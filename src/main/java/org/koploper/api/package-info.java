/** REST controllers: what outside programs rely on. */
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
            "commission :: document",
            "game",
            "intake",
            "webhook",
            "money",
            "period",
            "statistics"
        })
@org.jspecify.annotations.NullMarked
package org.koploper.api;
