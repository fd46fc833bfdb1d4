package org.koploper.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Eighteen months of deals: sizes and cycles of a firm that furnishes offices, quieter in summer, busier at the end of the
 * year. The running month is written by {@link RunningMonth}.
 */
final class Deals {

    private final DemoDay day;
    private final Cast cast;
    private final Random random;
    private final List<Absence> absences;
    private final List<Deal> all = new ArrayList<>();

    Deals(DemoDay day, Cast cast) {
        this.day = day;
        this.cast = cast;
        this.random = day.random("deals");
        this.absences = Absence.all(day);
    }

    List<Deal> all() {
        for (YearMonth month : day.months()) {
            for (Member seller : cast.sellers()) {
                if (month.isBefore(day.month())) {
                    past(seller, month);
                }
            }
        }
        new RunningMonth(day, cast, this).write();
        cast.sellers().forEach(this::open);
        exceptions();
        return FirstBuyers.among(Newcomers.among(all, day), day);
    }

    private void past(Member seller, YearMonth month) {
        List<LocalDate> days = sellingDays(seller, month);
        if (days.isEmpty()) {
            return;
        }
        double share =
                (double) days.size() / day.sellingDays(month, seller.calendar()).size();
        double wanted = seller.usual() * season(month.getMonth()) * (0.75 + random.nextDouble() / 2) * share;
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            won(seller, any(days), wanted / count * (0.6 + 0.8 * random.nextDouble()));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            lost(seller, any(days));
        }
    }

    /** The days of a month on which this seller was there to sell. */
    List<LocalDate> sellingDays(Member seller, YearMonth month) {
        return day.sellingDays(month, seller.calendar()).stream()
                .filter(seller::works)
                .filter(date -> absences.stream().noneMatch(absence -> absence.keeps(seller, date)))
                .toList();
    }

    LocalDate any(List<LocalDate> days) {
        return days.get(random.nextInt(days.size()));
    }

    /** A deal won on that day for about that much, made up of lines. */
    Deal won(Member owner, LocalDate closed, double about) {
        return add(owner, Deal.WON, closed, basket(about), null);
    }

    /** A deal won on that day for exactly that much, of which the lines are not known. */
    Deal wonFor(Member owner, LocalDate closed, BigDecimal value) {
        return add(owner, Deal.WON, closed, List.of(), value);
    }

    void lost(Member owner, LocalDate closed) {
        add(owner, Deal.LOST, closed, basket(4_000 + random.nextInt(22_000)), null);
    }

    /** Won by An with the help of Wout, and of Thijs who knows about the matter and is credited on top. */
    void share(Deal deal) {
        all.set(all.indexOf(deal), deal.shared(Map.of(Cast.AN, 60, Cast.WOUT, 40), Map.of(Cast.THIJS, 25)));
    }

    private void open(Member seller) {
        LocalDate today = day.today();
        for (int i = 0; i < 7; i++) {
            LocalDate engaged = startOf(seller, today.minusDays(3 + random.nextInt(60)));
            boolean waits = i == 4;
            LocalDate quoted = today.minusDays(waits ? 16 + random.nextInt(12) : random.nextInt(20));
            String stage = switch (i) {
                case 0 -> Deal.PROSPECTING;
                case 1, 2, 3 -> Deal.ENGAGING;
                default -> Deal.QUOTED;
            };
            List<Deal.Line> lines = basket(5_000 + random.nextInt(28_000));
            all.add(new Deal(
                    nextId(),
                    seller.id(),
                    waits ? Catalogue.quiet(teamOf(seller, today), random) : customer(seller, today),
                    lines.getFirst().product(),
                    stage,
                    i == 0 ? null : engaged,
                    i < 4 ? null : quoted.isBefore(engaged) ? engaged : quoted,
                    null,
                    null,
                    total(lines),
                    lines,
                    Map.of(),
                    Map.of()));
        }
    }

    /** What every calculation of pay has to get right: a deal taken back in a later month, and shared ones. */
    private void exceptions() {
        YearMonth before = day.month().minusMonths(3);
        Deal back = ofMonth(Cast.WOUT, before);
        List<LocalDate> later = sellingDays(cast.member(Cast.WOUT), day.month().minusMonths(1));
        all.set(all.indexOf(back), back.cancelledOn(later.get(later.size() / 2)));
        for (int ago : new int[] {2, 7}) {
            share(ofMonth(Cast.AN, day.month().minusMonths(ago)));
        }
    }

    private Deal ofMonth(String owner, YearMonth month) {
        return all.stream()
                .filter(deal -> deal.owner().equals(owner) && deal.stage().equals(Deal.WON))
                .filter(deal ->
                        deal.closed() != null && YearMonth.from(deal.closed()).equals(month))
                .findFirst()
                .orElseThrow();
    }

    private Deal add(Member owner, String stage, LocalDate closed, List<Deal.Line> lines, @Nullable BigDecimal value) {
        int cycle = 18 + random.nextInt(65);
        LocalDate engaged = startOf(owner, closed.minusDays(cycle));
        LocalDate quoted = closed.minusDays(4 + random.nextInt(12));
        Catalogue.Product product = lines.isEmpty()
                ? Catalogue.PRODUCTS.get(random.nextInt(6))
                : lines.getFirst().product();
        Deal deal = new Deal(
                nextId(),
                owner.id(),
                customer(owner, closed),
                product,
                stage,
                engaged,
                quoted.isBefore(engaged) ? engaged : quoted,
                closed,
                null,
                value == null ? total(lines) : value,
                lines,
                Map.of(),
                Map.of());
        all.add(deal);
        return deal;
    }

    private Catalogue.Customer customer(Member owner, LocalDate on) {
        return Catalogue.customer(teamOf(owner, on), random);
    }

    private static String teamOf(Member owner, LocalDate on) {
        String team = owner.teamOn(on);
        return team == null ? Cast.ANTWERP : team;
    }

    private String nextId() {
        return "D-%05d".formatted(10_001 + all.size());
    }

    /** Nobody works on a deal before being there. */
    private static LocalDate startOf(Member seller, LocalDate engaged) {
        LocalDate since = seller.since();
        return since != null && engaged.isBefore(since) ? since : engaged;
    }

    /** One to three products for about that much, at least one piece each. */
    private List<Deal.Line> basket(double about) {
        int kinds = 1 + random.nextInt(3);
        List<Catalogue.Product> fitting = Catalogue.PRODUCTS.stream()
                .filter(product -> product.listPrice() <= Math.max(500, about / kinds))
                .toList();
        List<Deal.Line> lines = new ArrayList<>();
        int first = random.nextInt(fitting.size());
        for (int i = 0; i < kinds; i++) {
            Catalogue.Product product = fitting.get((first + i) % fitting.size());
            int discount = 5 * random.nextInt(4);
            long pieces = Math.round(about / kinds / product.listPrice() * 100 / (100 - discount));
            lines.add(new Deal.Line(product, Math.toIntExact(Math.max(1, pieces)), discount));
        }
        return List.copyOf(lines);
    }

    private static BigDecimal total(List<Deal.Line> lines) {
        return lines.stream().map(Deal.Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static double season(Month month) {
        return switch (month) {
            case JULY, AUGUST -> 0.7;
            case NOVEMBER -> 1.1;
            case DECEMBER -> 1.2;
            default -> 1;
        };
    }
}
