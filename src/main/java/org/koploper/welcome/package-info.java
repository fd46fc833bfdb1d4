/** The short list of first steps that everybody gets, by role; what is done is read from the data where it shows there. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "audit"})
@org.jspecify.annotations.NullMarked
package org.koploper.welcome;
