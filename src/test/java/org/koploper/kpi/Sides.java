package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** People to be compared, by name, each with what the four numbers are made of. */
final class Sides {

    private static final int DAYS_AT_WORK = 60;

    final Map<String, MeterFacts> each = new LinkedHashMap<>();

    /** Somebody who has 10 quotes open, won 30 of 60 in 20 days each, and sold 30 orders of 1,000. */
    static MeterFacts usual() {
        return side(10, 30, 60, Collections.nCopies(30, "1000"), 20);
    }

    static MeterFacts side(int open, int won, int decided, List<String> values, int days) {
        NavigableMap<Integer, BigDecimal> cycles = new TreeMap<>();
        if (won > 0) {
            cycles.put(days, BigDecimal.valueOf(won));
        }
        return side(open, won, decided, values.stream().map(BigDecimal::new).toList(), cycles);
    }

    static MeterFacts side(
            int open, int won, int decided, List<BigDecimal> values, NavigableMap<Integer, BigDecimal> cycles) {
        return new MeterFacts(
                open,
                DAYS_AT_WORK,
                values.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                BigDecimal.valueOf(values.size()),
                values,
                won,
                decided,
                cycles);
    }

    Sides with(String name, MeterFacts facts) {
        each.put(name, facts);
        return this;
    }

    /** So many more who are all the same. */
    Sides colleagues(int count) {
        for (int i = 0; i < count; i++) {
            each.put("Colleague " + i, usual());
        }
        return this;
    }

    Map<Meter, Beside> compared(String name) {
        return Comparison.of(each, Comparison.FEWEST_PEOPLE).get(name);
    }

    Beside compared(String name, Meter meter) {
        return compared(name).get(meter);
    }
}
