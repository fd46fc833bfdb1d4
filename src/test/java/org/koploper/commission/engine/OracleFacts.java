package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose credits there are and what they come to in the plan's currency, and what pay comes to in another one. */
final class OracleFacts {

    private static final Comparator<Credit> ORDER =
            Comparator.comparing(Credit::date).thenComparing(Credit::deal);

    private final Terms terms;
    private final History history;

    OracleFacts(Terms terms, History history) {
        this.terms = terms;
        this.history = history;
    }

    /** In the plan's currency; without those of which no rate is known, since these do not count. */
    List<Credit> credits(Whose whose) {
        List<Credit> all = switch (whose) {
            case OWN -> history.credits();
            case OVERLAY -> history.beside().overlay();
            case TEAM, EACH_MEMBER -> history.beside().team();
        };
        List<Credit> known = new ArrayList<>();
        for (Credit credit : all) {
            String currency = credit.facts().origin().currency();
            Fraction rate = currency == null ? Fraction.ONE : rate(currency, "EUR", day(credit), isFixed());
            if (rate != null) {
                known.add(currency == null ? credit : converted(credit, rate));
            }
        }
        return known.stream().sorted(ORDER).toList();
    }

    private boolean isFixed() {
        return terms.exchange().deals() == RateDay.FIXED;
    }

    private Credit converted(Credit credit, Fraction rate) {
        int decimals = terms.rounding().eachStep() ? 2 : 6;
        Facts facts = credit.facts();
        Facts now = new Facts(
                times(facts.cost(), rate, decimals),
                facts.quantity(),
                facts.deals(),
                facts.traits(),
                facts.origin(),
                facts.below());
        BigDecimal amount = times(credit.dealAmount(), rate, decimals);
        return new Credit(credit.deal(), credit.date(), amount, credit.share(), now, credit.sharing());
    }

    private static BigDecimal times(BigDecimal amount, Fraction rate, int decimals) {
        Fraction product = Fraction.of(amount).times(rate).rounded(RoundingMode.HALF_UP, decimals);
        return new BigDecimal(product.numerator()).divide(new BigDecimal(product.denominator()));
    }

    private @Nullable LocalDate day(Credit credit) {
        Origin origin = credit.facts().origin();
        LocalDate last = credit.date().withDayOfMonth(credit.date().lengthOfMonth());
        return switch (terms.exchange().deals()) {
            case CLOSE -> origin.won() != null ? origin.won() : credit.date();
            case INVOICE -> origin.invoiced();
            case PERIOD_END -> last;
            case PAY -> last.plusDays(terms.exchange().payday());
            case FIXED -> LocalDate.MAX;
        };
    }

    /** What one of the plan's currency is in the one of pay; null where that is not known. */
    @Nullable
    Fraction pay(YearMonth month) {
        if (terms.exchange().payIn() == null) {
            return Fraction.ONE;
        }
        LocalDate last = month.atEndOfMonth();
        return switch (terms.exchange().pay()) {
            case PERIOD_END -> rate("EUR", "USD", last, false);
            case PAY -> rate("EUR", "USD", last.plusDays(terms.exchange().payday()), false);
            default -> rate("EUR", "USD", LocalDate.MAX, true);
        };
    }

    private @Nullable Fraction rate(String from, String to, @Nullable LocalDate day, boolean isFixed) {
        if (day == null) {
            return null;
        }
        Fraction found = null;
        Fraction opposite = null;
        List<DatedRate> rates = isFixed
                ? terms.exchange().fixed()
                : history.beside().rates().stream()
                        .sorted(Comparator.comparing(DatedRate::date))
                        .toList();
        for (DatedRate rate : rates) {
            if (!rate.date().isAfter(day)) {
                found = rate.from().equals(from) && rate.to().equals(to) ? Fraction.of(rate.rate()) : found;
                opposite = rate.from().equals(to) && rate.to().equals(from) ? Fraction.of(rate.rate()) : opposite;
            }
        }
        return found != null || opposite == null ? found : Fraction.ONE.over(opposite);
    }

    /** The part with that number of a whole in cents that is divided by weights: all cut, then a cent each to who lost most. */
    static Fraction part(Fraction whole, int number, List<Fraction> weights) {
        Fraction sum = weights.stream().reduce(Fraction.ZERO, Fraction::plus);
        List<Fraction> cut = new ArrayList<>();
        List<Fraction> lost = new ArrayList<>();
        Fraction left = whole.abs();
        for (Fraction weight : weights) {
            Fraction exact = whole.abs().times(weight).over(sum);
            cut.add(exact.rounded(RoundingMode.DOWN, 2));
            lost.add(exact.minus(cut.getLast()));
            left = left.minus(cut.getLast());
        }
        Fraction cent = Fraction.of(new BigDecimal("0.01"));
        while (left.signum() > 0) {
            int most = 0;
            for (int i = 1; i < lost.size(); i++) {
                most = lost.get(i).compareTo(lost.get(most)) > 0 ? i : most;
            }
            cut.set(most, cut.get(most).plus(cent));
            lost.set(most, Fraction.ONE.negated());
            left = left.minus(cent);
        }
        return cut.get(number).times(Fraction.of(whole.signum()));
    }
}
