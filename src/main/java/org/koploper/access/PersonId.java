package org.koploper.access;

/** Identifies a person, whether or not that person may sign in. */
public record PersonId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
