package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organisation words its KPIs, in each language by itself, and can always go back. */
abstract class MetricTextsContract {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");

    @Autowired
    MetricTexts texts;

    @Autowired
    MetricWording wording;

    @Autowired
    I18NProvider translations;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asItWas() {
        word("nl", null);
        word("en", null);
    }

    private void word(String language, @Nullable Words words) {
        As.user(new PersonId(0), Set.of(Role.ADMIN), () -> {
            texts.word(Metric.REVENUE, language, words);
            return true;
        });
    }

    private long trails(String action) {
        return jdbc.sql("select count(*) from audit_records where action = ? and object_ref = 'revenue/nl'")
                .param(action)
                .query(Long.class)
                .single();
    }

    @Test
    void ownWordsStandWhereverTheKpiIsNamedInThatLanguageAloneAtOnce() {
        assertThat(translations.getTranslation("metric.revenue", FLEMISH)).isEqualTo("Omzet");
        long before = trails("metric-text.changed");

        word("nl", new Words("Orderwaarde", "Wat klanten {0} tekenden, 'alles' samen."));

        assertThat(translations.getTranslation("metric.revenue", FLEMISH)).isEqualTo("Orderwaarde");
        assertThat(translations.getTranslation("metric.revenue.how", FLEMISH))
                .as("as it was written, whatever signs are in it")
                .isEqualTo("Wat klanten {0} tekenden, 'alles' samen.");
        assertThat(translations.getTranslation("metric.revenue", Locale.UK)).isEqualTo("Revenue");
        assertThat(translations.getTranslation("metric.deals", FLEMISH)).isEqualTo("Deals");
        assertThat(trails("metric-text.changed")).isEqualTo(before + 1);
    }

    @Test
    void theWordsOfTheProductComeBack() {
        word("nl", new Words("Orderwaarde", "Alles samen."));
        long before = trails("metric-text.reset");
        word("nl", null);
        word("nl", null);

        assertThat(translations.getTranslation("metric.revenue", FLEMISH)).isEqualTo("Omzet");
        assertThat(trails("metric-text.reset"))
                .as("once: the second time nothing changed")
                .isEqualTo(before + 1);
    }

    @Test
    void wordsThatAreMissingTooLongOrInAnotherLanguageAreRefused() {
        for (Words wrong : new Words[] {
            new Words(" ", "x"), new Words("x", " "), new Words("x".repeat(61), "x"), new Words("x", "x".repeat(1001))
        }) {
            assertThatThrownBy(() -> word("nl", wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> word("fr", new Words("x", "x"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(wording.of("revenue", "nl")).isEmpty();
    }

    @OnHsqldb
    static class OnHsqldbTest extends MetricTextsContract {}

    @OnPostgres
    static class OnPostgresTest extends MetricTextsContract {}
}
