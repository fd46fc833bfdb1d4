package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.FactRows.Row;
import org.koploper.people.Directory;
import org.koploper.people.TeamRef;
import org.koploper.sales.RateTable;
import org.koploper.sales.RateTables;
import org.springframework.stereotype.Component;

/** Reads sums of measures: one statement for each source, and one for rates where there are other currencies. */
@Component
class FactReader {

    private final KeptSums kept;
    private final FactRows factRows;
    private final Directory directory;
    private final Measures measures;
    private final RateTables rateTables;
    private final List<PeriodSource> periodSources;

    FactReader(
            KeptSums kept,
            FactRows factRows,
            Directory directory,
            Measures measures,
            RateTables rateTables,
            List<PeriodSource> periodSources) {
        this.kept = kept;
        this.factRows = factRows;
        this.directory = directory;
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
        return over(List.of(new Asked(wanted, only, scope, slots)));
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
        List<Asked> everything =
                begun.stream().filter(asked -> asked.only().isEverything()).toList();
        for (PeriodSource source : periodSources) {
            List<Asked> asking = Asked.asking(everything, source.measures());
            if (!asking.isEmpty()) {
                source.read(asking, sums);
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
        read(
                Asked.begun(List.of(new Asked(wanted, only, scope, slots))),
                grouping,
                (subject, slot) ->
                        sums.computeIfAbsent(subject, one -> new HashMap<>()).computeIfAbsent(slot, one -> new Sums()));
        return grouping == Grouping.TEAM ? byExternalId(sums) : sums;
    }

    /** @param into the sums of a subject in the slot of that key */
    private void read(List<Asked> all, @Nullable Grouping grouping, BiFunction<String, String, Sums> into) {
        List<Asked> whole = kept.of(all, grouping);
        if (!whole.isEmpty()) {
            add(kept.rows(whole, grouping), whole, into);
        }
        List<Asked> others = KeptSums.others(all, whole);
        Set<Measure> wanted = EnumSet.noneOf(Measure.class);
        others.forEach(asked -> wanted.addAll(asked.measures()));
        for (FactSource source : FactSources.of(wanted)) {
            List<Asked> asking = Asked.asking(others, source.measures());
            add(factRows.of(source, asking, grouping), asking, into);
        }
    }

    private void add(List<Row> rows, List<Asked> asking, BiFunction<String, String, Sums> into) {
        RateTable rates = rates(rows, asking);
        for (Row row : rows) {
            boolean stock = FactSources.isStock(row.measure());
            for (Slot slot : row.asked().slots()) {
                if (stock ? !row.day().isAfter(slot.day()) : holds(slot, row)) {
                    add(row, stock ? slot.day() : row.day(), rates, into.apply(row.subject(), slot.key()));
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

    private static boolean holds(Slot slot, Row row) {
        return slot.period().contains(row.day()) && !row.day().isAfter(slot.day());
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
                .filter(currency -> !currency.equals(house) && !currency.equals(Measure.NO_CURRENCY))
                .distinct()
                .toList();
        LocalDate last = all.stream().map(Asked::last).max(LocalDate::compareTo).orElseThrow();
        return rateTables.into(house, foreign, last);
    }

    private static void add(Row row, LocalDate rateDay, @Nullable RateTable rates, Sums into) {
        BigDecimal amount = row.amount();
        if (row.measure().needsRate() && !row.currency().equals(Measure.NO_CURRENCY)) {
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
}
