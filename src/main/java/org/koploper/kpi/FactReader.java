package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiScope.Kind;
import org.koploper.money.Decimals;
import org.koploper.people.Directory;
import org.koploper.people.TeamRef;
import org.koploper.sales.RateTable;
import org.koploper.sales.RateTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sums of measures: one statement for each source, and one for rates where there are other currencies. */
@Component
class FactReader {

    private static final String NO_CURRENCY = "XXX";

    /** With more of them than that, a statement that tells them apart takes longer than one that tells of every day. */
    private static final int MOST_STRETCHES = 64;

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
        return over(wanted, Only.EVERYTHING, scope, slots);
    }

    /** The same narrowed down; what is known of a period only is then not known. */
    Map<String, Sums> over(Set<Measure> wanted, Only only, KpiScope scope, List<Slot> slots) {
        Map<String, Sums> sums = new LinkedHashMap<>();
        slots.forEach(slot -> sums.put(slot.key(), new Sums()));
        List<Slot> begun = begun(slots);
        if (begun.isEmpty()) {
            return sums;
        }
        read(wanted, only, scope, begun, null, (subject, slot) -> Objects.requireNonNull(sums.get(slot)));
        for (PeriodSource source : only.isEverything() ? periodSources : List.<PeriodSource>of()) {
            Set<Measure> asked = EnumSet.copyOf(source.measures());
            asked.retainAll(wanted);
            if (!asked.isEmpty()) {
                source.read(asked, scope, begun, sums);
            }
        }
        return sums;
    }

    /** Those of one slot by what is no time, each by its external id or name; who has nothing is absent. */
    Map<String, Sums> by(Set<Measure> wanted, KpiScope scope, Slot slot, Grouping grouping) {
        return by(wanted, Only.EVERYTHING, scope, slot, grouping);
    }

    /** The same narrowed down. */
    Map<String, Sums> by(Set<Measure> wanted, Only only, KpiScope scope, Slot slot, Grouping grouping) {
        Map<String, Sums> sums = new HashMap<>();
        by(wanted, only, scope, List.of(slot), grouping)
                .forEach((subject, own) -> own.values().forEach(one -> sums.put(subject, one)));
        return sums;
    }

    /** The same of several slots, by subject and then by key of the slot; where a subject has nothing, it is absent. */
    Map<String, Map<String, Sums>> by(Set<Measure> wanted, KpiScope scope, List<Slot> slots, Grouping grouping) {
        return by(wanted, Only.EVERYTHING, scope, slots, grouping);
    }

    private Map<String, Map<String, Sums>> by(
            Set<Measure> wanted, Only only, KpiScope scope, List<Slot> slots, Grouping grouping) {
        Map<String, Map<String, Sums>> sums = new HashMap<>();
        List<Slot> begun = begun(slots);
        if (!begun.isEmpty()) {
            read(
                    wanted,
                    only,
                    scope,
                    begun,
                    grouping,
                    (subject, slot) -> sums.computeIfAbsent(subject, one -> new HashMap<>())
                            .computeIfAbsent(slot, one -> new Sums()));
        }
        return grouping == Grouping.TEAM ? byExternalId(sums) : sums;
    }

    private static List<Slot> begun(List<Slot> slots) {
        return slots.stream()
                .filter(Slot::hasBegun)
                .sorted(Comparator.comparing((Slot slot) -> slot.period().from())
                        .thenComparing(Slot::day))
                .toList();
    }

    /** @param into the sums of a subject in the slot of that key */
    private void read(
            Set<Measure> wanted,
            Only only,
            KpiScope scope,
            List<Slot> slots,
            @Nullable Grouping grouping,
            BiFunction<String, String, Sums> into) {
        for (FactSource source : FactSources.of(wanted)) {
            FactQuery query = FactQuery.of(source, wanted, scope, grouping, only, stretches(source, slots));
            List<Row> rows = byMonth(query, slots) ? ofMonths(query, slots) : rows(query, slots);
            RateTable rates = rates(rows, last(slots));
            for (Row row : rows) {
                for (Slot slot : slots) {
                    if (source.stock() ? !row.day().isAfter(slot.day()) : holds(slot, row)) {
                        add(row, source.stock() ? slot.day() : row.day(), rates, into.apply(row.subject(), slot.key()));
                    }
                }
            }
        }
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

    /**
     * The last day of each stretch that lies in the same slots from end to end; none when there would be too many, or where the
     * day of a fact has to be looked up: PostgreSQL would do so for each of them.
     */
    private static List<LocalDate> stretches(FactSource source, List<Slot> slots) {
        LocalDate first = first(slots);
        SortedSet<LocalDate> ends = new TreeSet<>();
        for (Slot slot : slots) {
            ends.add(slot.day());
            LocalDate before = slot.period().from().minusDays(1);
            if (!before.isBefore(first)) {
                ends.add(before);
            }
        }
        boolean looksUp = source.branches().stream().anyMatch(Branch::isDerived);
        return ends.size() > (looksUp ? 1 : MOST_STRETCHES) ? List.of() : List.copyOf(ends);
    }

    private static LocalDate first(List<Slot> slots) {
        return slots.getFirst().period().from();
    }

    private static LocalDate last(List<Slot> slots) {
        return slots.stream().map(Slot::day).max(LocalDate::compareTo).orElseThrow();
    }

    /** Whether whole months of whole teams are asked for, and are there; what is yet to come changes nothing. */
    private boolean byMonth(FactQuery query, List<Slot> slots) {
        LocalDate today = LocalDate.now(clock);
        return query.source().monthly()
                && query.only().isEverything()
                && (query.scope().kind() == Kind.ORGANISATION || query.scope().kind() == Kind.TEAM)
                && (query.by() == null || query.by() == Grouping.TEAM)
                && slots.stream()
                        .allMatch(slot -> slot.isWholeMonths()
                                && (slot.isOver() || !slot.day().isBefore(today)))
                && months.ready();
    }

    private List<Row> ofMonths(FactQuery query, List<Slot> slots) {
        boolean everybody = query.scope().kind() == Kind.ORGANISATION;
        return sql.about(query.scope(), TeamMonths.question(query.measures(), everybody, query.by() != null))
                .param("from", first(slots))
                .param("to", last(slots))
                .query((row, n) -> {
                    String subject = row.getString("subject");
                    return new Row(
                            subject == null || subject.equals(String.valueOf(TeamMonths.NO_TEAM)) ? "" : subject,
                            row.getObject("total_day", LocalDate.class),
                            row.getInt("part") < 0 ? null : row.getInt("part"),
                            row.getString("currency"),
                            Measure.valueOf(row.getString("measure")),
                            Decimals.canonical(row.getBigDecimal("amount")));
                })
                .list();
    }

    private static boolean holds(Slot slot, Row row) {
        return slot.period().contains(row.day()) && !row.day().isAfter(slot.day());
    }

    private List<Row> rows(FactQuery query, List<Slot> slots) {
        LocalDate last = last(slots);
        List<LocalDate> stretches = query.stretches();
        JdbcClient.StatementSpec statement = sql.about(query.scope(), query.sql())
                .param("from", first(slots))
                .param("to", last)
                .param("after", last.plusDays(1))
                .param("house", Objects.requireNonNullElse(house(), NO_CURRENCY))
                .params(query.only().parameters());
        List<Row> rows = new ArrayList<>();
        statement.query(row -> {
            int part = row.getInt("part");
            Integer number = row.wasNull() ? null : part;
            LocalDate day = row.getObject("on_day", LocalDate.class);
            LocalDate on = day == null ? stretches.get(row.getInt("stretch")) : day;
            for (int i = 0; i < query.measures().size(); i++) {
                BigDecimal amount = row.getBigDecimal("m" + i);
                if (amount != null && amount.signum() != 0) {
                    rows.add(new Row(
                            Objects.requireNonNullElse(row.getString("subject"), ""),
                            on,
                            number,
                            row.getString("currency"),
                            query.measures().get(i),
                            Decimals.canonical(amount)));
                }
            }
        });
        return rows;
    }

    @Nullable
    String house() {
        return measures.organisationsCurrency();
    }

    private @Nullable RateTable rates(Collection<Row> rows, LocalDate lastDay) {
        String house = house();
        if (house == null) {
            return null;
        }
        List<String> foreign = rows.stream()
                .map(Row::currency)
                .filter(currency -> !currency.equals(house) && !currency.equals(NO_CURRENCY))
                .distinct()
                .toList();
        return rateTables.into(house, foreign, lastDay);
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

    /** @param day the last of its stretch where it needs no rate of its own day */
    private record Row(
            String subject,
            LocalDate day,
            @Nullable Integer part,
            String currency,
            Measure measure,
            BigDecimal amount) {}
}
