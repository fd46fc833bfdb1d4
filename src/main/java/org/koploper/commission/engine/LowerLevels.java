package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/** Tells those who are paid on what is left of a deal what the people below them earn on it. */
public final class LowerLevels {

    private LowerLevels() {}

    /** What one person earns on one deal, in the currency of that person's plan. */
    public record Earned(Currency currency, BigDecimal amount) {}

    /** What each deal earns in these lines: exactly, before rounding, holdback and clawback. */
    public static Map<String, BigDecimal> byDeal(List<Line> lines) {
        Map<String, BigDecimal> earned = new HashMap<>();
        for (Line line : lines) {
            String deal = line.deal();
            if (deal != null && line.kind().compareTo(LineKind.ROUNDING) < 0) {
                earned.merge(deal, line.amount(), (one, other) -> Decimals.canonical(one.add(other)));
            }
        }
        return earned;
    }

    /**
     * The same credit with what was earned on it below, brought into the currency of the plan at the rate of the day at which
     * the deal itself would come in. Where that rate is missing nothing is paid on what is left, as nobody can tell it.
     *
     * @param credit for the sales of somebody below
     * @param below what the seller and the levels between earn on it
     * @param terms that pay on what is left
     */
    public static Credit told(Credit credit, List<Earned> below, Terms terms, DatedRates rates) {
        RateBook book = new RateBook(terms, rates);
        BigDecimal sum = BigDecimal.ZERO;
        Missing lacks = null;
        for (Earned one : below) {
            String currency = one.currency().getCurrencyCode();
            if (one.currency().equals(terms.currency()) || one.amount().signum() == 0) {
                sum = sum.add(one.amount());
            } else {
                Optional<Reason> rate = book.rate(currency, credit);
                sum = sum.add(
                        rate.map(found -> one.amount().multiply(found.result())).orElse(BigDecimal.ZERO));
                lacks = rate.isPresent() ? lacks : Conversion.missing(book.source(currency, credit));
            }
        }
        return with(credit, sum, lacks);
    }

    private static Credit with(Credit credit, BigDecimal below, @Nullable Missing lacks) {
        Facts facts = credit.facts();
        Facts known = new Facts(
                facts.cost(),
                facts.costKnown(),
                facts.quantity(),
                facts.deals(),
                facts.traits(),
                facts.origin(),
                below,
                lacks);
        return new Credit(credit.deal(), credit.date(), credit.dealAmount(), credit.share(), known, credit.sharing());
    }
}
