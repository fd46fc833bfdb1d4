/** Customers, products, leads, quotes, deals with their dated states, payments, activities, answers of customers, costs, rates. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"storage", "access", "audit", "records", "people", "money", "period"})
@org.jspecify.annotations.NullMarked
package org.koploper.sales;
