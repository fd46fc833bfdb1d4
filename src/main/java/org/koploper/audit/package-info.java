/** Append-only trail of who did what and why, written in the transaction of the change. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"storage", "access"})
@org.jspecify.annotations.NullMarked
package org.koploper.audit;
