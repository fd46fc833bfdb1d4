/** What a person is told: notices with a bell, and mails about them at the hours the person wants. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "storage",
            "access",
            "audit",
            "people",
            "sales",
            "kpi",
            "game",
            "commission",
            "ledger",
            "intake",
            "webhook",
            "period"
        })
@org.jspecify.annotations.NullMarked
package org.koploper.notice;
