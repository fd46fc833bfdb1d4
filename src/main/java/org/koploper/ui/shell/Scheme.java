package org.koploper.ui.shell;

import com.vaadin.flow.component.page.ColorScheme;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light, dark, or what the device says. */
enum Scheme {
    SYSTEM(ColorScheme.Value.LIGHT_DARK),
    LIGHT(ColorScheme.Value.LIGHT),
    DARK(ColorScheme.Value.DARK);

    private final ColorScheme.Value value;

    Scheme(ColorScheme.Value value) {
        this.value = value;
    }

    static Scheme of(@Nullable String preference) {
        for (Scheme scheme : values()) {
            if (scheme.name().equalsIgnoreCase(preference)) {
                return scheme;
            }
        }
        return SYSTEM;
    }

    ColorScheme.Value value() {
        return value;
    }

    /** As kept with the account; null for what the device says. */
    @Nullable
    String preference() {
        return this == SYSTEM ? null : name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return "scheme." + name().toLowerCase(Locale.ROOT);
    }
}
