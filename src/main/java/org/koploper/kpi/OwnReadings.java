package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiReason.Code;
import org.springframework.stereotype.Component;

/** What KPIs of one's own read: each side is asked for by itself, since each is narrowed down in its own way. */
@Component
class OwnReadings {

    private static final String ABOVE = "above ";
    private static final String BELOW = "below ";

    private final FactReader facts;

    OwnReadings(FactReader facts) {
        this.facts = facts;
    }

    /** One of them in several stretches of time. */
    record Series(OwnKpi kpi, KpiScope scope, List<Slot> slots) {

        private boolean isThere() {
            return kpi.levels().contains(scope.kind());
        }
    }

    /** Each in its order, by key of the slot: in as many statements for many as for one. */
    List<Map<String, Reading>> each(List<Series> all, LocalDate asOf) {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Series one = all.get(i);
            if (one.isThere()) {
                OwnPart whole = one.kpi().terms().whole();
                asked.add(asked(ABOVE + i, one.kpi().terms().part(), one));
                if (whole != null) {
                    asked.add(asked(BELOW + i, whole, one));
                }
            }
        }
        Map<String, Sums> sums = facts.over(asked);
        List<Map<String, Reading>> readings = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            readings.add(
                    all.get(i).isThere()
                            ? made(all.get(i), i, sums, asOf)
                            : nowhere(all.get(i).kpi(), all.get(i).slots()));
        }
        return readings;
    }

    /** Where there are no numbers of it. */
    static Map<String, Reading> nowhere(OwnKpi kpi, List<Slot> slots) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        slots.forEach(slot -> readings.put(slot.key(), KpiMaking.notHere(kpi)));
        return readings;
    }

    /** Keys of slots say whose they are, and of which side. */
    private static Asked asked(String side, OwnPart part, Series one) {
        return new Asked(
                part.what().measures(),
                part.only(),
                one.scope(),
                one.slots().stream()
                        .map(slot -> new Slot(key(side, slot), slot.period(), slot.day()))
                        .toList());
    }

    private static String key(String side, Slot slot) {
        return side + " " + slot.key();
    }

    private Map<String, Reading> made(Series one, int number, Map<String, Sums> sums, LocalDate asOf) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Slot slot : one.slots()) {
            Sums above = Objects.requireNonNull(sums.get(key(ABOVE + number, slot)));
            Sums below = sums.getOrDefault(key(BELOW + number, slot), new Sums());
            readings.put(
                    slot.key(),
                    made(one.kpi(), new Numbers(one.kpi(), slot, asOf, above, Map.of(), facts.house()), below));
        }
        return readings;
    }

    /** By external id or name; who has nothing of either side is absent. */
    Map<String, Reading> by(OwnKpi kpi, KpiScope scope, Slot slot, LocalDate asOf, Grouping grouping) {
        OwnPart whole = kpi.terms().whole();
        Map<String, Sums> above = by(kpi.terms().part(), scope, slot, grouping);
        Map<String, Sums> below = whole == null ? Map.of() : by(whole, scope, slot, grouping);
        Set<String> subjects = new TreeSet<>(above.keySet());
        subjects.addAll(below.keySet());
        Map<String, Reading> readings = new TreeMap<>();
        for (String subject : subjects) {
            Sums sums = above.getOrDefault(subject, new Sums());
            readings.put(
                    subject,
                    made(
                            kpi,
                            new Numbers(kpi, slot, asOf, sums, Map.of(), facts.house()),
                            below.getOrDefault(subject, new Sums())));
        }
        return readings;
    }

    private Map<String, Sums> by(OwnPart part, KpiScope scope, Slot slot, Grouping grouping) {
        return facts.by(part.what().measures(), part.only(), scope, slot, grouping);
    }

    private static Reading made(OwnKpi kpi, Numbers above, Sums below) {
        if (!above.slot().hasBegun()) {
            return above.none(Code.NOT_BEGUN);
        }
        Reading reading = number(kpi.terms(), above, below);
        Set<String> withoutRate = new TreeSet<>();
        addWithoutRate(kpi.terms().part(), above.sums(), withoutRate);
        addWithoutRate(kpi.terms().whole(), below, withoutRate);
        boolean withoutPay = above.of(Measure.PAY_LEFT_OUT).signum() > 0
                || below.of(Measure.PAY_LEFT_OUT).signum() > 0;
        return reading.noting(withoutPay ? KpiReason.of(Code.WITHOUT_PAY) : null)
                .noting(withoutRate.isEmpty() ? null : KpiReason.of(Code.NO_RATE, String.join(", ", withoutRate)));
    }

    private static Reading number(OwnKpiTerms terms, Numbers above, Sums below) {
        OwnPart whole = terms.whole();
        BigDecimal part = terms.part().what().of(above.sums());
        BigDecimal by = whole == null ? null : whole.what().of(below);
        if (part == null || whole != null && by == null) {
            return above.none(Code.NOT_HERE);
        }
        if (by == null) {
            return above.reading(part, part, null, terms.unit().isMoney() ? null : part, null);
        }
        return terms.isRate() ? above.rate(part, by) : above.quotient(part, by);
    }

    private static void addWithoutRate(@Nullable OwnPart part, Sums sums, Set<String> into) {
        if (part != null && part.what().needsRate()) {
            into.addAll(sums.withoutRate());
        }
    }
}
