package org.koploper.operations;

import org.jspecify.annotations.Nullable;

/** Which version of the product this is. */
final class Version {

    /** As the jar says; started from classes, there is none. */
    static final String PRODUCT = known(Version.class.getPackage().getImplementationVersion());

    private Version() {}

    private static String known(@Nullable String version) {
        return version == null ? "development" : version;
    }
}
