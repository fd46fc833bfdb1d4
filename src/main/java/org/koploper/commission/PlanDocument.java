package org.koploper.commission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Band;
import org.koploper.commission.engine.Boundary;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.MarginalTiers;
import org.koploper.commission.engine.RateRule;
import org.koploper.commission.engine.Rounding;
import org.koploper.commission.engine.Terms;
import org.koploper.commission.engine.Validity;
import org.koploper.money.Money;

/**
 * The rules of a plan version as they are written: JSON with {@code components} (each a {@code name}, a {@code measure}
 * and one of {@code flat} or {@code tiers}) and {@code rounding}. A switch that is left out means its default:
 * {@code measure} revenue, {@code mode} marginal, {@code accumulate} period (the month; {@code month} says the same),
 * {@code boundary} upper, rounding half up. A field nobody knows is refused.
 */
record PlanDocument(List<Component> components, RoundingMode rounding) {

    /** With these and the decimals of deals and shares, no amount can have more decimals than the ledger keeps. */
    static final int RATE_DECIMALS = 6;

    private static final int AMOUNT_DECIMALS = 4;
    private static final int NAME_LENGTH = 100;
    private static final int MOST_COMPONENTS = 20;
    private static final int MOST_BANDS = 50;

    private static final Map<String, Accumulate> ACCUMULATE = choices(
            "period", Accumulate.MONTH,
            "month", Accumulate.MONTH,
            "quarter", Accumulate.QUARTER,
            "year", Accumulate.YEAR,
            "none", Accumulate.NONE);
    private static final Map<String, Boundary> BOUNDARY = choices("upper", Boundary.UPPER, "lower", Boundary.LOWER);
    private static final Map<String, String> MODE = choices("marginal", "marginal");
    private static final Map<String, String> MEASURE = choices("revenue", "revenue");
    private static final Map<String, RoundingMode> ROUNDING = choices(
            "HALF_UP", RoundingMode.HALF_UP,
            "HALF_EVEN", RoundingMode.HALF_EVEN,
            "UP", RoundingMode.UP,
            "DOWN", RoundingMode.DOWN);

    /** @throws PlanFault naming the first field that does not fit */
    static PlanDocument parse(String json) {
        JsonFields document = JsonFields.of(json);
        List<Component> components = document.list("components", MOST_COMPONENTS, (fields, index) -> component(fields));
        Set<String> names = new java.util.HashSet<>();
        for (int i = 0; i < components.size(); i++) {
            if (!names.add(components.get(i).name())) {
                throw new PlanFault(
                        "components[" + i + "].name",
                        "name-twice",
                        components.get(i).name());
            }
        }
        RoundingMode mode = RoundingMode.HALF_UP;
        if (document.has("rounding")) {
            JsonFields rounding = document.object("rounding");
            mode = rounding.choice("mode", ROUNDING, "HALF_UP");
            rounding.done();
        }
        document.done();
        return new PlanDocument(components, mode);
    }

    /** Ready for the engine. */
    Terms terms(String plan, int version, Currency currency, Validity validity) {
        return new Terms(
                plan, version, currency, validity, components, new Rounding(rounding, Money.decimals(currency)));
    }

    private static Component component(JsonFields fields) {
        String name = fields.text("name");
        if (name.length() > NAME_LENGTH) {
            throw new PlanFault(fields.path("name"), "too-long", NAME_LENGTH);
        }
        fields.choice("measure", MEASURE, "revenue");
        if (fields.has("flat") == fields.has("tiers")) {
            throw new PlanFault(fields.path("flat"), "one-of-flat-and-tiers");
        }
        RateRule rule = fields.has("flat") ? flat(fields.object("flat")) : tiers(fields.object("tiers"));
        return fitting(fields.path("name"), () -> new Component(name, rule));
    }

    private static RateRule flat(JsonFields fields) {
        BigDecimal rate = rate(fields);
        fields.done();
        return new FlatRate(rate);
    }

    private static RateRule tiers(JsonFields fields) {
        fields.choice("mode", MODE, "marginal");
        Accumulate accumulate = fields.choice("accumulate", ACCUMULATE, "period");
        Boundary boundary = fields.choice("boundary", BOUNDARY, "upper");
        List<Band> bands = fields.list("bands", MOST_BANDS, (band, index) -> band(band));
        fields.done();
        return fitting(fields.path("bands"), () -> new MarginalTiers(accumulate, boundary, bands));
    }

    private static Band band(JsonFields fields) {
        BigDecimal from = fields.decimal("from", AMOUNT_DECIMALS);
        BigDecimal to = fields.has("to") ? fields.decimal("to", AMOUNT_DECIMALS) : null;
        BigDecimal rate = rate(fields);
        return fitting(fields.path("from"), () -> new Band(from, to, rate));
    }

    private static BigDecimal rate(JsonFields fields) {
        BigDecimal rate = fields.decimal("rate", RATE_DECIMALS);
        // "5" meant as 5 % would pay five times the sale
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
            throw new PlanFault(fields.path("rate"), "rate-out-of-range", rate.toPlainString());
        }
        return rate;
    }

    /** What the engine refuses is a fault of the document, at that place. */
    private static <T> T fitting(String path, java.util.function.Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new PlanFault(path, "does-not-fit", String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> choices(Object... namesAndValues) {
        Map<String, T> choices = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            choices.put((String) namesAndValues[i], (T) namesAndValues[i + 1]);
        }
        return choices;
    }
}
