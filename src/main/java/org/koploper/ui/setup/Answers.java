package org.koploper.ui.setup;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.time.ZoneId;
import java.util.Locale;
import org.koploper.people.Founding;
import org.koploper.people.Founding.Administrator;
import org.koploper.people.Founding.House;
import org.koploper.people.Founding.Start;
import org.koploper.storage.HouseClock;
import org.koploper.ui.shell.Languages;

/**
 * What was answered so far: kept with the session while somebody goes back and forth between the steps, changes the
 * language or reads the page again.
 */
final class Answers {

    Locale language;
    String code = "";
    boolean opened;
    Start start = Start.EMPTY;
    String organisation = "";
    String country = "BE";
    String currency = "EUR";
    ZoneId zone = HouseClock.USUAL;
    String name = "";
    String username = "";
    String password = "";
    String again = "";

    private Answers(Locale language) {
        this.language = language;
    }

    /** Those of the present session. */
    static Answers here() {
        VaadinSession session = VaadinSession.getCurrent();
        Answers known = session.getAttribute(Answers.class);
        if (known == null) {
            known = new Answers(
                    Languages.ofTag(UI.getCurrent().getLocale().toLanguageTag()).orElse(Languages.ALL.getFirst()));
            session.setAttribute(Answers.class, known);
        }
        return known;
    }

    /** Forgets them, with the password among them. */
    static void forget() {
        VaadinSession.getCurrent().setAttribute(Answers.class, null);
    }

    Administrator administrator() {
        return new Administrator(name, username, password);
    }

    Founding founding() {
        return new Founding(
                start, language.toLanguageTag(), new House(organisation, country, currency, zone), administrator());
    }
}
