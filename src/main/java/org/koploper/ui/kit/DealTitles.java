package org.koploper.ui.kit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.CreditRef;
import org.koploper.sales.CreditedDeal.Kind;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealRow;

/**
 * What the deals behind lines are called: by name and customer, and always by the number too; a credit note and a
 * cancellation as such, with their own day.
 */
public final class DealTitles {

    private final Map<String, DealRow> deals;

    private DealTitles(Map<String, DealRow> deals) {
        this.deals = deals;
    }

    /** @param credits as lines name them; of deals that the caller may not see no more than the number is known */
    public static DealTitles of(Collection<String> credits, DealDesk desk) {
        Set<String> numbers = credits.stream()
                .flatMap(credit -> Stream.of(credit, withoutSeller(credit)))
                .map(credit -> CreditRef.parse(credit).deal())
                .collect(Collectors.toSet());
        return new DealTitles(
                desk.rows(numbers).stream().collect(Collectors.toMap(DealRow::externalId, Function.identity())));
    }

    /** For example {@code New heating · Bakery Peeters · D-1024}; the number alone where no more is known. */
    public String of(String credit, Locale locale) {
        CreditRef about = about(credit);
        DealRow deal = deals.get(about.deal());
        return about.named(deal == null ? about.deal() : of(deal), locale);
    }

    /** The deal that the credit is about; null where no more than its number is known. */
    public @Nullable DealRow deal(String credit) {
        return deals.get(about(credit).deal());
    }

    /** When it was won, cancelled or credited; null where that is not known, or no deal is meant. */
    public @Nullable LocalDate dayOf(@Nullable String credit) {
        if (credit == null) {
            return null;
        }
        CreditRef about = about(credit);
        DealRow deal = deals.get(about.deal());
        if (about.day() != null || deal == null) {
            return about.day();
        }
        return about.kind() == Kind.CANCELLED ? deal.cancelledOn() : deal.closedOn();
    }

    private CreditRef about(String credit) {
        CreditRef own = CreditRef.parse(credit);
        CreditRef sold = CreditRef.parse(withoutSeller(credit));
        return !deals.containsKey(own.deal()) && deals.containsKey(sold.deal()) ? sold : own;
    }

    /** On the statement of a manager the number is followed by who sold the deal. */
    private static String withoutSeller(String credit) {
        int end = credit.lastIndexOf('/');
        return end < 0 ? credit : credit.substring(0, end);
    }

    /** The same of one deal. */
    public static String of(DealRow deal) {
        return Stream.of(deal.name(), customerBeside(deal.name(), deal.customer()), deal.externalId())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    /** The customer, unless the deal's own name says it already. */
    public static @Nullable String customerBeside(@Nullable String name, @Nullable String customer) {
        return customer == null || name != null && name.contains(customer) ? null : customer;
    }
}
