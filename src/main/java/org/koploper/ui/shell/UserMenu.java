package org.koploper.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Locale;
import java.util.function.Consumer;
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
        languages(menu.addItem(getTranslation("user.language")).getSubMenu());
        schemes(menu.addItem(getTranslation("user.scheme")).getSubMenu());
        Preferences now = settings.now();
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

    private void choice(SubMenu menu, String key, boolean on, Consumer<Boolean> chosen) {
        MenuItem item = menu.addItem(getTranslation(key));
        item.setCheckable(true);
        item.setChecked(on);
        item.addClickListener(click -> chosen.accept(item.isChecked()));
    }

    private void languages(SubMenu menu) {
        Locale now = UI.getCurrent().getLocale();
        for (Locale locale : Languages.ALL) {
            MenuItem item =
                    menu.addItem(getTranslation("language." + locale.toLanguageTag()), click -> settings.speak(locale));
            item.setCheckable(true);
            item.setChecked(locale.equals(now));
        }
    }

    private void schemes(SubMenu menu) {
        Scheme now = Scheme.of(settings.now().colourScheme());
        for (Scheme scheme : Scheme.values()) {
            MenuItem item = menu.addItem(getTranslation(scheme.key()));
            item.setCheckable(true);
            item.setChecked(scheme == now);
            item.addClickListener(click -> {
                menu.getItems().forEach(other -> other.setChecked(other == item));
                settings.colour(scheme);
            });
        }
    }

    private static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = words[0].isEmpty() ? "?" : words[0].substring(0, 1);
        return words.length == 1 ? first : first + words[words.length - 1].charAt(0);
    }
}
