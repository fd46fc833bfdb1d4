package org.koploper.ui.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a file is on its way in. */
enum Step {
    CHOOSE,
    FORMAT,
    COLUMNS,
    CHECK,
    DONE;

    /** As in the address. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> ofKey(String key) {
        return Arrays.stream(values()).filter(step -> step.key().equals(key)).findFirst();
    }
}
