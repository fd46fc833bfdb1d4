package org.koploper.commission;

import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.koploper.sales.CreditedDeal;
import org.koploper.sales.CreditedDeal.Kind;

/**
 * What the credit of a line is about, as its id says it: {@code D-1042}, {@code D-1042/cancelled} or
 * {@code D-1042/credit 2026-11-05}.
 *
 * @param deal external id of the deal
 * @param day of the credit note; null for the others, whose day is that of the deal
 */
public record CreditRef(String deal, Kind kind, @Nullable LocalDate day) {

    private static final String CANCELLED = "/cancelled";
    private static final String CREDIT_NOTE = "/credit ";

    /** An asterisk follows where two credits would have the same id. */
    private static final Pattern REVERSAL =
            Pattern.compile("(.+)(" + CANCELLED + "|" + CREDIT_NOTE + "(\\d{4}-\\d{2}-\\d{2}))\\**");

    static CreditRef of(CreditedDeal deal) {
        return new CreditRef(deal.deal(), deal.kind(), deal.kind() == Kind.CREDIT_NOTE ? deal.date() : null);
    }

    /** Reads what {@link #id} wrote; whatever else it is given is taken for a deal. */
    public static CreditRef parse(String id) {
        Matcher reversal = REVERSAL.matcher(id);
        if (!reversal.matches()) {
            return new CreditRef(id, Kind.WON, null);
        }
        String day = reversal.group(3);
        try {
            return day == null
                    ? new CreditRef(reversal.group(1), Kind.CANCELLED, null)
                    : new CreditRef(reversal.group(1), Kind.CREDIT_NOTE, LocalDate.parse(day));
        } catch (DateTimeException e) {
            return new CreditRef(id, Kind.WON, null);
        }
    }

    /** For example {@code D-1042, credit note of 5 Nov 2026}, by what the deal is called. */
    public String named(String title, Locale locale) {
        return switch (kind) {
            case WON -> title;
            case CANCELLED -> text("reason.credit.cancelled", locale, title);
            case CREDIT_NOTE ->
                text("reason.credit.note", locale, title, ReasonWords.day(Objects.requireNonNull(day), locale));
        };
    }

    private static String text(String key, Locale locale, Object... arguments) {
        return new MessageFormat(ReasonWords.texts(locale).getString(key), locale).format(arguments);
    }

    /** As lines and reasons name it. */
    String id() {
        return switch (kind) {
            case WON -> deal;
            case CANCELLED -> deal + CANCELLED;
            case CREDIT_NOTE -> deal + CREDIT_NOTE + day;
        };
    }
}
