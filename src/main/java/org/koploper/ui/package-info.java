/** The screens. */
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
            "export",
            "views",
            "notice",
            "welcome",
            "operations",
            "privacy",
            "webhook",
            "demo",
            "money",
            "period",
            "statistics"
        })
@org.jspecify.annotations.NullMarked
package org.koploper.ui;
