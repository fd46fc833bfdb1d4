package org.koploper.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;
import org.koploper.access.Accounts;
import org.koploper.access.Accounts.Preferences;
import org.koploper.access.Caller;
import org.koploper.access.Passkeys;
import org.koploper.access.SignInWays;
import org.koploper.ui.kit.Draft;
import org.springframework.stereotype.Component;

/** What one may set for oneself: kept with the account, and in effect at once on the present page. */
@Component
class OwnSettings {

    private final Accounts accounts;
    private final SignInWays ways;
    private final Passkeys passkeys;
    private final AuthenticationContext authentication;

    OwnSettings(Accounts accounts, SignInWays ways, Passkeys passkeys, AuthenticationContext authentication) {
        this.accounts = accounts;
        this.ways = ways;
        this.passkeys = passkeys;
        this.authentication = authentication;
    }

    Preferences now() {
        return accounts.preferences();
    }

    void speak(Locale locale) {
        accounts.prefer(locale.toLanguageTag(), now().colourScheme());
        VaadinSession.getCurrent().setLocale(locale);
        // every text of the page changes, and the address holds the state: reading the page again is the simplest truth
        UI.getCurrent().getPage().reload();
    }

    void colour(Scheme scheme) {
        accounts.prefer(now().languageTag(), scheme.preference());
        UI.getCurrent().getPage().setColorScheme(scheme.value());
    }

    void compact(boolean on) {
        accounts.work(on, now().singleKeys());
        UI.getCurrent().getPage().executeJs("document.documentElement.classList.toggle($0, $1)", PageStart.COMPACT, on);
    }

    void singleKeys(boolean on) {
        accounts.work(now().compact(), on);
        Keys.here().single(on);
    }

    /** Whether there is a password that lets this person in. */
    boolean hasPassword() {
        return ways.passwordsFor(Caller.now().roles());
    }

    /** Whether this person may sign in with a passkey. */
    boolean hasPasskeys() {
        return passkeys.offered();
    }

    void changePassword() {
        UI.getCurrent().navigate(PageStart.PASSWORD);
    }

    void passkeys() {
        UI.getCurrent().navigate("account/passkeys");
    }

    /** What was typed and not saved is nobody else's business on this browser. */
    void signOut() {
        Draft.forgetAll();
        authentication.logout();
    }
}
