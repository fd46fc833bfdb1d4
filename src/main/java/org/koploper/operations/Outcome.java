package org.koploper.operations;

/**
 * How a command ended.
 *
 * @param exit 0 done or equal, 1 something differs, 2 unreadable or refused
 * @param line the one line that says what was checked or why not
 */
record Outcome(int exit, String line) {

    static final int DONE = 0;
    static final int DIFFERS = 1;
    static final int REFUSED = 2;

    static Outcome done(String line) {
        return new Outcome(DONE, line);
    }

    static Outcome differs(String line) {
        return new Outcome(DIFFERS, line);
    }

    static Outcome refused(String line) {
        return new Outcome(REFUSED, line);
    }
}
