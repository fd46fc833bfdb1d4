package org.koploper.commission.document;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Band;
import org.koploper.commission.engine.Boundary;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Exchange;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.Late;
import org.koploper.commission.engine.On;
import org.koploper.commission.engine.PayTerms;
import org.koploper.commission.engine.Rates;
import org.koploper.commission.engine.TierRule;
import tools.jackson.databind.json.JsonMapper;

/** Writes what forms can say as the document that people would write by hand. */
public final class PlanText {

    private static final JsonMapper QUOTES = JsonMapper.builder().build();

    private PlanText() {}

    /** Whether a component is no more than a rate, or marginal tiers of revenue, of which forms know. */
    public static boolean isPlain(Component component) {
        boolean isRule = switch (component.rule()) {
            case FlatRate flat -> isOne(flat.rates());
            case TierRule tiers ->
                tiers.on() == On.COUNTED
                        && tiers.bands().stream().allMatch(band -> !band.rerates() && isOne(band.rates()));
            default -> false;
        };
        return isRule && component.equals(new Component(component.name(), component.rule()));
    }

    /** Whether a document is no more than such components, so that a form loses nothing of it. */
    public static boolean isPlain(PlanDocument document) {
        return document.header() == null
                && document.rounding() == RoundingMode.HALF_UP
                && !document.roundsEachStep()
                && document.pay().equals(PayTerms.AT_ONCE)
                && document.exchange().equals(Exchange.CLOSE)
                && document.late().equals(Late.CARRIED_FORWARD)
                && document.amortisation() == null
                && document.examples().isEmpty()
                && document.components().stream().allMatch(PlanText::isPlain);
    }

    /** The document as it was written; where a program wrote one that forms can say, as people would write it. */
    public static String readable(String document) {
        if (!isJson(document)) {
            return document;
        }
        PlanDocument read = PlanDocument.parse(document);
        return isPlain(read) ? of(read.components()) : document;
    }

    /** With what it is called and when it holds at its head, where it does not say so itself: a file of its own. */
    public static String complete(
            String document, String name, Currency currency, int version, LocalDate from, @Nullable LocalDate to) {
        if (PlanDocument.parse(document).header() != null) {
            return document;
        }
        String days = to == null ? "{from: " + from + "}" : "{from: " + from + ", to: " + to + "}";
        String header = "plan: {name: " + QUOTES.writeValueAsString(name) + ", currency: " + currency.getCurrencyCode()
                + ", version: " + version + ", valid: " + days + "}";
        return isJson(document)
                ? document.replaceFirst("\\{", "{" + Matcher.quoteReplacement(header) + ", ")
                : header + "\n" + document;
    }

    private static boolean isJson(String document) {
        return document.stripLeading().startsWith("{");
    }

    private static boolean isOne(Rates rates) {
        return rates.cases().size() == 1 && !rates.cases().getFirst().fixed();
    }

    /**
     * The YAML that reads back as exactly these components, rounded half up.
     *
     * @throws IllegalArgumentException when one is not {@link #isPlain}
     */
    public static String of(List<Component> components) {
        StringBuilder text = new StringBuilder("components:\n");
        for (Component component : components) {
            if (!isPlain(component)) {
                throw new IllegalArgumentException("Component '" + component.name() + "' is more than a form can say");
            }
            text.append("  - name: ")
                    .append(QUOTES.writeValueAsString(component.name()))
                    .append('\n');
            switch (component.rule()) {
                case FlatRate flat ->
                    text.append("    flat: {rate: ")
                            .append(flat.rate().toPlainString())
                            .append("}\n");
                case TierRule tiers -> append(text, tiers);
                default -> throw new IllegalArgumentException("Not plain: " + component.rule());
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, TierRule tiers) {
        text.append("    tiers:\n      accumulate: ")
                .append(tiers.accumulate().name().toLowerCase(Locale.ROOT))
                .append("\n      boundary: ")
                .append(tiers.boundary() == Boundary.LOWER ? "lower" : "upper")
                .append("\n      bands:\n");
        for (Band band : tiers.bands()) {
            text.append("        - {from: ").append(band.from().toPlainString());
            if (band.to() != null) {
                text.append(", to: ").append(band.to().toPlainString());
            }
            text.append(", rate: ").append(band.rate().toPlainString()).append("}\n");
        }
    }
}
