package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.FactRows.Row;
import org.koploper.kpi.KpiScope.Kind;
import org.koploper.money.Decimals;
import org.springframework.stereotype.Component;

/**
 * Reads what {@link TeamDays} keeps: of teams any stretch of days, of each person whole months. What is narrowed down, of one
 * person or taken apart by something else is not kept, nor is what needs more than the days of deals.
 */
@Component
class KeptSums {

    private static final Set<Measure> MEASURES = measures();

    private final KpiSql sql;
    private final TeamDays days;
    private final Measures measures;
    private final Clock clock;

    KeptSums(KpiSql sql, TeamDays days, Measures measures, Clock clock) {
        this.sql = sql;
        this.days = days;
        this.measures = measures;
        this.clock = clock;
    }

    private static Set<Measure> measures() {
        Set<Measure> measures = EnumSet.of(Measure.CYCLE);
        measures.addAll(DaySum.FLOWS);
        measures.addAll(DaySum.STOCKS);
        return measures;
    }

    /** Those who ask for something that is kept, for nothing else. */
    List<Asked> of(List<Asked> all, @Nullable Grouping grouping) {
        List<Asked> kept = Asked.asking(all, MEASURES).stream()
                .filter(asked -> isKept(asked, grouping))
                .toList();
        return kept.isEmpty() || !days.ready() ? List.of() : kept;
    }

    /** What there is left to ask for when these are answered. */
    static List<Asked> others(List<Asked> all, List<Asked> kept) {
        Set<Measure> others = EnumSet.complementOf(EnumSet.copyOf(MEASURES));
        return all.stream()
                .map(asked -> kept.stream().anyMatch(one -> one.slots() == asked.slots())
                        ? asked.fewer(asked.of(others))
                        : asked)
                .filter(asked -> !asked.measures().isEmpty())
                .toList();
    }

    private boolean isKept(Asked asked, @Nullable Grouping grouping) {
        Kind kind = asked.scope().kind();
        return asked.only().isEverything()
                && (kind == Kind.ORGANISATION || kind == Kind.TEAM)
                && (grouping == null
                        || grouping == Grouping.TEAM
                        || grouping == Grouping.PERSON && asked.slots().stream().allMatch(this::isMonths));
    }

    /** Whether it is whole months, up to today if not to their end: what is yet to come changes nothing. */
    private boolean isMonths(Slot slot) {
        return slot.isWholeMonths() && (slot.isOver() || !slot.day().isBefore(LocalDate.now(clock)));
    }

    /** In as many statements for many as for one. */
    List<Row> rows(List<Asked> kept, @Nullable Grouping grouping) {
        List<Row> rows = new ArrayList<>();
        sums(Asked.asking(kept, EnumSet.copyOf(DaySum.FLOWS)), DaySum.FLOWS, grouping, rows);
        sums(Asked.asking(kept, EnumSet.copyOf(DaySum.STOCKS)), DaySum.STOCKS, grouping, rows);
        cycles(Asked.asking(kept, EnumSet.of(Measure.CYCLE)), grouping, rows);
        return rows;
    }

    private void sums(List<Asked> all, List<Measure> of, @Nullable Grouping grouping, List<Row> rows) {
        List<Measure> columns = of.stream()
                .filter(measure ->
                        all.stream().anyMatch(asked -> asked.measures().contains(measure)))
                .toList();
        String amounts = columns.stream()
                .map(measure -> ", sum(f." + DaySum.column(measure) + ") as " + DaySum.column(measure))
                .collect(Collectors.joining());
        String parts =
                columns.stream().map(measure -> ", t." + DaySum.column(measure)).collect(Collectors.joining());
        boolean stock = of == DaySum.STOCKS;
        List<KpiSql.Question> questions = all.stream()
                .map(asked -> question(
                        asked,
                        grouping,
                        "select {whose} as whose, f.subject, f.stretch, f.on_day, f.currency" + amounts
                                + " from (select {subject} as subject, "
                                + Stretches.columns(asked.stretches(), "t.on_day", "t.currency") + ", t.currency"
                                + parts,
                        stock ? "t.on_day <= :to" : "t.on_day between :from and :to",
                        ") f group by f.subject, f.stretch, f.on_day, f.currency"))
                .toList();
        sql.each(questions, (row, whose) -> {
            Asked asked = all.get(whose);
            LocalDate day = row.getObject("on_day", LocalDate.class);
            LocalDate on = day == null ? asked.stretches().get(row.getInt("stretch")) : day;
            for (Measure measure : asked.measures()) {
                BigDecimal amount = row.getBigDecimal(DaySum.column(measure));
                if (amount.signum() != 0) {
                    rows.add(new Row(
                            asked,
                            subject(row.getString("subject")),
                            on,
                            null,
                            row.getString("currency"),
                            measure,
                            Decimals.canonical(amount)));
                }
            }
        });
    }

    private void cycles(List<Asked> all, @Nullable Grouping grouping, List<Row> rows) {
        List<KpiSql.Question> questions = all.stream()
                .map(asked -> question(
                        asked,
                        grouping,
                        "select {whose} as whose, {subject} as subject, t.on_day, t.cycles",
                        "t.on_day between :from and :to and t.cycles is not null",
                        ""))
                .toList();
        sql.each(questions, (row, whose) -> {
            LocalDate day = row.getObject("on_day", LocalDate.class);
            String subject = subject(row.getString("subject"));
            DaySum.cycles(row.getString("cycles"))
                    .forEach((took, orders) -> rows.add(
                            new Row(all.get(whose), subject, day, took, Measure.NO_CURRENCY, Measure.CYCLE, orders)));
        });
    }

    private KpiSql.Question question(
            Asked asked, @Nullable Grouping grouping, String select, String when, String groups) {
        boolean person = grouping == Grouping.PERSON;
        String subject = person ? "o.external_id" : grouping == null ? "''" : "t.team_id";
        String text =
                select + (person ? " from person_months t join persons o on o.id = t.person_id" : " from team_days t")
                        + " where " + when + whose(asked.scope(), grouping) + groups;
        return new KpiSql.Question(
                asked.scope(),
                text.replace("{subject}", subject),
                Map.of(
                        "from",
                        asked.first(),
                        "to",
                        asked.last(),
                        "house",
                        Objects.requireNonNullElse(measures.organisationsCurrency(), Measure.NO_CURRENCY)));
    }

    private String whose(KpiScope scope, @Nullable Grouping grouping) {
        boolean everybody = scope.kind() == Kind.ORGANISATION;
        if (grouping == Grouping.PERSON) {
            return everybody ? "" : " and t.team_id in (:teams)";
        }
        if (grouping == Grouping.TEAM) {
            return " and not t.below" + (everybody ? "" : " and t.team_id in (:teams)");
        }
        if (everybody) {
            return " and t.below and t.team_id = 0";
        }
        return (sql.hasSomeBelow(scope) ? " and t.below" : " and not t.below") + " and t.team_id = :subject";
    }

    private static String subject(@Nullable String kept) {
        return kept == null || kept.equals(String.valueOf(TeamDays.NO_TEAM)) ? "" : kept;
    }
}
