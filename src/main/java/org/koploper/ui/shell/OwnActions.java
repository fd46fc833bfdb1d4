package org.koploper.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Accounts.Preferences;
import org.koploper.ui.palette.KnownItems;
import org.koploper.ui.palette.PaletteItem;
import org.springframework.stereotype.Component;

/** What one may do on every screen, for the command palette: the same as in the own menu. */
@Component
class OwnActions implements KnownItems {

    private final OwnSettings settings;

    OwnActions(OwnSettings settings) {
        this.settings = settings;
    }

    @Override
    public Section section() {
        return Section.ACTIONS;
    }

    @Override
    public Stream<PaletteItem> all() {
        Preferences now = settings.now();
        List<PaletteItem> items = new ArrayList<>();
        items.add(item("link", "link.copy", null, () -> Keys.here().copyLink()));
        items.add(item("keys", "keys.title", null, () -> Keys.here().showSheet()));
        items.add(item(
                "first-steps", "first-steps.title", null, () -> UI.getCurrent().navigate("first-steps")));
        items.add(item("data", "data.own-heading", null, () -> UI.getCurrent().navigate("account/data")));
        if (settings.hasPassword()) {
            items.add(item("password", "user.password", null, settings::changePassword));
        }
        if (settings.hasPasskeys()) {
            items.add(item("passkeys", "passkeys.heading", null, settings::passkeys));
        }
        for (Scheme scheme : Scheme.values()) {
            if (scheme != Scheme.of(now.colourScheme())) {
                items.add(item("scheme-" + scheme, scheme.key(), "user.scheme", () -> settings.colour(scheme)));
            }
        }
        for (Locale locale : Languages.ALL) {
            String tag = locale.toLanguageTag();
            if (!tag.equals(now.languageTag())) {
                items.add(item(tag, "language." + tag, "user.language", () -> settings.speak(locale)));
            }
        }
        items.add(item(
                "compact",
                now.compact() ? "user.comfortable" : "user.compact",
                null,
                () -> settings.compact(!now.compact())));
        items.add(item(
                "single",
                now.singleKeys() ? "user.single-off" : "user.single-on",
                null,
                () -> settings.singleKeys(!now.singleKeys())));
        items.add(item("sign-out", "user.sign-out", null, settings::signOut));
        return items.stream();
    }

    private static PaletteItem item(String id, String title, @Nullable String about, Runnable chosen) {
        return new PaletteItem(
                id, I18NProvider.translate(title), about == null ? null : I18NProvider.translate(about), chosen);
    }
}
