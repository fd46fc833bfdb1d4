/** The embedded database with its self-check, the ids that every room draws from one sequence, and rows written in bulk. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.koploper.storage;
