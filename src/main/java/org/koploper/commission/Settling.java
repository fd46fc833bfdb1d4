package org.koploper.commission;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.koploper.commission.engine.Beside;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.Need;
import org.koploper.commission.engine.PayTerms;
import org.koploper.commission.engine.Payment;
import org.koploper.commission.engine.Termination;
import org.koploper.commission.engine.Terms;
import org.koploper.sales.Cash;
import org.koploper.sales.CreditedDeal;

/**
 * What plans need to know that pay later than a deal was won, or in months without any: how far to compute, the money that
 * came in, and the deals that ended.
 */
final class Settling {

    private static final String CANCELLED = "/cancelled";

    private final Map<String, List<Cash.Received>> cash;

    /** @param cash by external id of the deal, of those whose pay follows it */
    Settling(Map<String, List<Cash.Received>> cash) {
        this.cash = cash;
    }

    /** Whether months after a sale, or without one, can pay something under these terms: each of them is computed. */
    static boolean goesOn(Terms terms) {
        return goesOn(terms.pay(), terms.components());
    }

    static boolean goesOn(PayTerms pay, List<Component> components) {
        return !pay.equals(PayTerms.AT_ONCE)
                || components.stream().anyMatch(component -> component.needs().contains(Need.EVERY_MONTH));
    }

    static boolean settles(Terms terms) {
        return !terms.pay().equals(PayTerms.AT_ONCE);
    }

    static boolean followsCash(Terms terms) {
        return terms.pay().release() instanceof PayTerms.OnCash;
    }

    /** A deal that ends is its own matter where the plan says what it pays back; its cancellation is no reversal then. */
    static boolean endsDeals(Terms terms) {
        return terms.pay().clawback() != null;
    }

    /** With all that settles it; deals of the people below are paid, and end, for those above too. */
    History complete(History history, Piece piece, List<CreditedDeal> deals) {
        if (!settles(piece.terms())) {
            return history;
        }
        Beside beside = history.beside();
        List<Payment> payments = new ArrayList<>();
        deals.stream().map(CreditedDeal::deal).distinct().forEach(deal -> pay(deal, deal, payments));
        beside.team().forEach(credit -> pay(dealOf(credit), credit.deal(), payments));
        List<Termination> ends = new ArrayList<>();
        if (endsDeals(piece.terms())) {
            deals.stream()
                    .filter(deal -> deal.kind() == CreditedDeal.Kind.CANCELLED)
                    .forEach(ended -> wonOn(ended.deal(), deals)
                            .ifPresent(won -> ends.add(end(ended.deal(), won, ended.date()))));
            beside.team().stream().filter(Settling::isEnd).forEach(ended -> ends.add(endOf(ended)));
            beside = new Beside(
                    beside.overlay(),
                    beside.team().stream().filter(credit -> !isEnd(credit)).toList(),
                    beside.placings(),
                    beside.claims(),
                    beside.rates());
        }
        return new History(
                history.credits(), history.service(), history.quotas(), history.scores(), payments, ends, beside);
    }

    private void pay(String deal, String credit, List<Payment> payments) {
        cash.getOrDefault(deal, List.of())
                .forEach(received ->
                        payments.add(new Payment(credit, received.day(), received.amount(), received.invoiced())));
    }

    private static Optional<LocalDate> wonOn(String id, List<CreditedDeal> deals) {
        return deals.stream()
                .filter(deal ->
                        deal.kind() == CreditedDeal.Kind.WON && deal.deal().equals(id))
                .map(CreditedDeal::date)
                .findFirst();
    }

    private static Termination end(String credit, LocalDate won, LocalDate day) {
        return new Termination(credit, day, (int) Math.max(0, ChronoUnit.MONTHS.between(won, day)));
    }

    /** What somebody above sees is the deal, and what became of it, followed by who sold it. */
    private static String dealOf(Credit seen) {
        return seen.deal().substring(0, seen.deal().length() - seller(seen).length());
    }

    private static boolean isEnd(Credit seen) {
        return dealOf(seen).endsWith(CANCELLED);
    }

    private static Termination endOf(Credit seen) {
        String deal = dealOf(seen);
        return end(
                deal.substring(0, deal.length() - CANCELLED.length()) + seller(seen),
                Objects.requireNonNullElse(seen.facts().origin().won(), seen.date()),
                seen.date());
    }

    private static String seller(Credit seen) {
        return "/" + seen.facts().traits().getOrDefault(Beside.MEMBER, "");
    }
}
