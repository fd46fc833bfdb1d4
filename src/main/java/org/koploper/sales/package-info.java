/** Customers, products, leads, quotes, deals with their dated states, payments, activities, questions to customers and their answers, costs, rates. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"storage", "access", "audit", "records", "people", "money", "period"})
@org.jspecify.annotations.NullMarked
package org.koploper.sales;
