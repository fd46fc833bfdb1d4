package org.koploper.commission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
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

    private final YearMonth present;
    private final Map<String, List<Cash.Received>> cash;

    /** @param cash by external id of the deal, of those whose pay follows it */
    Settling(YearMonth present, Map<String, List<Cash.Received>> cash) {
        this.present = present;
        this.cash = cash;
    }

    /** Whether months after a sale, or without one, can pay something under these terms: each of them is computed. */
    static boolean goesOn(Terms terms) {
        return settles(terms)
                || terms.components().stream()
                        .anyMatch(component -> component.needs().contains(Need.EVERY_MONTH));
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

    /** The last month that there is anything to say about: the present one, or that of a deal dated after it. */
    YearMonth last(Piece piece, List<CreditedDeal> deals) {
        YearMonth last = Stream.concat(Stream.of(present), deals.stream().map(deal -> YearMonth.from(deal.date())))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        // what was earned is settled after the plan too
        return settles(piece.terms()) || !piece.lastMonth().isBefore(last) ? last : piece.lastMonth();
    }

    /** With all that settles it. */
    History complete(History history, Piece piece, List<CreditedDeal> deals) {
        if (!settles(piece.terms())) {
            return history;
        }
        return new History(
                history.credits(),
                history.service(),
                history.quotas(),
                history.scores(),
                payments(deals),
                endsDeals(piece.terms()) ? ends(deals) : List.of(),
                history.beside());
    }

    private List<Payment> payments(List<CreditedDeal> deals) {
        TreeSet<String> ids = new TreeSet<>();
        deals.forEach(deal -> ids.add(deal.deal()));
        List<Payment> payments = new ArrayList<>();
        ids.forEach(id -> cash.getOrDefault(id, List.of())
                .forEach(received ->
                        payments.add(new Payment(id, received.day(), received.amount(), received.invoiced()))));
        return payments;
    }

    private static List<Termination> ends(List<CreditedDeal> deals) {
        return deals.stream()
                .filter(deal -> deal.kind() == CreditedDeal.Kind.CANCELLED)
                .flatMap(ended -> wonOn(ended.deal(), deals)
                        .map(won -> new Termination(ended.deal(), ended.date(), (int)
                                Math.max(0, ChronoUnit.MONTHS.between(won, ended.date()))))
                        .stream())
                .toList();
    }

    private static Optional<LocalDate> wonOn(String id, List<CreditedDeal> deals) {
        return deals.stream()
                .filter(deal ->
                        deal.kind() == CreditedDeal.Kind.WON && deal.deal().equals(id))
                .map(CreditedDeal::date)
                .findFirst();
    }
}
