/** What whoever runs the product needs beside it: backup, restore, the move to PostgreSQL, the check of the ledger. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"storage", "access", "ledger"})
@org.jspecify.annotations.NullMarked
package org.koploper.operations;
