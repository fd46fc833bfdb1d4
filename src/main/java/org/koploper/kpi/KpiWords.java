package org.koploper.kpi;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What KPIs and what there is to know about them are called, in the words of the product. */
public final class KpiWords {

    private KpiWords() {}

    /** Such as "Closing rate". */
    public static String name(Kpi kpi, Locale language) {
        return words(language).getString("kpi." + kpi.key());
    }

    /** What it is, in one plain sentence. */
    public static String means(Kpi kpi, Locale language) {
        return words(language).getString("kpi." + kpi.key() + ".means");
    }

    /** Why there is no value, or what to know about it, in one plain sentence. */
    public static String reason(KpiReason reason, Locale language) {
        String sentence = words(language).getString("kpi.reason." + reason.key());
        return reason.args().isEmpty()
                ? sentence
                : new MessageFormat(sentence, language).format(reason.args().toArray());
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "vaadin-i18n.translations",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
