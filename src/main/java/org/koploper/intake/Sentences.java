package org.koploper.intake;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Says in words what a problem is and what can be done about it: in Dutch for Dutch locales, otherwise in English. */
public final class Sentences {

    private Sentences() {}

    /** The sentence for {@code problem.<code>}; the code itself where there is none. */
    public static String of(String code, List<String> args, Locale locale) {
        Locale language = Locale.of(locale.getLanguage().equals("nl") ? "nl" : "en");
        ResourceBundle sentences = ResourceBundle.getBundle("problems", language);
        // some problems say more when they know more: "problem.<code>.<number of arguments>"
        for (String key : List.of("problem." + code + "." + args.size(), "problem." + code)) {
            try {
                return new MessageFormat(sentences.getString(key), language).format(args.toArray());
            } catch (MissingResourceException next) {
                continue;
            }
        }
        return code;
    }
}
