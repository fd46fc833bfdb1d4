/**
 * What whoever runs the product needs beside it: backup, restore, the move to PostgreSQL, the check of the ledger and of a
 * statement.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"storage", "access", "ledger", "commission"})
@org.jspecify.annotations.NullMarked
package org.koploper.operations;
