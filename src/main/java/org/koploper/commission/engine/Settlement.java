package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns what one payee earns month by month into what is paid, by lines of its own: none of those that were earned
 * changes. For every payee and after every month,
 * {@code earned = paid + held - drawn - owed}: what was paid, and what is held, less what was drawn or guaranteed without
 * being earned and not taken back, and less what is owed since a month came to less than nothing; each a sum of lines.
 */
public final class Settlement {

    private final PayTerms terms;
    private final Terms plan;
    private final Deals deals;
    private final Holdbacks holdbacks;
    private BigDecimal drawn = BigDecimal.ZERO;
    private BigDecimal owed = BigDecimal.ZERO;
    private int monthsGiven;

    private Settlement(Terms plan, History history) {
        this.plan = plan;
        this.terms = plan.pay();
        this.deals = new Deals(plan, history);
        this.holdbacks = new Holdbacks(terms.holdback(), plan);
    }

    /**
     * @param earned all lines from the first month on in which anything was earned, as the engine gives them
     * @param from first month, included, with all months before it empty
     * @param to last month, included
     * @return the earned lines, those of each month followed by what settles it; the same where all is paid at once
     */
    public static List<Line> settle(Terms plan, History history, List<Line> earned, YearMonth from, YearMonth to) {
        if (plan.pay().equals(PayTerms.AT_ONCE)) {
            return earned;
        }
        Settlement settlement = new Settlement(plan, history);
        List<Line> lines = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            lines.addAll(settlement.month(month, earned));
        }
        return lines;
    }

    private List<Line> month(YearMonth month, List<Line> earned) {
        MonthLines lines = new MonthLines(month, plan);
        earned.stream().filter(line -> line.month().equals(month)).forEach(lines::add);
        if (terms.release() != null) {
            deals.hold(lines);
            deals.release(lines, terms.release());
        } else {
            deals.pay(lines);
        }
        BigDecimal due = lines.sum();
        BigDecimal recovered = terms.draw() == null ? BigDecimal.ZERO : draw(terms.draw(), lines, due);
        holdbacks.keep(lines, due.subtract(recovered));
        holdbacks.pay(lines);
        if (terms.clawback() != null) {
            deals.clawBack(lines, terms.clawback());
        }
        if (terms.carriesDebt()) {
            carry(lines);
        }
        return lines.all();
    }

    /** @return what was taken of what is due */
    private BigDecimal draw(PayTerms.Draw draw, MonthLines lines, BigDecimal due) {
        boolean isGiven =
                plan.validity().touches(lines.month()) && (draw.months() == null || monthsGiven < draw.months());
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

    private void carry(MonthLines lines) {
        BigDecimal total = lines.sum();
        if (total.signum() < 0) {
            lines.add(LineKind.CARRIED, name(), null, lines.minus(Label.CARRIED, lines.due(total)));
            owed = owed.subtract(total);
        } else if (owed.signum() > 0 && total.signum() > 0) {
            Reason debt = lines.given(Label.OWED, owed, "/debt");
            Reason taken = lines.of(Label.TAKEN_FOR_DEBT, Formula.LEAST, debt, lines.due(total));
            lines.add(LineKind.CARRIED, name(), null, lines.minus(Label.TAKEN_FOR_DEBT, taken));
            owed = owed.subtract(taken.result());
        }
    }

    /** What is carried is no component's: the plan's name, as a key can hold it. */
    private String name() {
        return plan.plan().replace(LineKey.SEPARATOR, '/');
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
