package org.koploper.kpi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the organisation words its KPIs, for every screen and mail that names one. It is asked for with every text, so it is
 * kept in memory: a change made by another node is seen within half a minute.
 */
@Component
public class MetricWording {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Known known;

    MetricWording(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The organisation's own words; empty where it has none and the product's are to be used.
     *
     * @param metric key of the KPI
     * @param language such as {@code nl}
     */
    public Optional<Words> of(String metric, String language) {
        Known now = known;
        if (now == null || now.until().isBefore(clock.instant())) {
            now = read();
            known = now;
        }
        return Optional.ofNullable(now.words().get(metric + "/" + language));
    }

    private Known read() {
        Map<String, Words> words = new HashMap<>();
        jdbc.sql("select metric, language, name, explanation from metric_texts").query(row -> {
            words.put(row.getString(1) + "/" + row.getString(2), new Words(row.getString(3), row.getString(4)));
        });
        return new Known(words, clock.instant().plus(KEPT));
    }

    void forget() {
        known = null;
    }

    private record Known(Map<String, Words> words, Instant until) {}

    /** What a KPI is called, and how it is computed. */
    public record Words(String name, String explanation) {}
}
