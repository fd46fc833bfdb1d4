package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns what one payee earns month by month into what is paid, by lines of its own: none of those that were earned
 * changes. For every payee and after every month,
 * {@code earned = paid + held - drawn - owed}: what was paid, and what is held, less what was drawn or guaranteed without
 * being earned and not taken back, and less what is owed since a month came to less than nothing; each a sum of lines.
 *
 * <p>Versions of one plan that follow each other are settled together: each month by the version that holds at its end, of
 * all that is due under any of them, so that what is drawn, owed and counted goes on. What a deal earned is released and
 * taken back by its own version, whichever one it ends under, and what was kept back is paid by the one that kept it.
 */
public final class Settlement {

    private final List<Under> versions;
    private final List<Settled> settled = new ArrayList<>();
    private BigDecimal drawn = BigDecimal.ZERO;
    private BigDecimal owed = BigDecimal.ZERO;
    private final boolean knowsEnds;
    private int monthsGiven;
    private PayTerms.@Nullable Draw recovering;

    private Settlement(List<Under> versions) {
        this.versions = versions;
        knowsEnds = versions.stream().anyMatch(one -> one.terms().pay().clawback() != null);
        Deals earlier = null;
        for (Under one : versions) {
            earlier = new Deals(one.terms(), one.history(), earlier);
            settled.add(new Settled(
                    one, earlier, new Holdbacks(one.terms().pay().holdback(), one.terms()), new ArrayList<>()));
        }
    }

    /**
     * What is earned under one version of a plan.
     *
     * @param terms valid on the days on which it pays the payee
     * @param earned all lines from the first month on in which anything was earned, as the engine gives them
     */
    public record Under(Terms terms, History history, List<Line> earned) {}

    /** A version while it is settled. */
    private record Settled(Under version, Deals deals, Holdbacks holdbacks, List<Line> lines) {

        PayTerms pay() {
            return version.terms().pay();
        }
    }

    /**
     * @param earned all lines from the first month on in which anything was earned, as the engine gives them
     * @param from first month, included, with all months before it empty
     * @param to last month, included
     * @return the earned lines, those of each month followed by what settles it; the same where all is paid at once
     */
    public static List<Line> settle(Terms plan, History history, List<Line> earned, YearMonth from, YearMonth to) {
        return settle(List.of(new Under(plan, history, earned)), from, to).getFirst();
    }

    /**
     * The same for versions of one plan that follow each other without a day between, in one currency of pay.
     *
     * @param versions one or more, by day
     * @return the lines of each of them
     */
    public static List<List<Line>> settle(List<Under> versions, YearMonth from, YearMonth to) {
        if (versions.stream().allMatch(one -> one.terms().pay().equals(PayTerms.AT_ONCE))) {
            return versions.stream().map(Under::earned).toList();
        }
        Settlement settlement = new Settlement(versions);
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            settlement.month(month);
        }
        return settlement.settled.stream().map(Settled::lines).toList();
    }

    private void month(YearMonth month) {
        List<MonthLines> all = new ArrayList<>();
        for (Settled one : settled) {
            MonthLines lines = new MonthLines(month, one.version().terms());
            one.version().earned().stream()
                    .filter(line -> line.month().equals(month))
                    .forEach(lines::add);
            PayTerms.Release release = one.pay().release();
            if (release != null) {
                one.deals().hold(lines);
                one.deals().release(lines, release);
            } else {
                one.deals().pay(lines);
            }
            all.add(lines);
        }
        int holding = holding(month);
        Settled version = settled.get(holding);
        MonthLines lines = all.get(holding);
        BigDecimal due = sum(all);
        BigDecimal recovered = draw(version, lines, due);
        version.holdbacks().keep(lines, due.subtract(recovered));
        for (int i = 0; i < all.size(); i++) {
            Settled one = settled.get(i);
            one.holdbacks().pay(all.get(i));
            if (knowsEnds) {
                one.deals().clawBack(all.get(i), this::knowsEnds);
            }
        }
        carry(version, lines, sum(all));
        for (int i = 0; i < all.size(); i++) {
            settled.get(i).lines().addAll(all.get(i).all());
        }
    }

    /** The last version that has begun by the end of that month; the first one before it does. */
    private int holding(YearMonth month) {
        int holding = 0;
        for (int i = 1; i < versions.size(); i++) {
            if (!versions.get(i).terms().validity().from().isAfter(month.atEndOfMonth())) {
                holding = i;
            }
        }
        return holding;
    }

    /** Whether the version of that day, if there is one, has deals end that are cancelled. */
    private boolean knowsEnds(LocalDate day) {
        return versions.stream()
                .map(Under::terms)
                .anyMatch(terms ->
                        terms.pay().clawback() != null && terms.validity().contains(day));
    }

    private static BigDecimal sum(List<MonthLines> all) {
        return all.stream().map(MonthLines::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @return what was taken of what is due */
    private BigDecimal draw(Settled version, MonthLines lines, BigDecimal due) {
        PayTerms.Draw draw = version.pay().draw();
        if (draw == null) {
            // a version that gives none goes on taking back what one before it gave
            return recovering == null ? BigDecimal.ZERO : recover(recovering, lines, lines.due(due));
        }
        recovering = draw;
        boolean isGiven = version.version().terms().validity().touches(lines.month())
                && (draw.months() == null || monthsGiven < draw.months());
        monthsGiven += isGiven ? 1 : 0;
        BigDecimal amount = isGiven ? draw.amount() : BigDecimal.ZERO;
        Reason given = lines.given(Label.DRAW_AMOUNT, amount, "/draw");
        Reason earnedDue = lines.due(due);
        if (draw.kind() == PayTerms.DrawKind.IN_ADVANCE) {
            if (isGiven) {
                lines.add(LineKind.DRAWN, draw.name(), null, lines.of(Label.DRAWN, Formula.SUM, given));
                drawn = drawn.add(amount);
            }
            return recover(draw, lines, earnedDue);
        }
        if (isGiven && due.compareTo(amount) < 0) {
            LineKind kind = draw.kind() == PayTerms.DrawKind.GUARANTEE ? LineKind.GUARANTEED : LineKind.DRAWN;
            lines.add(kind, draw.name(), null, lines.of(Label.DRAWN, Formula.DIFFERENCE, given, earnedDue));
            if (kind == LineKind.DRAWN) {
                drawn = drawn.add(amount.subtract(due));
            }
            return BigDecimal.ZERO;
        }
        return recover(draw, lines, lines.of(Label.BEYOND_DRAW, Formula.DIFFERENCE, earnedDue, given));
    }

    /** Takes as much of what is there as is still owed. */
    private BigDecimal recover(PayTerms.Draw draw, MonthLines lines, Reason there) {
        if (drawn.signum() == 0 || there.result().signum() <= 0) {
            return BigDecimal.ZERO;
        }
        Reason balance = lines.given(Label.DRAW_BALANCE, drawn, "/draw");
        Reason taken = lines.of(Label.DRAW_RECOVERED, Formula.LEAST, balance, there);
        lines.add(LineKind.RECOVERED, draw.name(), null, lines.minus(Label.DRAW_RECOVERED, taken));
        drawn = drawn.subtract(taken.result());
        return taken.result();
    }

    private void carry(Settled version, MonthLines lines, BigDecimal total) {
        if (total.signum() < 0 && version.pay().carriesDebt()) {
            lines.add(LineKind.CARRIED, lines.name(), null, lines.minus(Label.CARRIED, lines.due(total)));
            owed = owed.subtract(total);
        } else if (owed.signum() > 0 && total.signum() > 0) {
            Reason debt = lines.given(Label.OWED, owed, "/debt");
            Reason taken = lines.of(Label.TAKEN_FOR_DEBT, Formula.LEAST, debt, lines.due(total));
            lines.add(LineKind.CARRIED, lines.name(), null, lines.minus(Label.TAKEN_FOR_DEBT, taken));
            owed = owed.subtract(taken.result());
        }
    }

    /** The lines of one month, in the making. */
    static final class MonthLines {

        private final YearMonth month;
        private final Terms plan;
        private final List<Line> lines = new ArrayList<>();

        MonthLines(YearMonth month, Terms plan) {
            this.month = month;
            this.plan = plan;
        }

        YearMonth month() {
            return month;
        }

        /** Of what is no component's: the plan's, as a key can hold it. */
        String name() {
            return plan.plan().replace(LineKey.SEPARATOR, '/');
        }

        List<Line> all() {
            return lines;
        }

        void add(Line line) {
            lines.add(line);
        }

        void add(LineKind kind, String name, @Nullable String deal, Reason reason) {
            if (reason.result().signum() != 0) {
                lines.add(new Line(kind, name, deal, month, reason));
            }
        }

        BigDecimal sum() {
            return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** All that is due so far in this month. */
        Reason due(BigDecimal sum) {
            return Reason.given(Label.DUE, sum, Unit.AMOUNT, "month:" + month);
        }

        Reason given(Label label, BigDecimal amount, String field) {
            return Reason.given(label, amount, Unit.AMOUNT, plan.source() + field);
        }

        Reason of(Label label, Formula formula, Reason... operands) {
            return Reason.amount(label, formula, null, List.of(operands));
        }

        Reason minus(Label label, Reason amount) {
            return amount.mirrored(label);
        }

        /** Rounded as the plan rounds. */
        Reason rounded(Label label, Reason amount) {
            Rounding rounding = plan.rounding();
            Reason decimals = Reason.given(
                    Label.DECIMALS, BigDecimal.valueOf(rounding.decimals()), Unit.COUNT, plan.source() + "/rounding");
            return of(label, Formula.rounded(rounding.mode()), amount, decimals);
        }
    }
}
