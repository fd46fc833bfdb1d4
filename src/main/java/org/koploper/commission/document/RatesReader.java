package org.koploper.commission.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.koploper.commission.engine.Match;
import org.koploper.commission.engine.Rates;

/** Reads rates and the kinds of credit they are for. */
final class RatesReader {

    static final int MOST_CASES = 200;
    private static final int MOST_VALUES = 500;

    /** How near to the single thing sold a trait is; what is not named here is as wide as can be. */
    private static final Map<String, Integer> NEARNESS = Map.of("variant", 1000, "product", 100, "category", 10);

    private static final Map<String, Boolean> MATCH = Map.of("first", false, "most-specific", true);

    private RatesReader() {}

    /** One rate for all, or {@code rates} by kind, of which the first that fits holds, or the most specific one. */
    static Rates read(PlanFields fields) {
        if (!fields.has("rates")) {
            return new Rates(List.of(one(fields, Match.ALL)));
        }
        boolean nearest = fields.choice("match", MATCH, "first");
        List<Rates.Case> cases =
                new ArrayList<>(fields.list("rates", MOST_CASES, (fields1, index) -> one(fields1, where(fields1))));
        if (nearest) {
            cases.sort(Comparator.comparingInt((Rates.Case one) -> nearness(one.when()))
                    .reversed());
        }
        return new Rates(cases);
    }

    private static int nearness(Match match) {
        return match.wanted().keySet().stream()
                .mapToInt(trait -> NEARNESS.getOrDefault(trait, 1))
                .sum();
    }

    /** Exactly one of {@code rate}, {@code multiplier}, {@code each} and {@code fixed}. */
    private static Rates.Case one(PlanFields fields, Match when) {
        List<String> given = new ArrayList<>();
        for (String name : List.of("rate", "multiplier", "each", "fixed")) {
            if (fields.has(name)) {
                given.add(name);
            }
        }
        if (given.size() != 1) {
            throw fields.fault("rate", given.isEmpty() ? "missing" : "one-of", "rate, multiplier, each, fixed");
        }
        String name = given.getFirst();
        BigDecimal value = fields.decimal(name, PlanDocument.RATE_DECIMALS);
        boolean above = fields.has("above_100_percent")
                && fields.text("above_100_percent").equals("true");
        // "5" meant as 5 % would pay five times the sale
        if (value.signum() < 0 || name.equals("rate") && value.compareTo(BigDecimal.ONE) > 0 && !above) {
            throw fields.fault(name, "rate-out-of-range", value.toPlainString());
        }
        return new Rates.Case(when, value, name.equals("fixed"));
    }

    /** {@code where:} with allowed values by trait; everything where it is missing. */
    static Match where(PlanFields fields) {
        if (!fields.has("where")) {
            return Match.ALL;
        }
        PlanFields traits = fields.object("where");
        Map<String, Set<String>> wanted = new TreeMap<>();
        for (String trait : traits.names()) {
            wanted.put(trait, Set.copyOf(traits.texts(trait, MOST_VALUES)));
        }
        return new Match(wanted);
    }
}
