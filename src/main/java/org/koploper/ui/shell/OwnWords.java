package org.koploper.ui.shell;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.koploper.kpi.MetricWording;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.kpi.OwnKpiWording;

/** The words of the product, except where the organisation has its own: of KPIs, and of those that it made itself. */
class OwnWords extends DefaultI18NProvider {

    private static final long serialVersionUID = 1L;

    private static final String METRIC = "metric.";
    private static final String HOW = ".how";
    private static final String KPI = "kpi.";

    private final transient MetricWording wording;
    private final transient OwnKpiWording made;

    OwnWords(List<Locale> languages, MetricWording wording, OwnKpiWording made) {
        super(languages);
        this.wording = wording;
        this.made = made;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return own(key, locale).orElseGet(() -> super.getTranslation(key, locale, params));
    }

    private Optional<String> own(String key, Locale locale) {
        if (key.startsWith(KPI)) {
            return made.of(key.substring(KPI.length()), locale).map(Words::name);
        }
        if (!key.startsWith(METRIC)) {
            return Optional.empty();
        }
        boolean how = key.endsWith(HOW);
        String metric = key.substring(METRIC.length(), key.length() - (how ? HOW.length() : 0));
        return wording.of(metric, locale.getLanguage()).map(words -> how ? words.explanation() : words.name());
    }
}
