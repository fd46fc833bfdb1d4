package org.koploper.commission;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Formula;
import org.koploper.commission.engine.Label;
import org.koploper.commission.engine.Reason;
import org.koploper.commission.engine.Terms;
import org.koploper.ledger.Statement;
import org.koploper.money.Signs;

/**
 * Says reasons in words, for people who read English or Dutch. Numbers are written in full and never rounded, since a
 * rounded operand would not explain the result.
 */
public final class ReasonWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL uuuu");

    /** How the source of an exchange rate begins; the two currencies follow. */
    private static final String RATE = "rate:";

    private final Locale locale;
    private final Currency currency;
    private final Currency calculated;
    private final ResourceBundle texts;

    /**
     * @param locale of the reader; Dutch where its language is Dutch, else English
     * @param currency of the plan
     */
    public ReasonWords(Locale locale, Currency currency) {
        this(locale, currency, currency);
    }

    /** For the plan that pays by these terms. */
    public static ReasonWords of(Locale locale, Terms terms) {
        return new ReasonWords(locale, terms.payCurrency(), terms.currency());
    }

    /**
     * For a line of a statement.
     *
     * @param currency of the statement; what the plan calculated in is read from the exchange rate of its pay
     */
    public static ReasonWords of(Locale locale, Currency currency, Reason reason) {
        Reason paid = find(reason, Label.PAID_IN);
        String rate = paid == null ? null : paid.operands().getLast().source();
        return rate == null
                ? new ReasonWords(locale, currency)
                : new ReasonWords(
                        locale, currency, Currency.getInstance(rate.substring(RATE.length(), rate.indexOf('-'))));
    }

    private ReasonWords(Locale locale, Currency currency, Currency calculated) {
        boolean dutch = locale.getLanguage().equals("nl");
        this.locale =
                !locale.getCountry().isEmpty() && (dutch || locale.getLanguage().equals("en"))
                        ? locale
                        : dutch ? Locale.of("nl", "BE") : Locale.UK;
        this.currency = currency;
        this.calculated = calculated;
        this.texts = texts(this.locale);
    }

    static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                "vaadin-i18n.translations",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What the number is called: {@code Commission in this tier}. */
    public String label(Reason reason) {
        return text(reason.label().key());
    }

    /** How the number follows from its operands, with the numbers filled in; an empty text for a given one. */
    public String formula(Reason reason) {
        List<String> operands = reason.operands().stream().map(this::number).toList();
        return switch (reason.formula()) {
            case GIVEN -> "";
            case PRODUCT -> String.join(" × ", operands);
            case SUM -> operands.isEmpty() ? "" : String.join(" + ", operands);
            case DIFFERENCE -> String.join(" − ", operands);
            case OVERLAP ->
                operands.size() == 4
                        ? text(Formula.OVERLAP.key(), operands.toArray())
                        : text(Formula.OVERLAP.key() + "-open", operands.toArray());
            case LEAST, MOST -> text(reason.formula().key(), String.join(", ", operands));
            case ALLOTTED -> {
                String weights = String.join(", ", operands.subList(3, operands.size()));
                yield text(Formula.ALLOTTED.key(), operands.get(0), operands.get(2), weights);
            }
            case QUOTIENT,
                    EXCESS,
                    AT_LEAST,
                    BELOW,
                    LINE,
                    ROUNDED_HALF_UP,
                    ROUNDED_HALF_EVEN,
                    ROUNDED_UP,
                    ROUNDED_DOWN -> text(reason.formula().key(), operands.toArray());
        };
    }

    /** What is said of a number that does not follow from others. */
    public String given() {
        return text(Formula.GIVEN.key());
    }

    /** Why a statement has no lines. */
    public String text(Statement.Empty empty) {
        return text(empty.key());
    }

    /** The result with its unit: {@code €240.00}, {@code 12%}, {@code US$1,000.00} or {@code 2}. */
    public String number(Reason reason) {
        String source = reason.source();
        if (source != null && source.startsWith("currency:")) {
            return amount(reason.result(), Currency.getInstance(source.substring("currency:".length())));
        }
        return switch (reason.unit()) {
            case AMOUNT -> amount(reason.result(), currency);
            case CALCULATED -> amount(reason.result(), calculated);
            case RATE -> percent(reason.result());
            case COUNT -> exact(NumberFormat.getNumberInstance(locale), reason.result(), 0);
        };
    }

    /** Where to look it up, such as {@code deal D-1042}; an empty text where it follows from its operands alone. */
    public String source(Reason reason) {
        String source = reason.source();
        int end = source == null ? -1 : source.indexOf(':');
        if (source == null || end < 0) {
            return "";
        }
        String kind = source.substring(0, end);
        String what = source.substring(end + 1);
        String key = "reason.source." + kind;
        return texts.containsKey(key) ? text(key, place(kind, what)) : what;
    }

    /** One sentence for the whole: {@code €240.00 = 80% of €2,500.00 × 12% (tier €5,000.00 to €10,000.00)}. */
    public String sentence(Reason reason) {
        return new ReasonSentence(this).of(reason);
    }

    /** Why something comes to nothing, in one sentence: {@code Not reached: €8,000.00 of the €10,000.00 asked for}. */
    public String zero(Reason reason) {
        return Zero.sentence(reason, this);
    }

    String text(String key, Object... arguments) {
        String pattern = texts.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    String percent(BigDecimal rate) {
        return exact(NumberFormat.getPercentInstance(locale), rate, 2);
    }

    private String amount(BigDecimal amount, Currency of) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(of);
        int decimals = Math.max(0, of.getDefaultFractionDigits());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(Math.max(decimals, amount.scale()));
        return Signs.write(format, amount);
    }

    private static String exact(NumberFormat format, BigDecimal value, int shift) {
        format.setMaximumFractionDigits(Math.max(0, value.scale() - shift));
        return Signs.write(format, value);
    }

    static String day(LocalDate day, Locale locale) {
        return day.format(DAY.withLocale(locale));
    }

    private String place(String kind, String what) {
        try {
            return switch (kind) {
                case "month", "closed" -> YearMonth.parse(what).format(MONTH.withLocale(locale));
                case "deal", "payments", "split", "overlay" -> {
                    CreditRef about = CreditRef.parse(what);
                    yield about.named(about.deal(), locale);
                }
                case "rate" -> {
                    int day = what.lastIndexOf(' ');
                    yield what.substring(0, day) + " " + day(LocalDate.parse(what.substring(day + 1)), locale);
                }
                default -> List.of(what.split("/")).stream().collect(Collectors.joining(", "));
            };
        } catch (java.time.DateTimeException | IndexOutOfBoundsException e) {
            return what;
        }
    }

    /** The first step of that label in the tree, itself included. */
    static @Nullable Reason find(Reason reason, Label label) {
        if (reason.label() == label) {
            return reason;
        }
        for (Reason operand : reason.operands()) {
            Reason found = find(operand, label);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
