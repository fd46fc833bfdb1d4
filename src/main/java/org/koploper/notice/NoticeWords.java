package org.koploper.notice;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says notices in the language of who reads them, the same on screens and in mails. */
@Component
public class NoticeWords {

    /** How long a month is written, such as 2026-10; a day is longer. */
    private static final int MONTH = 7;

    private final I18NProvider texts;

    NoticeWords(I18NProvider texts) {
        this.texts = texts;
    }

    /** The whole sentence; never with an amount. */
    public String sentence(Notice notice, Locale locale) {
        if (notice.pieces() > 1) {
            return text("notice.many." + notice.kind().name().toLowerCase(Locale.ROOT), locale, notice.pieces());
        }
        Object[] args = notice.args().toArray();
        switch (notice.kind()) {
            case STATEMENT -> {
                for (int i = 0; i < args.length; i++) {
                    String arg = notice.args().get(i);
                    args[i] = arg.length() == MONTH
                            ? month(YearMonth.parse(arg), locale)
                            : day(LocalDate.parse(arg), locale);
                }
            }
            case TARGET ->
                args = new Object[] {
                    text("metric." + notice.args().getFirst(), locale),
                    days(
                            LocalDate.parse(notice.args().get(1)),
                            LocalDate.parse(notice.args().get(2)),
                            locale)
                };
            case GOAL ->
                args = new Object[] {
                    text("kpi." + notice.args().getFirst(), locale),
                    days(
                            LocalDate.parse(notice.args().get(1)),
                            LocalDate.parse(notice.args().get(2)),
                            locale)
                };
            case PLAN -> args[1] = day(LocalDate.parse(notice.args().get(1)), locale);
            case DEAL, KUDOS, IMPORT, WEBHOOK, SECURITY -> {
                // names stay as they are
            }
        }
        return text("notice.text." + notice.sentence(), locale, args);
    }

    String text(String key, Locale locale, Object... args) {
        return texts.getTranslation(key, locale, args);
    }

    private static String days(LocalDate from, LocalDate to, Locale locale) {
        YearMonth month = YearMonth.from(from);
        return from.getDayOfMonth() == 1 && to.equals(month.atEndOfMonth())
                ? month(month, locale)
                : day(from, locale) + " – " + day(to, locale);
    }

    private static String month(YearMonth month, Locale locale) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }
}
