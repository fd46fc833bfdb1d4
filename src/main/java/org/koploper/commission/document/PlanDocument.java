package org.koploper.commission.document;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Amortisation;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Exchange;
import org.koploper.commission.engine.Late;
import org.koploper.commission.engine.PayTerms;
import org.koploper.commission.engine.Rounding;
import org.koploper.commission.engine.Terms;
import org.koploper.commission.engine.Validity;
import org.koploper.money.Decimals;
import org.koploper.money.Money;

/**
 * A plan version as it is written, in YAML or JSON: {@code plan} (what it is called and when it holds), {@code components},
 * {@code rounding} and {@code examples}. A switch that is left out means its default, which the schema states; a field
 * nobody knows is refused.
 *
 * @param header null where the document is the rules alone, and name, currency and days come from elsewhere
 * @param roundsEachStep whether converted deals and lines are rounded too
 * @param pay when what is earned is paid
 * @param exchange between currencies
 * @param late what becomes of what is found out about a closed month
 * @param amortisation how the books spread what is earned; null where the plan does not say
 * @param examples what the rules are held to, none or more
 */
public record PlanDocument(
        @Nullable Header header,
        List<Component> components,
        RoundingMode rounding,
        boolean roundsEachStep,
        PayTerms pay,
        Exchange exchange,
        Late late,
        @Nullable Amortisation amortisation,
        List<Example> examples) {

    /** With these and the decimals of deals and shares, no amount can have more decimals than the ledger keeps. */
    static final int RATE_DECIMALS = 6;

    static final int AMOUNT_DECIMALS = 4;
    /** How often it pays out; every month, so far. */
    private static final Map<String, Boolean> PERIOD = Map.of("month", true);

    private static final int MOST_COMPONENTS = 20;
    private static final int MOST_EXAMPLES = 200;
    private static final Map<String, Boolean> STARTS = Map.of("same-month", false, "next-month", true);

    /**
     * @param version counted from 1
     * @param to null while there is no end
     */
    public record Header(
            String name,
            Currency currency,
            int version,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** @throws PlanFault naming the first field that does not fit */
    public static PlanDocument parse(String text) {
        PlanFields document = PlanFields.of(text);
        Header header = document.has("plan") ? header(document.object("plan")) : null;
        List<Component> components =
                document.list("components", MOST_COMPONENTS, (fields, index) -> ComponentReader.read(fields));
        refuseTwins(components);
        RoundingMode mode = RoundingMode.HALF_UP;
        boolean eachStep = false;
        if (document.has("rounding")) {
            PlanFields rounding = document.object("rounding");
            mode = rounding.choice("mode", Choices.ROUNDING, "HALF_UP");
            eachStep = rounding.choice("each_step", Choices.YES_OR_NO, "false");
            rounding.done();
        }
        PayTerms pay = PayReader.read(document);
        Exchange exchange = ExchangeReader.read(document);
        Late late = LateReader.read(document);
        Amortisation spread = document.has("accounting") ? spread(document.object("accounting")) : null;
        List<Example> examples =
                document.listOrNone("examples", MOST_EXAMPLES, (fields, index) -> ExampleReader.read(fields, header));
        document.done();
        return new PlanDocument(header, components, mode, eachStep, pay, exchange, late, spread, examples);
    }

    /**
     * Ready for the engine.
     *
     * @throws PlanFault when a part asks for one that is not there
     */
    public Terms terms(String plan, int version, Currency currency, Validity validity) {
        try {
            Currency paid = exchange.payIn() == null ? currency : exchange.payIn();
            return new Terms(
                    plan,
                    version,
                    currency,
                    validity,
                    components,
                    new Rounding(rounding, Money.decimals(paid), roundsEachStep),
                    pay,
                    exchange);
        } catch (IllegalArgumentException e) {
            throw new PlanFault("components", "does-not-fit", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Ready for the engine, by its own header.
     *
     * @throws PlanFault when it has none, or a part asks for one that is not there
     */
    public Terms terms() {
        if (header == null) {
            throw new PlanFault("plan", "missing");
        }
        return terms(header.name(), header.version(), header.currency(), new Validity(header.from(), header.to()));
    }

    /** What its examples come to under that name, each against what it says. */
    public List<ExampleResult> tried(String plan, int version, Currency currency) {
        Validity days =
                header == null ? new Validity(ExampleReader.NO_DAY, null) : new Validity(header.from(), header.to());
        return Examples.run(this, terms(plan, version, currency, days));
    }

    /**
     * Refuses a plan that does not pay what its own examples say.
     *
     * @throws PlanFault naming the first example that differs
     */
    public static void refuseDifferences(List<ExampleResult> results) {
        for (int i = 0; i < results.size(); i++) {
            if (!results.get(i).pass()) {
                ExampleResult.Difference first = results.get(i).differences().getFirst();
                throw new PlanFault(
                        "examples[" + i + "]",
                        "example-differs",
                        results.get(i).example(),
                        Decimals.plain(first.expected()),
                        Decimals.plain(first.actual()));
            }
        }
    }

    private static Amortisation spread(PlanFields fields) {
        int months = fields.whole("months");
        boolean next = fields.choice("starts", STARTS, "same-month");
        int atOnce = fields.has("at_once_up_to") ? fields.whole("at_once_up_to") : 0;
        fields.done();
        return fields.fitting("months", () -> new Amortisation(months, next, atOnce));
    }

    private static Header header(PlanFields fields) {
        String name = fields.text("name");
        Currency currency = fields.currency("currency");
        int version = fields.has("version") ? fields.whole("version") : 1;
        fields.choice("period", PERIOD, "month");
        PlanFields valid = fields.object("valid");
        LocalDate from = valid.date("from");
        LocalDate to = valid.dateOrNull("to");
        valid.done();
        fields.done();
        if (version < 1) {
            throw fields.fault("version", "does-not-fit", version);
        }
        if (to != null && to.isBefore(from)) {
            throw fields.fault("valid", "ends-before-start");
        }
        return new Header(name, currency, version, from, to);
    }

    private static void refuseTwins(List<Component> components) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < components.size(); i++) {
            if (!names.add(components.get(i).name())) {
                throw new PlanFault(
                        "components[" + i + "].name",
                        "name-twice",
                        components.get(i).name());
            }
        }
    }
}
