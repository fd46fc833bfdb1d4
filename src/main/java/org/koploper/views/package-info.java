/**
 * Saved views: what somebody filtered and sorted a screen by, under a name, for oneself or for the own team. And how somebody
 * arranges the cards of a screen.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"storage", "access", "audit", "people"})
@org.jspecify.annotations.NullMarked
package org.koploper.views;
