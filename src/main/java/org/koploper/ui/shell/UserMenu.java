package org.koploper.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.koploper.access.Accounts.Preferences;
import org.koploper.access.CurrentUser;

/** Who is signed in, and what one may set for oneself: language, colours, password; and the way out. */
class UserMenu extends MenuBar {

    private final OwnSettings settings;

    UserMenu(CurrentUser user, OwnSettings settings) {
        this.settings = settings;
        addClassName("kp-user-menu");
        addThemeVariants(MenuBarVariant.TERTIARY);
        Span full = new Span(user.name());
        full.addClassName("kp-own-name");
        Span initials = new Span(initials(user.name()));
        initials.addClassName("kp-own-initials");
        MenuItem own = addItem(new Div(full, initials));
        own.setAriaLabel(getTranslation("user.menu", user.name()));
        SubMenu menu = own.getSubMenu();
        MenuItem name = menu.addItem(user.name());
        name.setEnabled(false);
        menu.addSeparator();
        Preferences now = settings.now();
        oneOf(
                menu.addItem(getTranslation("user.language")).getSubMenu(),
                Languages.ALL,
                locale -> "language." + locale.toLanguageTag(),
                UI.getCurrent().getLocale(),
                settings::speak);
        oneOf(
                menu.addItem(getTranslation("user.scheme")).getSubMenu(),
                List.of(Scheme.values()),
                Scheme::key,
                Scheme.of(now.colourScheme()),
                settings::colour);
        choice(menu, "user.compact", now.compact(), settings::compact);
        choice(menu, "user.single", now.singleKeys(), settings::singleKeys);
        menu.addSeparator();
        menu.addItem(getTranslation("link.copy"), click -> Keys.here().copyLink());
        menu.addItem(getTranslation("keys.title"), click -> Keys.here().showSheet());
        if (settings.hasPassword()) {
            menu.addItem(getTranslation("user.password"), click -> settings.changePassword());
        }
        if (settings.hasPasskeys()) {
            menu.addItem(getTranslation("passkeys.heading"), click -> settings.passkeys());
        }
        menu.addItem(getTranslation("user.sessions"), click -> UI.getCurrent().navigate("account/sessions"));
        menu.addItem(
                getTranslation("data.own-heading"), click -> UI.getCurrent().navigate("account/data"));
        menu.addItem(getTranslation("user.notices"), click -> UI.getCurrent().navigate("account/notices"));
        menu.addItem(
                getTranslation("first-steps.title"), click -> UI.getCurrent().navigate("first-steps"));
        menu.addItem(getTranslation("user.sign-out"), click -> settings.signOut());
    }

    /** What could not be kept is not ticked either. */
    private void choice(SubMenu menu, String key, boolean on, Consumer<Boolean> chosen) {
        MenuItem item = menu.addItem(getTranslation(key));
        item.setCheckable(true);
        item.setChecked(on);
        AtomicBoolean kept = new AtomicBoolean(on);
        item.addClickListener(click -> {
            try {
                chosen.accept(!kept.get());
                kept.set(!kept.get());
            } finally {
                item.setChecked(kept.get());
            }
        });
    }

    private <T> void oneOf(SubMenu menu, List<T> all, Function<T, String> key, T now, Consumer<T> chosen) {
        Map<T, MenuItem> items = new LinkedHashMap<>();
        AtomicReference<T> kept = new AtomicReference<>(now);
        Runnable tick = () -> items.forEach((value, item) -> item.setChecked(value.equals(kept.get())));
        for (T value : all) {
            MenuItem item = menu.addItem(getTranslation(key.apply(value)));
            item.setCheckable(true);
            items.put(value, item);
            item.addClickListener(click -> {
                try {
                    chosen.accept(value);
                    kept.set(value);
                } finally {
                    tick.run();
                }
            });
        }
        tick.run();
    }

    private static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = words[0].isEmpty() ? "?" : words[0].substring(0, 1);
        return words.length == 1 ? first : first + words[words.length - 1].charAt(0);
    }
}
