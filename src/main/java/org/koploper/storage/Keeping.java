package org.koploper.storage;

/** Whatever keeps something for a time and then lets it go says for how long: a bean, found by who tells people about it. */
@FunctionalInterface
public interface Keeping {

    /** How long. */
    Kept kept();
}
