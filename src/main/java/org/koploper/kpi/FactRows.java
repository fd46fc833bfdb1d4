package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.springframework.stereotype.Component;

/** What the facts of a source say. */
@Component
class FactRows {

    private final KpiSql sql;
    private final Measures measures;

    FactRows(KpiSql sql, Measures measures) {
        this.sql = sql;
        this.measures = measures;
    }

    /**
     * What one measure of one subject amounts to.
     *
     * @param asked who asked for it
     * @param subject empty for all together
     * @param day the last of its stretch where it needs no rate of its own day
     * @param part the number that rows are told apart by, such as days of a cycle
     * @param currency of amounts; otherwise {@link Measure#NO_CURRENCY}
     */
    record Row(
            Asked asked,
            String subject,
            LocalDate day,
            @Nullable Integer part,
            String currency,
            Measure measure,
            BigDecimal amount) {}

    /** In as many statements for many as for one; what is nothing is left out. */
    List<Row> of(FactSource source, List<Asked> all, @Nullable Grouping grouping) {
        List<Measure> columns = source.measures().stream()
                .filter(measure ->
                        all.stream().anyMatch(asked -> asked.measures().contains(measure)))
                .toList();
        List<FactQuery> queries = all.stream()
                .map(asked -> FactQuery.of(
                                source,
                                asked.measures(),
                                asked.scope(),
                                grouping,
                                asked.only(),
                                asked.stretches(source))
                        .with(columns))
                .toList();
        String house = Objects.requireNonNullElse(measures.organisationsCurrency(), Measure.NO_CURRENCY);
        List<KpiSql.Question> questions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            LocalDate last = all.get(i).last();
            Map<String, Object> params = new HashMap<>(all.get(i).only().parameters());
            params.putAll(Map.of("from", all.get(i).first(), "to", last, "after", last.plusDays(1), "house", house));
            questions.add(new KpiSql.Question(all.get(i).scope(), queries.get(i).sql(), params));
        }
        List<Row> rows = new ArrayList<>();
        sql.each(questions, (row, whose) -> {
            int part = row.getInt("part");
            Integer number = row.wasNull() ? null : part;
            LocalDate day = row.getObject("on_day", LocalDate.class);
            LocalDate on = day == null ? queries.get(whose).stretches().get(row.getInt("stretch")) : day;
            for (int i = 0; i < columns.size(); i++) {
                BigDecimal amount = row.getBigDecimal("m" + i);
                if (amount != null && amount.signum() != 0) {
                    rows.add(new Row(
                            all.get(whose),
                            Objects.requireNonNullElse(row.getString("subject"), ""),
                            on,
                            number,
                            row.getString("currency"),
                            columns.get(i),
                            Decimals.canonical(amount)));
                }
            }
        });
        return rows;
    }
}
