package org.koploper.ui.shell;

import com.vaadin.flow.i18n.DefaultI18NProvider;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.koploper.kpi.MetricWording;
import org.koploper.kpi.OwnKpiWording;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The languages of the screens, each with the region that decides how numbers and dates are written. */
@Configuration(proxyBeanMethods = false)
public class Languages {

    /** All, the default first. */
    public static final List<Locale> ALL =
            List.of(Locale.forLanguageTag("nl-BE"), Locale.forLanguageTag("nl-NL"), Locale.UK);

    /** Session attribute with the tag of the language chosen before signing in. */
    public static final String CHOSEN = "koploper.language";

    @Bean
    I18NProvider translations(MetricWording wording, OwnKpiWording made) {
        return new OwnWords(ALL, wording, made);
    }

    /** In the words of the product, also where the organisation has its own. */
    public static String ofTheProduct(String key, Locale locale) {
        return new DefaultI18NProvider(ALL).getTranslation(key, locale);
    }

    /** The one with that tag; {@code nl} and {@code en} find the first of their language. */
    public static Optional<Locale> ofTag(String tag) {
        return ALL.stream()
                .filter(locale -> locale.toLanguageTag().equalsIgnoreCase(tag))
                .findFirst()
                .or(() -> ALL.stream()
                        .filter(locale -> locale.getLanguage().equalsIgnoreCase(tag))
                        .findFirst());
    }
}
