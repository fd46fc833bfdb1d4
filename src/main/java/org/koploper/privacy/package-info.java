/** What is kept about one person: as a file, for how long, and how somebody who left is erased. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"storage", "access", "audit", "people", "export"})
@org.jspecify.annotations.NullMarked
package org.koploper.privacy;
