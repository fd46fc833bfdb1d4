/** Who signs in: person ids, roles, the signed-in user, accounts, API tokens, sign-in. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"storage"})
@org.jspecify.annotations.NullMarked
package org.koploper.access;
