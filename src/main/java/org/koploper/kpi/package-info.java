/** Daily totals of additive measures, targets and the progress towards them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "storage",
            "access",
            "audit",
            "records",
            "people",
            "sales",
            "money",
            "period",
            "statistics"
        })
@org.jspecify.annotations.NullMarked
package org.koploper.kpi;
