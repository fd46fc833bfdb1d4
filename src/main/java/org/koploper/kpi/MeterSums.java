package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;
import org.springframework.stereotype.Component;

/** Reads what the four numbers are made of, and makes them as the catalogue does. */
@Component
class MeterSums {

    private final FactReader facts;
    private final Kept kept;

    MeterSums(FactReader facts, Kept kept) {
        this.facts = facts;
        this.kept = kept;
    }

    /** For one question; what is the same for everybody is read now. */
    Asked ask() {
        return new Asked(facts, kept.read(), facts.house());
    }

    /** The stretch of it that counts up to a day. */
    static Slot slot(Period period, LocalDate today) {
        return Slot.of(period.key(), period, today);
    }

    /** @param house the organisation's currency; null while it has none */
    record Asked(FactReader facts, Keeps keeps, @Nullable String house) {

        /** By external id; who has nothing is absent. */
        Map<String, Sums> by(KpiScope scope, Slot slot, Grouping grouping) {
            return facts.by(measures(), scope, slot, grouping);
        }

        Sums of(KpiScope scope, Slot slot) {
            return Objects.requireNonNull(over(scope, List.of(slot)).get(slot.key()));
        }

        /** By key of the slot. */
        Map<String, Sums> over(KpiScope scope, List<Slot> slots) {
            return facts.over(measures(), scope, slots);
        }

        private Set<Measure> measures() {
            Set<Measure> measures = EnumSet.noneOf(Measure.class);
            Stream.concat(
                            Stream.of(Kpi.OPEN_QUOTE_VALUE),
                            Stream.of(Meter.values()).map(Meter::kpi))
                    .forEach(kpi -> measures.addAll(formula(kpi).measures()));
            return measures;
        }

        private Formula formula(Kpi kpi) {
            return KpiFormulas.of(kpi, KpiBasis.CLOSE, keeps);
        }

        Reading reading(Kpi kpi, Slot slot, Sums sums) {
            return KpiMaking.made(formula(kpi), new Numbers(kpi, slot, slot.day(), sums, Map.of(), house));
        }

        Map<Meter, Reading> readings(Slot slot, Sums sums) {
            Map<Meter, Reading> readings = new EnumMap<>(Meter.class);
            for (Meter meter : Meter.values()) {
                readings.put(meter, reading(meter.kpi(), slot, sums));
            }
            return readings;
        }

        /** @param values of single orders; null where they are too many */
        MeterFacts facts(Sums sums, double atWork, @Nullable List<BigDecimal> values) {
            return MeterFacts.of(sums, keeps.quotes(), atWork, values);
        }
    }
}
