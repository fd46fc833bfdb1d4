package org.koploper.ui.shell;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.koploper.kpi.MetricWording;

/** The words of the product, except where the organisation has its own: names and explanations of KPIs. */
class OwnWords extends DefaultI18NProvider {

    private static final long serialVersionUID = 1L;

    private static final String METRIC = "metric.";
    private static final String HOW = ".how";

    private final transient MetricWording wording;

    OwnWords(List<Locale> languages, MetricWording wording) {
        super(languages);
        this.wording = wording;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return key.startsWith(METRIC)
                ? own(key, locale).orElseGet(() -> super.getTranslation(key, locale, params))
                : super.getTranslation(key, locale, params);
    }

    private Optional<String> own(String key, Locale locale) {
        boolean how = key.endsWith(HOW);
        String metric = key.substring(METRIC.length(), key.length() - (how ? HOW.length() : 0));
        return wording.of(metric, locale.getLanguage()).map(words -> how ? words.explanation() : words.name());
    }
}
