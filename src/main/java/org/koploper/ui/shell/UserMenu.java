package org.koploper.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;
import org.koploper.access.Accounts;
import org.koploper.access.CurrentUser;
import org.koploper.ui.kit.Draft;

/** Who is signed in, and what one may set for oneself: language, colours, password; and the way out. */
class UserMenu extends MenuBar {

    private final Accounts accounts;

    UserMenu(CurrentUser user, Accounts accounts, AuthenticationContext authentication) {
        this.accounts = accounts;
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
        menu.addSeparator();
        menu.addItem(getTranslation("user.password"), click -> UI.getCurrent().navigate("account/password"));
        menu.addItem(getTranslation("user.sessions"), click -> UI.getCurrent().navigate("account/sessions"));
        menu.addItem(getTranslation("user.sign-out"), click -> {
            Draft.forgetAll();
            authentication.logout();
        });
    }

    private void languages(SubMenu menu) {
        Locale now = UI.getCurrent().getLocale();
        for (Locale locale : Languages.ALL) {
            MenuItem item = menu.addItem(getTranslation("language." + locale.toLanguageTag()), click -> speak(locale));
            item.setCheckable(true);
            item.setChecked(locale.equals(now));
        }
    }

    private void speak(Locale locale) {
        accounts.prefer(locale.toLanguageTag(), accounts.preferences().colourScheme());
        VaadinSession.getCurrent().setLocale(locale);
        // every text of the page changes, and the address holds the state: reading the page again is the simplest truth
        UI.getCurrent().getPage().reload();
    }

    private void schemes(SubMenu menu) {
        Scheme now = Scheme.of(accounts.preferences().colourScheme());
        for (Scheme scheme : Scheme.values()) {
            MenuItem item = menu.addItem(getTranslation(scheme.key()));
            item.setCheckable(true);
            item.setChecked(scheme == now);
            item.addClickListener(click -> {
                menu.getItems().forEach(other -> other.setChecked(other == item));
                accounts.prefer(accounts.preferences().languageTag(), scheme.preference());
                UI.getCurrent().getPage().setColorScheme(scheme.value());
            });
        }
    }

    private static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = words[0].isEmpty() ? "?" : words[0].substring(0, 1);
        return words.length == 1 ? first : first + words[words.length - 1].charAt(0);
    }
}
