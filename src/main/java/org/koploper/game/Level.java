package org.koploper.game;

import java.util.Locale;

/** What is ranked. */
public enum Level {
    PERSON,
    TEAM;

    /** As the interface names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
