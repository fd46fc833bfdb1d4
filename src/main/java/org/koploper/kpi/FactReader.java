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

    /** The same measures of every slot, by its key. */
    Map<String, Sums> over(Set<Measure> wanted, KpiScope scope, List<Slot> slots) {
        Map<String, Sums> sums = new LinkedHashMap<>();
        slots.forEach(slot -> sums.put(slot.key(), new Sums()));
        List<Slot> begun = slots.stream().filter(Slot::hasBegun).toList();
        if (begun.isEmpty()) {
            return sums;
        }
        boolean byDay = begun.size() > 1;
        for (FactSource source : FactSources.of(wanted)) {
            FactQuery query = FactQuery.of(source, wanted, scope, null, byDay);
            List<Row> rows = byMonth(query, begun) ? ofMonths(query, begun) : rows(query, begun);
            RateTable rates = rates(rows, begun.getLast().day());
            for (Slot slot : begun) {
                Sums into = Objects.requireNonNull(sums.get(slot.key()));
                rows.stream()
                        .filter(row -> source.stock() ? !row.day().isAfter(slot.day()) : holds(slot, row))
                        .forEach(row -> add(row, source.stock() ? slot.day() : row.day(), rates, into));
            }
        }
        for (PeriodSource source : periodSources) {
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
        Map<String, Sums> sums = new HashMap<>();
        if (!slot.hasBegun()) {
            return sums;
        }
        for (FactSource source : FactSources.of(wanted)) {
            FactQuery query = FactQuery.of(source, wanted, scope, grouping, false);
            List<Row> rows =
                    byMonth(query, List.of(slot)) ? ofMonths(query, List.of(slot)) : rows(query, List.of(slot));
            RateTable rates = rates(rows, slot.day());
            rows.forEach(row -> add(
                    row,
                    source.stock() ? slot.day() : row.day(),
                    rates,
                    sums.computeIfAbsent(row.subject(), subject -> new Sums())));
        }
        return grouping == Grouping.TEAM ? byExternalId(sums) : sums;
    }

    private Map<String, Sums> byExternalId(Map<String, Sums> byId) {
        Map<String, String> externalIds = new HashMap<>();
        for (TeamRef team : directory.teams()) {
            externalIds.put(String.valueOf(team.id().value()), team.externalId());
        }
        Map<String, Sums> sums = new HashMap<>();
        byId.forEach((id, own) -> sums.put(externalIds.getOrDefault(id, ""), own));
        return sums;
    }

    /** Whether whole months of whole teams are asked for, and are there; what is yet to come changes nothing. */
    private boolean byMonth(FactQuery query, List<Slot> slots) {
        LocalDate today = LocalDate.now(clock);
        return query.source().monthly()
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
                .param("from", slots.getFirst().period().from())
                .param("to", slots.getLast().period().to())
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
        LocalDate first = slots.getFirst().period().from();
        LocalDate last = slots.getLast().day();
        JdbcClient.StatementSpec statement = sql.about(query.scope(), query.sql())
                .param("from", first)
                .param("to", last)
                .param("after", last.plusDays(1))
                .param("house", Objects.requireNonNullElse(house(), NO_CURRENCY));
        List<Row> rows = new ArrayList<>();
        statement.query(row -> {
            int part = row.getInt("part");
            Integer number = row.wasNull() ? null : part;
            for (int i = 0; i < query.measures().size(); i++) {
                BigDecimal amount = row.getBigDecimal("m" + i);
                if (amount != null && amount.signum() != 0) {
                    rows.add(new Row(
                            Objects.requireNonNullElse(row.getString("subject"), ""),
                            Objects.requireNonNullElse(row.getObject("on_day", LocalDate.class), first),
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
            amount = row.measure().isMoney() ? amount.multiply(rate) : amount;
        }
        if (row.part() == null) {
            into.add(row.measure(), amount);
        } else {
            into.count(row.measure(), row.part(), amount);
        }
    }

    /** @param day the first of all where nobody needs it */
    private record Row(
            String subject,
            LocalDate day,
            @Nullable Integer part,
            String currency,
            Measure measure,
            BigDecimal amount) {}
}
