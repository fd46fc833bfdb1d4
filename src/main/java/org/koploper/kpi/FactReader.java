package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiScope.Kind;
import org.koploper.money.Decimals;
import org.koploper.people.Directory;
import org.koploper.people.TeamRef;
import org.koploper.sales.RateTable;
import org.koploper.sales.RateTables;
import org.springframework.stereotype.Component;

/** Reads sums of measures: one statement for each source, and one for rates where there are other currencies. */
@Component
class FactReader {

    private static final String NO_CURRENCY = "XXX";

    private final KpiSql sql;
    private final TeamMonths months;
    private final Directory directory;
    private final Clock clock;
    private final Measures measures;
    private final RateTables rateTables;
    private final List<PeriodSource> periodSources;

    FactReader(
            KpiSql sql,
            TeamMonths months,
            Directory directory,
            Measures measures,
            RateTables rateTables,
            List<PeriodSource> periodSources,
            Clock clock) {
        this.sql = sql;
        this.months = months;
        this.directory = directory;
        this.clock = clock;
        this.measures = measures;
        this.rateTables = rateTables;
        this.periodSources = periodSources;
    }

    /** The same measures of every slot, by its key; slots may overlap. */
    Map<String, Sums> over(Set<Measure> wanted, KpiScope scope, List<Slot> slots) {
        return over(List.of(new Asked(wanted, scope, slots)));
    }

    /**
     * What each of them asks for, by the key of the slot, in as many statements for all as for one. The slots of one that asks
     * may overlap, and be in any order.
     *
     * @param all no two of their slots have the same key
     */
    Map<String, Sums> over(List<Asked> all) {
        Map<String, Sums> sums = new LinkedHashMap<>();
        all.forEach(asked -> asked.slots().forEach(slot -> sums.put(slot.key(), new Sums())));
        List<Asked> begun = Asked.begun(all);
        read(begun, null, (subject, slot) -> Objects.requireNonNull(sums.get(slot)));
        for (PeriodSource source : periodSources) {
            List<Asked> asking = Asked.asking(begun, source.measures());
            if (!asking.isEmpty()) {
                source.read(asking, sums);
            }
        }
        return sums;
    }

    /** Those of one slot by what is no time, each by its external id or name; who has nothing is absent. */
    Map<String, Sums> by(Set<Measure> wanted, KpiScope scope, Slot slot, Grouping grouping) {
        Map<String, Sums> sums = new HashMap<>();
        by(wanted, scope, List.of(slot), grouping)
                .forEach((subject, own) -> own.values().forEach(only -> sums.put(subject, only)));
        return sums;
    }

    /** The same of several slots, by subject and then by key of the slot; where a subject has nothing, it is absent. */
    Map<String, Map<String, Sums>> by(Set<Measure> wanted, KpiScope scope, List<Slot> slots, Grouping grouping) {
        Map<String, Map<String, Sums>> sums = new HashMap<>();
        read(
                Asked.begun(List.of(new Asked(wanted, scope, slots))),
                grouping,
                (subject, slot) ->
                        sums.computeIfAbsent(subject, one -> new HashMap<>()).computeIfAbsent(slot, one -> new Sums()));
        return grouping == Grouping.TEAM ? byExternalId(sums) : sums;
    }

    /** @param into the sums of a subject in the slot of that key */
    private void read(List<Asked> all, @Nullable Grouping grouping, BiFunction<String, String, Sums> into) {
        Set<Measure> wanted = EnumSet.noneOf(Measure.class);
        all.forEach(asked -> wanted.addAll(asked.measures()));
        for (FactSource source : FactSources.of(wanted)) {
            List<Asked> asking = Asked.asking(all, source.measures());
            List<Row> rows = rows(source, asking, grouping);
            RateTable rates = rates(rows, asking);
            for (Row row : rows) {
                for (Slot slot : row.asked().slots()) {
                    if (source.stock() ? !row.day().isAfter(slot.day()) : holds(slot, row)) {
                        add(row, source.stock() ? slot.day() : row.day(), rates, into.apply(row.subject(), slot.key()));
                    }
                }
            }
        }
    }

    private List<Row> rows(FactSource source, List<Asked> all, @Nullable Grouping grouping) {
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

    private Map<String, Map<String, Sums>> byExternalId(Map<String, Map<String, Sums>> byId) {
        Map<String, String> externalIds = new HashMap<>();
        for (TeamRef team : directory.teams()) {
            externalIds.put(String.valueOf(team.id().value()), team.externalId());
        }
        Map<String, Map<String, Sums>> sums = new HashMap<>();
        byId.forEach((id, own) -> sums.put(externalIds.getOrDefault(id, ""), own));
        return sums;
    }

    /** Whether whole months of whole teams are asked for; what is yet to come changes nothing. */
    private boolean isMonthly(FactSource source, Asked asked, @Nullable Grouping grouping) {
        LocalDate today = LocalDate.now(clock);
        Kind kind = asked.scope().kind();
        return source.monthly()
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

    private static boolean holds(Slot slot, Row row) {
        return slot.period().contains(row.day()) && !row.day().isAfter(slot.day());
    }

    private void ofDays(
            FactSource source,
            List<Asked> all,
            List<Measure> columns,
            @Nullable Grouping grouping,
            Consumer<Row> rows) {
        List<FactQuery> queries = all.stream()
                .map(asked -> FactQuery.of(source, asked.measures(), asked.scope(), grouping, asked.stretches(source))
                        .with(columns))
                .toList();
        String house = Objects.requireNonNullElse(house(), NO_CURRENCY);
        List<KpiSql.Question> questions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            LocalDate last = all.get(i).last();
            Map<String, Object> params =
                    Map.of("from", all.get(i).first(), "to", last, "after", last.plusDays(1), "house", house);
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

    @Nullable
    String house() {
        return measures.organisationsCurrency();
    }

    private @Nullable RateTable rates(Collection<Row> rows, List<Asked> all) {
        String house = house();
        if (house == null) {
            return null;
        }
        List<String> foreign = rows.stream()
                .map(Row::currency)
                .filter(currency -> !currency.equals(house) && !currency.equals(NO_CURRENCY))
                .distinct()
                .toList();
        LocalDate last = all.stream().map(Asked::last).max(LocalDate::compareTo).orElseThrow();
        return rateTables.into(house, foreign, last);
    }

    private static void add(Row row, LocalDate rateDay, @Nullable RateTable rates, Sums into) {
        BigDecimal amount = row.amount();
        if (row.measure().needsRate() && !row.currency().equals(NO_CURRENCY)) {
            BigDecimal rate =
                    rates == null ? null : rates.rate(row.currency(), rateDay).orElse(null);
            if (rate == null) {
                into.leftOut(row.currency());
                return;
            }
            amount = amount.multiply(rate.pow(row.measure().rates()));
        }
        if (row.part() == null) {
            into.add(row.measure(), amount);
        } else {
            into.count(row.measure(), row.part(), amount);
        }
    }

    /**
     * @param asked who asked for it
     * @param day the last of its stretch where it needs no rate of its own day
     */
    private record Row(
            Asked asked,
            String subject,
            LocalDate day,
            @Nullable Integer part,
            String currency,
            Measure measure,
            BigDecimal amount) {}
}
