package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiScope.Kind;
import org.koploper.money.Decimals;
import org.springframework.stereotype.Component;

/** What lies in the database of a source: of whole months as it was kept, of everything else as the facts say. */
@Component
class FactRows {

    private final KpiSql sql;
    private final TeamMonths months;
    private final Measures measures;
    private final Clock clock;

    FactRows(KpiSql sql, TeamMonths months, Measures measures, Clock clock) {
        this.sql = sql;
        this.months = months;
        this.measures = measures;
        this.clock = clock;
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
        List<Asked> monthly =
                all.stream().filter(asked -> isMonthly(source, asked, grouping)).toList();
        List<Row> rows = new ArrayList<>();
        if (!monthly.isEmpty() && months.ready()) {
            ofMonths(monthly, grouping, rows::add);
            ofDays(
                    source,
                    all.stream().filter(asked -> !monthly.contains(asked)).toList(),
                    columns,
                    grouping,
                    rows::add);
        } else {
            ofDays(source, all, columns, grouping, rows::add);
        }
        return rows;
    }

    /** Whether whole months of whole teams are asked for; what is yet to come changes nothing. */
    private boolean isMonthly(FactSource source, Asked asked, @Nullable Grouping grouping) {
        LocalDate today = LocalDate.now(clock);
        Kind kind = asked.scope().kind();
        return source.monthly()
                && asked.only().isEverything()
                && (kind == Kind.ORGANISATION || kind == Kind.TEAM)
                && (grouping == null || grouping == Grouping.TEAM)
                && asked.slots().stream()
                        .allMatch(slot -> slot.isWholeMonths()
                                && (slot.isOver() || !slot.day().isBefore(today)));
    }

    private void ofMonths(List<Asked> all, @Nullable Grouping grouping, Consumer<Row> rows) {
        List<KpiSql.Question> questions = all.stream()
                .map(asked -> new KpiSql.Question(
                        asked.scope(),
                        TeamMonths.question(
                                asked.measures(), asked.scope().kind() == Kind.ORGANISATION, grouping != null),
                        Map.of("from", asked.first(), "to", asked.last())))
                .toList();
        sql.each(questions, (row, whose) -> {
            String subject = row.getString("subject");
            rows.accept(new Row(
                    all.get(whose),
                    subject == null || subject.equals(String.valueOf(TeamMonths.NO_TEAM)) ? "" : subject,
                    row.getObject("total_day", LocalDate.class),
                    row.getInt("part") < 0 ? null : row.getInt("part"),
                    row.getString("currency"),
                    Measure.valueOf(row.getString("measure")),
                    Decimals.canonical(row.getBigDecimal("amount"))));
        });
    }

    private void ofDays(
            FactSource source,
            List<Asked> all,
            List<Measure> columns,
            @Nullable Grouping grouping,
            Consumer<Row> rows) {
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
        sql.each(questions, (row, whose) -> {
            int part = row.getInt("part");
            Integer number = row.wasNull() ? null : part;
            LocalDate day = row.getObject("on_day", LocalDate.class);
            LocalDate on = day == null ? queries.get(whose).stretches().get(row.getInt("stretch")) : day;
            for (int i = 0; i < columns.size(); i++) {
                BigDecimal amount = row.getBigDecimal("m" + i);
                if (amount != null && amount.signum() != 0) {
                    rows.accept(new Row(
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
    }
}
