package org.koploper.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Accounts;
import org.koploper.access.Accounts.Preferences;
import org.koploper.access.Caller;
import org.koploper.access.OnlyLooking;
import org.koploper.ui.kit.UndoToast;
import org.springframework.stereotype.Component;

/**
 * Starts every page in the language and colours of its user, also before the first script runs, and leads everybody
 * whose password must be changed to where it is changed.
 */
@Component
class PageStart implements VaadinServiceInitListener {

    /** Where the own password is changed. */
    static final String PASSWORD = "account/password";

    /** Class of the page on which rows stand close together. */
    static final String COMPACT = "kp-compact";

    /** Reads the page again, which asks to sign in and comes back to the same address. */
    private static final CustomizedSystemMessages SESSION_OVER = new CustomizedSystemMessages();

    static {
        SESSION_OVER.setSessionExpiredNotificationEnabled(false);
        // a browser that has lost its cookies says the same in English; signing in says what to do
        SESSION_OVER.setCookiesDisabledNotificationEnabled(false);
    }

    private final Accounts accounts;

    PageStart(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::firstPage);
        event.getSource().setSystemMessagesProvider(page -> SESSION_OVER);
        event.getSource().addSessionInitListener(start -> start.getSession().setErrorHandler(this::failed));
        event.getSource().addUIInitListener(this::start);
    }

    private Preferences preferences() {
        return Caller.now().person() == null ? Preferences.NONE : accounts.preferences();
    }

    private void firstPage(IndexHtmlResponse response) {
        Preferences preferences = preferences();
        VaadinSession session = VaadinSession.getCurrent();
        Locale locale = locale(preferences, session).orElse(session.getLocale());
        Scheme scheme = Scheme.of(preferences.colourScheme());
        Element html = response.getDocument().getElementsByTag("html").first();
        if (html != null) {
            html.attr("lang", locale.toLanguageTag());
            if (preferences.compact()) {
                html.addClass(COMPACT);
            }
            if (scheme != Scheme.SYSTEM) {
                html.attr("theme", scheme.value().getThemeValue());
                html.attr("style", "color-scheme: " + scheme.value().getValue());
            }
        }
    }

    private void start(UIInitEvent event) {
        UI ui = event.getUI();
        Preferences preferences = preferences();
        locale(preferences, ui.getSession()).ifPresent(locale -> {
            ui.getSession().setLocale(locale);
            ui.setLocale(locale);
        });
        Connection.explain(ui);
        ui.addBeforeEnterListener(this::passwordFirst);
    }

    /** The language kept with the account, or the one chosen on the sign-in page. */
    private static Optional<Locale> locale(Preferences preferences, VaadinSession session) {
        String tag = preferences.languageTag();
        if (tag == null) {
            WrappedSession wrapped = session.getSession();
            tag = wrapped == null ? null : (String) wrapped.getAttribute(Languages.CHOSEN);
        }
        return Optional.ofNullable(tag).flatMap(Languages::ofTag);
    }

    private void passwordFirst(BeforeEnterEvent event) {
        // who only looks as somebody cannot choose a password for them either
        if (!Caller.now().onlyLooks()
                && !event.getLocation().getPath().equals(PASSWORD)
                && preferences().mustChangePassword()) {
            event.forwardTo(PASSWORD);
        }
    }

    private void failed(ErrorEvent event) {
        UI ui = UI.getCurrent();
        if (isOnlyLooking(event.getThrowable())) {
            onPage(ui, () -> UndoToast.say(I18NProvider.translate("view-as.only-looking")));
            return;
        }
        String reference = Failure.logged(event.getThrowable());
        onPage(ui, () -> Failure.show(reference));
    }

    private static boolean isOnlyLooking(Throwable thrown) {
        return thrown instanceof OnlyLooking || thrown.getCause() != null && isOnlyLooking(thrown.getCause());
    }

    private static void onPage(@Nullable UI ui, Command tell) {
        if (ui != null && ui.isAttached()) {
            ui.access(tell);
        }
    }
}
