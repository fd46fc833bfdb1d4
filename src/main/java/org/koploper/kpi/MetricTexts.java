package org.koploper.kpi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.audit.Facts;
import org.koploper.audit.Trail;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets administration word KPIs in the organisation's own way, language by language; how they are computed stays. */
@Service
public class MetricTexts {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    /** The longest explanation, in characters. */
    public static final int LONGEST_EXPLANATION = 1000;

    /** In which languages KPIs are worded. */
    public static final List<String> LANGUAGES = List.of("en", "nl");

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Trail trail;
    private final MetricWording wording;

    MetricTexts(JdbcClient jdbc, Ids ids, Trail trail, MetricWording wording) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.trail = trail;
        this.wording = wording;
    }

    /**
     * Words a KPI, or with null goes back to the words of the product. The same words again change nothing.
     *
     * @throws IllegalArgumentException for an unknown language, and for words that are blank or too long
     */
    @PreAuthorize("hasAnyRole('ADMIN')")
    @Transactional
    public void word(Metric metric, String language, @Nullable Words words) {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("No such language: " + language);
        }
        if (words != null) {
            check(words.name(), LONGEST_NAME);
            check(words.explanation(), LONGEST_EXPLANATION);
        }
        Optional<Words> before = stored(metric, language);
        if (before.equals(Optional.ofNullable(words))) {
            return;
        }
        jdbc.sql("delete from metric_texts where metric = :metric and language = :language")
                .param("metric", metric.key())
                .param("language", language)
                .update();
        if (words != null) {
            jdbc.sql("insert into metric_texts (id, metric, language, name, explanation)"
                            + " values (:id, :metric, :language, :name, :explanation)")
                    .param("id", ids.next())
                    .param("metric", metric.key())
                    .param("language", language)
                    .param("name", words.name())
                    .param("explanation", words.explanation())
                    .update();
        }
        trail.record(
                words == null ? "metric-text.reset" : "metric-text.changed",
                new Trail.Subject("metric-text", metric.key() + "/" + language, metric.key() + ", " + language),
                before.map(MetricTexts::told).orElse(null),
                words == null ? null : told(words),
                null);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wording.forget();
            }
        });
    }

    private Optional<Words> stored(Metric metric, String language) {
        return jdbc.sql("select name, explanation from metric_texts where metric = :metric and language = :language")
                .param("metric", metric.key())
                .param("language", language)
                .query((row, number) -> new Words(row.getString(1), row.getString(2)))
                .optional();
    }

    private static void check(String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("Between 1 and " + longest + " characters, not " + text.length());
        }
    }

    private static String told(Words words) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", words.name());
        facts.put("explanation", words.explanation());
        return Facts.of(facts);
    }
}
