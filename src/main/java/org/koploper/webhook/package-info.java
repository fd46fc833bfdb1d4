/** Tells other programs what happened: an outbox, signed deliveries, tried again until they get through. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"storage", "access", "audit", "sales", "commission", "intake"})
@org.jspecify.annotations.NullMarked
package org.koploper.webhook;
