package org.koploper.export;

import java.util.List;

/** What stands before the rows: what this is, of which period, when it was read and by whom. */
public record About(String heading, List<Fact> facts) {

    public About {
        facts = List.copyOf(facts);
    }

    /** For example {@code period: November 2026}. */
    public record Fact(String name, String value) {}
}
