package org.koploper.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * The month that everybody looks at first. Whatever the day: somebody is above target, two have sold the same to the
 * cent, one has sold nothing, a deal is shared, and everybody else is somewhere near what the passed days ask for.
 */
final class RunningMonth {

    /** On the first days of a month nobody would have a deal yet if only the calendar counted. */
    private static final double LEAST = 0.2;

    private static final BigDecimal SHARED = BigDecimal.valueOf(7_500);

    private final DemoDay day;
    private final Cast cast;
    private final Deals deals;
    private final double passed;

    RunningMonth(DemoDay day, Cast cast, Deals deals) {
        this.day = day;
        this.cast = cast;
        this.deals = deals;
        this.passed = Math.max(LEAST, day.passed());
    }

    void write() {
        Member an = cast.member(Cast.AN);
        Deal shared = deals.wonFor(an, first(an), SHARED);
        deals.share(shared);

        BigDecimal ofWout = some(Cast.WOUT, 0.82).add(part(SHARED, 40));
        BigDecimal ofNele = some(Cast.NELE, 0.4);
        deals.wonFor(cast.member(Cast.NELE), last(cast.member(Cast.NELE)), ofWout.subtract(ofNele));

        BigDecimal ofAn = some(Cast.AN, 0.5).add(part(SHARED, 60));
        BigDecimal wanted = BigDecimal.valueOf(an.target())
                .multiply(BigDecimal.valueOf(Math.round(106 + 12 * passed), 2))
                .setScale(-2, RoundingMode.CEILING);
        deals.wonFor(an, last(an), wanted.subtract(ofAn));

        some(Cast.BRAM, 0.55);
        some(Cast.YASMINA, 0.75);
        some(Cast.FEMKE, 0.8);
        some(Cast.LOTTE, 1);
        some(Cast.SANNE, 0.95);
        some(Cast.THIJS, 0.85);
        Member daan = cast.member(Cast.DAAN);
        deals.lost(daan, last(daan));
    }

    /** Deals for about this share of what the passed days ask for; answers what they add up to. */
    private BigDecimal some(String id, double share) {
        Member seller = cast.member(id);
        List<LocalDate> days = deals.sellingDays(seller, day.month());
        double about = (seller.target() == 0 ? seller.usual() : seller.target()) * passed * share;
        int count = 1 + Math.min(3, days.size() / 5);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            Deal deal = deals.won(seller, deals.any(days), about / count);
            sum = sum.add(deal.value());
        }
        return sum;
    }

    private LocalDate first(Member seller) {
        return deals.sellingDays(seller, day.month()).getFirst();
    }

    private LocalDate last(Member seller) {
        return deals.sellingDays(seller, day.month()).getLast();
    }

    private static BigDecimal part(BigDecimal amount, int percent) {
        return amount.multiply(BigDecimal.valueOf(percent, 2));
    }
}
