package org.koploper.ui.statement;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Formula;
import org.koploper.commission.engine.Label;
import org.koploper.commission.engine.Reason;
import org.koploper.commission.engine.Unit;
import org.koploper.period.Period;
import org.koploper.ui.kit.Explained;
import org.koploper.ui.kit.Formats;

/** Puts the reason of a line into the words of the reader; computes nothing. */
final class Explanation {

    private static final String CURRENCY = "currency:";

    private final Currency currency;
    private final Formats formats = Formats.here();

    /** @param currency of the plan's amounts */
    Explanation(Currency currency) {
        this.currency = currency;
    }

    Explained of(Reason reason) {
        return new Explained(
                I18NProvider.translate(reason.label().key()),
                formula(reason),
                number(reason),
                source(reason.source()),
                reason.operands().stream().map(this::of).toList());
    }

    private @Nullable String formula(Reason reason) {
        List<String> numbers = reason.operands().stream().map(this::number).toList();
        return switch (reason.formula()) {
            case GIVEN -> null;
            case PRODUCT -> "= " + String.join(" × ", numbers);
            case SUM -> numbers.size() < 2 ? null : "= " + String.join(" + ", numbers);
            case DIFFERENCE -> "= " + String.join(" − ", numbers);
            case OVERLAP ->
                numbers.size() == 4
                        ? I18NProvider.translate("formula.overlap", numbers.toArray())
                        : I18NProvider.translate("formula.overlap-open", numbers.toArray());
            case ROUNDED_HALF_UP, ROUNDED_HALF_EVEN, ROUNDED_UP, ROUNDED_DOWN ->
                I18NProvider.translate("formula." + kebab(reason.formula()), numbers.getFirst());
        };
    }

    private static String kebab(Formula formula) {
        return formula.key().substring("formula.".length());
    }

    /** The number of a step in its unit; the amount of a deal in a foreign currency in that one. */
    private String number(Reason reason) {
        BigDecimal result = reason.result();
        if (reason.label() == Label.EXCHANGE_RATE) {
            return formats.number(result);
        }
        return switch (reason.unit()) {
            case RATE -> formats.rate(result);
            case COUNT -> formats.number(result);
            case AMOUNT -> formats.exactMoney(result, currencyOf(reason));
        };
    }

    private Currency currencyOf(Reason reason) {
        String source = reason.source();
        return reason.unit() == Unit.AMOUNT && source != null && source.startsWith(CURRENCY)
                ? Currency.getInstance(source.substring(CURRENCY.length()))
                : currency;
    }

    /** {@code deal:D-1042} as "deal D-1042", {@code plan:AM 2026 v3/Commission/tier 2} as "plan AM 2026 v3 › Commission › 2". */
    private @Nullable String source(@Nullable String source) {
        if (source == null || source.indexOf(':') < 0) {
            return source;
        }
        String kind = source.substring(0, source.indexOf(':'));
        String rest = source.substring(source.indexOf(':') + 1);
        return switch (kind) {
            case "deal" -> I18NProvider.translate("source.deal", rest);
            case "split" -> I18NProvider.translate("source.split", rest);
            case "window", "month" -> I18NProvider.translate("source.period", period(rest));
            case "plan" -> I18NProvider.translate("source.plan", plan(rest));
            case "currency" -> rest;
            default -> rest;
        };
    }

    private String period(String key) {
        try {
            return formats.period(Period.parse(key));
        } catch (IllegalArgumentException unknown) {
            return key;
        }
    }

    private static String plan(String path) {
        return java.util.Arrays.stream(path.split("/"))
                .map(part -> part.startsWith("tier ")
                        ? I18NProvider.translate("source.tier", part.substring("tier ".length()))
                        : part)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" › "));
    }
}
