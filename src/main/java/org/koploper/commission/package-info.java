/** Plans and their versions, who is on which plan, and the run that posts the difference to the ledger. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "storage", "access", "audit", "people", "sales", "kpi", "ledger", "records", "money", "period"
        })
@org.jspecify.annotations.NullMarked
package org.koploper.commission;
