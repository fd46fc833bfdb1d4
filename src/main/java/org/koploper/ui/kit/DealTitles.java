package org.koploper.ui.kit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealQuery;
import org.koploper.sales.DealRow;

/** What deals are called on the screens of one person: by name and customer, and always by the number too. */
public final class DealTitles {

    private static final int NAMED = 1_000;

    private final Map<String, DealRow> deals;

    private DealTitles(Map<String, DealRow> deals) {
        this.deals = deals;
    }

    /** Those of the latest 1,000 deals of that owner that the caller may see, in one read. */
    public static DealTitles of(PersonId owner, DealDesk desk) {
        return new DealTitles(
                desk.rows(new DealQuery("", null, owner, 0, NAMED, DealQuery.Sort.CLOSED_ON, true)).stream()
                        .collect(Collectors.toMap(DealRow::externalId, Function.identity())));
    }

    /** For example {@code New heating · Bakery Peeters · D-1024}; the number alone where no more is known. */
    public String of(String number) {
        DealRow deal = deals.get(number);
        return deal == null ? number : of(deal);
    }

    /** The deal with that number; null where no more than the number is known. */
    public @Nullable DealRow deal(String number) {
        return deals.get(number);
    }

    /** When that deal was won or lost; null where that is not known, or no deal is meant. */
    public @Nullable LocalDate wonOn(@Nullable String number) {
        DealRow deal = number == null ? null : deals.get(number);
        return deal == null ? null : deal.closedOn();
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
