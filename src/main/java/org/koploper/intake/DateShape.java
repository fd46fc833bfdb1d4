package org.koploper.intake;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a date looks before it is known which number is the day. Each shape can be read in one order or two. */
enum DateShape {
    YEAR_DASH(DatePattern.ISO, null),
    YEAR_SLASH(DatePattern.YEAR_FIRST_SLASH, null),
    SLASH(DatePattern.DAY_MONTH_SLASH, DatePattern.MONTH_DAY_SLASH),
    DASH(DatePattern.DAY_MONTH_DASH, DatePattern.MONTH_DAY_DASH),
    DOT(DatePattern.DAY_MONTH_DOT, DatePattern.MONTH_DAY_DOT);

    private static final int MOST_CHARS = 40;
    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\d{1,2}([-/.])\\d{1,2}\\1\\d{4}|\\d{4}([-/])\\d{1,2}\\2\\d{1,2})(?:[T ].*)?");

    private final DatePattern usual;
    private final @Nullable DatePattern monthFirst;

    DateShape(DatePattern usual, @Nullable DatePattern monthFirst) {
        this.usual = usual;
        this.monthFirst = monthFirst;
    }

    /** What one date says about the order. */
    enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        EITHER
    }

    /** The shape in which the text is an existing date, null when it is none. */
    static @Nullable DateShape of(String text) {
        if (text.length() > MOST_CHARS || text.isEmpty() || !Character.isDigit(text.charAt(0))) {
            return null;
        }
        for (DateShape shape : values()) {
            if (shape.usual.read(text) != null || (shape.monthFirst != null && shape.monthFirst.read(text) != null)) {
                return shape;
            }
        }
        return null;
    }

    /** True when somebody meant a date, whether that day exists or not: 13/13/2026 too. */
    static boolean written(String text) {
        return text.length() <= MOST_CHARS && WRITTEN.matcher(text).matches();
    }

    /** For a text of this shape; a year in front settles the order by itself. */
    Order order(String text) {
        boolean dayFirst = usual.read(text) != null;
        boolean alsoMonthFirst = monthFirst != null && monthFirst.read(text) != null;
        return dayFirst ? (alsoMonthFirst ? Order.EITHER : Order.DAY_FIRST) : Order.MONTH_FIRST;
    }

    /** True when dates of this shape can be read with the pattern, whichever way it is written. */
    boolean matches(DatePattern pattern) {
        String probe = usual.pattern().startsWith("y") ? "2001-01-01" : "01-01-2001";
        String sign = this == SLASH || this == YEAR_SLASH ? "/" : this == DOT ? "." : "-";
        return pattern.read(probe.replace("-", sign)) != null;
    }

    /** The order without evidence: dots are a day-first habit everywhere, slashes and dashes are not. */
    @Nullable
    DatePattern withoutEvidence() {
        return this == SLASH || this == DASH ? null : usual;
    }

    List<DatePattern> patterns() {
        return monthFirst == null ? List.of(usual) : List.of(usual, monthFirst);
    }

    DatePattern ordered(boolean startsWithMonth) {
        return startsWithMonth && monthFirst != null ? monthFirst : usual;
    }
}
