package org.koploper.ui.setup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of setting up, in their order. */
enum Step {
    CODE,
    ORGANISATION,
    ADMINISTRATOR;

    /** As in the address and in the keys of its texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> of(String key) {
        return Arrays.stream(values()).filter(step -> step.key().equals(key)).findFirst();
    }
}
