package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
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

    private final FactReader facts;

    OwnReadings(FactReader facts) {
        this.facts = facts;
    }

    /** By key of the slot. */
    Map<String, Reading> over(OwnKpi kpi, KpiScope scope, List<Slot> slots, LocalDate asOf) {
        OwnPart whole = kpi.terms().whole();
        Map<String, Sums> above = over(kpi.terms().part(), scope, slots);
        Map<String, Sums> below = whole == null ? Map.of() : over(whole, scope, slots);
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Slot slot : slots) {
            Sums sums = Objects.requireNonNull(above.get(slot.key()));
            readings.put(
                    slot.key(),
                    made(
                            kpi,
                            new Numbers(kpi, slot, asOf, sums, Map.of(), facts.house()),
                            below.getOrDefault(slot.key(), new Sums())));
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

    private Map<String, Sums> over(OwnPart part, KpiScope scope, List<Slot> slots) {
        return facts.over(part.what().measures(), part.only(), scope, slots);
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
