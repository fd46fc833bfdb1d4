/** The embedded database with its self-check, and the ids that every room draws from one sequence. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.koploper.storage;
