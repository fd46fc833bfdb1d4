package org.koploper.ui.privacy;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.koploper.access.Caller;
import org.koploper.export.Notation;
import org.koploper.privacy.FileWords;
import org.koploper.privacy.Held;
import org.koploper.storage.Kept;
import org.koploper.ui.kit.Formats;

/** What is kept about somebody, in words. */
final class PrivacyWords {

    private static final String LINE = "\r\n";

    private PrivacyWords() {}

    static String name(Held held) {
        return name(held.what());
    }

    private static String name(String what) {
        return I18NProvider.translate("data.part." + what);
    }

    static String rows(Held held) {
        return Formats.here().number(held.rows());
    }

    /**
     * The words of a file.
     *
     * @param whom the name of the person
     * @param note translation key of what the file does and does not hold
     */
    static FileWords file(String whom, String note, Clock clock) {
        Formats formats = Formats.here();
        String made = I18NProvider.translate(
                "data.file-made",
                formats.shortMoment(LocalDateTime.now(clock)),
                Caller.now().name());
        String title = I18NProvider.translate("data.file-about", whom);
        String words = I18NProvider.translate(note);
        String how = I18NProvider.translate("data.file-how");
        return new FileWords(
                held -> String.join(LINE, title, made, "", words, how, "", contents(held), ""),
                what -> title + ": " + name(what),
                Notation.of(formats.locale()));
    }

    private static String contents(List<Held> held) {
        return String.join(
                LINE,
                held.stream()
                        .map(one -> one.what() + ".csv: " + name(one) + ", " + rows(one))
                        .toList());
    }

    static String kept(Kept kept) {
        Duration time = kept.time();
        if (time == null) {
            return I18NProvider.translate("data.kept-newest", kept.newest());
        }
        if (time.isZero()) {
            return I18NProvider.translate("data.kept-not");
        }
        if (time.toDays() > 1 && time.equals(Duration.ofDays(time.toDays()))) {
            return I18NProvider.translate("data.kept-days", time.toDays());
        }
        return time.toMinutes() % Duration.ofHours(1).toMinutes() == 0
                ? I18NProvider.translate("data.kept-hours", time.toHours())
                : I18NProvider.translate("data.kept-minutes", time.toMinutes());
    }
}
