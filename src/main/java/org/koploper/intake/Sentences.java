package org.koploper.intake;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Says in words what a problem is and what can be done about it: in Dutch for Dutch locales, otherwise in English. */
public final class Sentences {

    private static final String PROBLEM = "problem.";

    private Sentences() {}

    /** What shows in a file how it has to be read. */
    public static String of(Finding.Evidence seen, Locale locale) {
        return said(
                List.of("evidence." + seen.code()),
                seen.code(),
                List.of(seen.value(), String.valueOf(seen.row()), seen.column() == null ? "" : seen.column()),
                locale);
    }

    /** The sentence for {@code problem.<code>}; the code itself where there is none. */
    public static String of(String code, List<String> args, Locale locale) {
        // some problems say more when they know more: "problem.<code>.<number of arguments>"
        return said(List.of(PROBLEM + code + "." + args.size(), PROBLEM + code), code, args, locale);
    }

    /** All codes that there are sentences for, in alphabetical order. */
    public static List<String> codes() {
        return ResourceBundle.getBundle("problems", Locale.ENGLISH).keySet().stream()
                .filter(key -> key.startsWith(PROBLEM))
                .map(key -> key.substring(PROBLEM.length()))
                .filter(code -> !code.contains("."))
                .sorted()
                .toList();
    }

    /** What such problems are, whatever the cell: the first sentence, with a mark where the cell would stand. */
    public static String inGeneral(String code, Locale locale) {
        String whole = of(code, List.of("…", "…"), locale);
        int end = whole.indexOf(". ");
        return end < 0 ? whole : whole.substring(0, end + 1);
    }

    private static String said(List<String> keys, String code, List<String> args, Locale locale) {
        Locale language = Locale.of(locale.getLanguage().equals("nl") ? "nl" : "en");
        ResourceBundle sentences = ResourceBundle.getBundle("problems", language);
        for (String key : keys) {
            try {
                return new MessageFormat(sentences.getString(key), language).format(args.toArray());
            } catch (MissingResourceException next) {
                continue;
            }
        }
        return code;
    }
}
