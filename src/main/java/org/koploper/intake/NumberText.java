package org.koploper.intake;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a number: its sign and the digits with their dots, commas and spaces, before anybody decided what those mean. */
record NumberText(boolean negative, String body) {

    /** Which decimal sign a single number shows. */
    enum Shows {
        NOTHING,
        DOT,
        COMMA,
        EITHER
    }

    private static final Pattern TEXT =
            Pattern.compile("(-?)(?:[€$£][ \\u00a0\\u202f]?)?(-?)([0-9](?:[0-9., \\u00a0\\u2009\\u202f]*[0-9])?)");

    /** Null when the text is no number in any notation. */
    static @Nullable NumberText of(String trimmed) {
        Matcher text = TEXT.matcher(trimmed);
        if (!text.matches() || (!text.group(1).isEmpty() && !text.group(2).isEmpty())) {
            return null;
        }
        boolean negative = !text.group(1).isEmpty() || !text.group(2).isEmpty();
        return new NumberText(negative, text.group(3));
    }

    /** What can be concluded from this number alone; a number that fits no notation shows nothing. */
    Shows shows() {
        boolean dot = value('.') != null;
        boolean comma = value(',') != null;
        if (body.indexOf('.') < 0 && body.indexOf(',') < 0) {
            return Shows.NOTHING;
        }
        return dot ? (comma ? Shows.EITHER : Shows.DOT) : comma ? Shows.COMMA : Shows.NOTHING;
    }

    /** The exact value when {@code sign} is the decimal sign; null when the rest is not digits grouped in threes. */
    @Nullable
    BigDecimal value(char sign) {
        int at = body.indexOf(sign);
        String whole = at < 0 ? body : body.substring(0, at);
        String fraction = at < 0 ? "" : body.substring(at + 1);
        String digits = ungrouped(whole);
        if (digits == null || !onlyDigits(fraction) || (at >= 0 && fraction.isEmpty())) {
            return null;
        }
        BigDecimal value = new BigDecimal(fraction.isEmpty() ? digits : digits + "." + fraction);
        return negative ? value.negate() : value;
    }

    private static @Nullable String ungrouped(String whole) {
        int first = 0;
        while (first < whole.length() && digit(whole.charAt(first))) {
            first++;
        }
        if (first == whole.length()) {
            return whole.isEmpty() ? null : whole;
        }
        // 0,123 is a fraction with the wrong sign, never a thousand
        if (first == 0 || first > 3 || whole.charAt(0) == '0' || (whole.length() - first) % 4 != 0) {
            return null;
        }
        char group = whole.charAt(first);
        StringBuilder digits = new StringBuilder(whole.substring(0, first));
        for (int at = first; at < whole.length(); at += 4) {
            String three = whole.substring(at + 1, at + 4);
            if (whole.charAt(at) != group || !onlyDigits(three)) {
                return null;
            }
            digits.append(three);
        }
        return digits.toString();
    }

    private static boolean onlyDigits(String text) {
        return text.chars().allMatch(c -> digit((char) c));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
