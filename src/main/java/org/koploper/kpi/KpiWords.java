package org.koploper.kpi;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What KPIs and what there is to know about them are called, in the words of the product. */
public final class KpiWords {

    private KpiWords() {}

    /** Such as "Closing rate". */
    public static String name(Indicator kpi, Locale language) {
        return kpi instanceof OwnKpi own
                ? own.terms().words(language).name()
                : words(language).getString("kpi." + kpi.key());
    }

    /** What it is, in one plain sentence. */
    public static String means(Indicator kpi, Locale language) {
        return kpi instanceof OwnKpi own
                ? own.terms().words(language).explanation()
                : words(language).getString("kpi." + kpi.key() + ".means");
    }

    /** Why there is no value, or what to know about it, in one plain sentence. */
    public static String reason(KpiReason reason, Locale language) {
        String sentence = words(language).getString("kpi.reason." + reason.key());
        if (reason.args().isEmpty()) {
            return sentence;
        }
        Object[] args = reason.code() == KpiReason.Code.MISSING_PART
                ? reason.args().stream().map(key -> named(key, language)).toArray()
                : reason.args().toArray();
        return new MessageFormat(sentence, language).format(args);
    }

    private static String named(String key, Locale language) {
        return Kpi.by(key).map(kpi -> name(kpi, language)).orElse(key);
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "vaadin-i18n.translations",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
