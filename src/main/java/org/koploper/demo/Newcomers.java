package org.koploper.demo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.koploper.demo.Catalogue.Customer;

/**
 * Customers who came lately, and some who left: they take the place of others in a few deals. So there is a cost of winning
 * one, somebody is lost, and there is something that a customer has not bought yet.
 */
final class Newcomers {

    /** How many months ago each of the first bought for the first time. */
    private static final List<Integer> CAME = List.of(0, 0, 1, 1, 2, 2, 3, 4, 5);

    /** How many months ago each of the others bought for the only time. */
    private static final List<Integer> LEFT = List.of(12, 13, 14);

    /** Who has a quote for one of the newcomers, to be won. */
    private static final List<String> QUOTE = List.of(Cast.AN, Cast.WOUT, Cast.SANNE);

    private final List<Deal> deals;
    private final List<Integer> taken = new ArrayList<>();

    private Newcomers(List<Deal> deals) {
        this.deals = new ArrayList<>(deals);
    }

    /** The same deals, a few of them with other customers. */
    static List<Deal> among(List<Deal> deals, DemoDay day) {
        Newcomers newcomers = new Newcomers(deals);
        List<Integer> months = new ArrayList<>(CAME);
        months.addAll(LEFT);
        for (int i = 0; i < months.size(); i++) {
            newcomers.buys(Catalogue.NEWCOMERS.get(i), day.month().minusMonths(months.get(i)));
        }
        for (int i = 0; i < QUOTE.size(); i++) {
            newcomers.hasQuote(Catalogue.NEWCOMERS.get(i + 3), QUOTE.get(i));
        }
        return List.copyOf(newcomers.deals);
    }

    /** A deal that is told of for nothing else. */
    private void buys(Customer customer, YearMonth month) {
        for (int i = 0; i < deals.size(); i++) {
            Deal deal = deals.get(i);
            boolean fits = deal.stage().equals(Deal.WON)
                    && deal.splits().isEmpty()
                    && deal.overlays().isEmpty()
                    && !deal.lines().isEmpty()
                    && YearMonth.from(Objects.requireNonNull(deal.closed())).equals(month);
            if (fits && !taken.contains(i)) {
                taken.add(i);
                deals.set(i, deal.with(customer));
                return;
            }
        }
    }

    private void hasQuote(Customer customer, String owner) {
        for (int i = deals.size() - 1; i >= 0; i--) {
            Deal deal = deals.get(i);
            if (deal.stage().equals(Deal.QUOTED) && deal.owner().equals(owner)) {
                deals.set(i, deal.with(customer));
                return;
            }
        }
    }
}
