package org.koploper.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps spreadsheets from taking what somebody typed for a formula. */
public final class Formulas {

    // what some spreadsheet takes for the end of a cell when it splits the file on another sign than the comma
    private static final Pattern PART = Pattern.compile("[^;\\t\\r\\n\\x0B\\f\\x85\\u2028\\u2029]+");
    // behind blanks, signs that do not show and quotes; full-width signs are formulas in some languages
    private static final Pattern FORMULA =
            Pattern.compile("(?s)[\\p{Z}\\p{Cc}\\p{Cf}\"]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9.,' ]*");

    private Formulas() {}

    /** The text with an apostrophe before every part that would start a formula, however the file is split; numbers stay. */
    public static String defused(String text) {
        if (NUMBER.matcher(text).matches()) {
            return text;
        }
        String defused = PART.matcher(text).replaceAll(part -> Matcher.quoteReplacement(part(part.group())));
        return defused.startsWith("\t") || defused.startsWith("\r") ? "'" + defused : defused;
    }

    private static String part(String part) {
        return FORMULA.matcher(part).matches() && !NUMBER.matcher(part).matches() ? "'" + part : part;
    }
}
