package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Money;

/** Brings credits into the currency of a plan, and finds the rate that pay goes out at. Guesses nothing. */
final class RateBook {

    /** Decimals of a converted deal; more would not fit the ledger once share and rate apply. */
    private static final int DECIMALS = 6;

    private final Terms terms;
    private final DatedRates dated;

    RateBook(Terms terms, History history) {
        this(terms, DatedRates.of(history.beside().rates()));
    }

    RateBook(Terms terms, DatedRates dated) {
        this.terms = terms;
        this.dated = dated;
    }

    List<Credit> converted(List<Credit> credits) {
        List<Credit> converted = new ArrayList<>(credits.size());
        for (Credit credit : credits) {
            String currency = credit.facts().origin().currency();
            converted.add(
                    currency == null || currency.equals(terms.currency().getCurrencyCode())
                            ? credit
                            : converted(credit, currency));
        }
        return converted;
    }

    private Credit converted(Credit credit, String currency) {
        Facts facts = credit.facts();
        Origin origin = facts.origin();
        String source = source(currency, credit);
        Optional<Reason> rate = rate(currency, credit);
        int decimals = terms.rounding().eachStep() ? Money.decimals(terms.currency()) : DECIMALS;
        Conversion conversion =
                new Conversion(currency, credit.dealAmount(), facts.cost(), rate.orElse(null), source, decimals);
        BigDecimal amount =
                conversion.of(Label.DEAL_AMOUNT, credit.dealAmount(), source).result();
        BigDecimal cost = conversion.of(Label.COST, facts.cost(), source).result();
        Origin known = new Origin(origin.won(), origin.invoiced(), currency, conversion);
        Facts of = new Facts(
                cost,
                facts.costKnown(),
                facts.quantity(),
                facts.deals(),
                facts.traits(),
                known,
                facts.below(),
                facts.belowLacks());
        return new Credit(credit.deal(), credit.date(), amount, credit.share(), of, credit.sharing());
    }

    /** What one unit of that currency is in the plan's, on the day at whose rate that deal comes in. */
    Optional<Reason> rate(String currency, Credit credit) {
        String source = source(currency, credit);
        return isKnown(credit)
                ? find(
                        currency,
                        terms.currency().getCurrencyCode(),
                        terms.exchange().day(credit),
                        source)
                : Optional.empty();
    }

    /** Where that rate comes from; the invoice where it is not known of which day it is. */
    String source(String currency, Credit credit) {
        return isKnown(credit)
                ? source(
                        currency,
                        terms.currency().getCurrencyCode(),
                        terms.exchange().day(credit))
                : Conversion.INVOICE + credit.deal();
    }

    private boolean isKnown(Credit credit) {
        return terms.exchange().day(credit) != null || terms.exchange().deals() == RateDay.FIXED;
    }

    /** What one unit of the plan's currency is in the one it pays in, in that month. */
    Optional<Reason> pay(java.time.YearMonth month) {
        Currency into = terms.payCurrency();
        LocalDate day = terms.exchange().day(month);
        String from = terms.currency().getCurrencyCode();
        return find(from, into.getCurrencyCode(), day, paySource(month));
    }

    String paySource(java.time.YearMonth month) {
        return source(
                terms.currency().getCurrencyCode(),
                terms.payCurrency().getCurrencyCode(),
                terms.exchange().day(month));
    }

    private String source(String from, String to, @Nullable LocalDate day) {
        return "rate:" + from + "-" + to + " " + (day == null ? terms.plan() : day);
    }

    /** @param day null for the plan's own rate */
    private Optional<Reason> find(String from, String to, @Nullable LocalDate day, String source) {
        Optional<BigDecimal> direct = latest(from, to, day);
        if (direct.isPresent()) {
            return direct.map(rate -> Reason.given(Label.EXCHANGE_RATE, rate, Unit.COUNT, source));
        }
        return latest(to, from, day).map(opposite -> {
            Reason one = Reason.given(Label.WHOLE, BigDecimal.ONE, Unit.COUNT, null);
            Reason other = Reason.given(Label.OPPOSITE_RATE, opposite, Unit.COUNT, source);
            return Reason.of(Label.EXCHANGE_RATE, Formula.QUOTIENT, Unit.COUNT, source, List.of(one, other));
        });
    }

    private Optional<BigDecimal> latest(String from, String to, @Nullable LocalDate day) {
        return day == null ? fixed(from, to) : dated.latest(from, to, day);
    }

    private Optional<BigDecimal> fixed(String from, String to) {
        return terms.exchange().fixed().stream()
                .filter(rate -> rate.from().equals(from) && rate.to().equals(to))
                .reduce((earlier, later) -> later)
                .map(DatedRate::rate);
    }
}
