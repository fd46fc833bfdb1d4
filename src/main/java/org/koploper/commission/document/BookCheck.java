package org.koploper.commission.document;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.document.Example.Expected;
import org.koploper.commission.document.Example.ExpectedLine;
import org.koploper.commission.engine.Amortisation;
import org.koploper.commission.engine.Difference;
import org.koploper.commission.engine.Differences;
import org.koploper.commission.engine.Held;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.LineKind;
import org.koploper.commission.engine.Terms;

/** What the books say of one person's lines: expenses, what is left to expense, liabilities, later postings. */
final class BookCheck {

    private static final Set<LineKind> OPEN = EnumSet.of(LineKind.HELD, LineKind.FREED, LineKind.RELEASED);

    private final List<Line> lines;
    private final List<Difference> changes;
    private final List<Amortisation.Expense> expenses;

    /**
     * @param lines as they are now
     * @param before as they were posted first; none where nothing became known later
     * @param closed the last month that was closed after that; null for none
     */
    BookCheck(PlanDocument document, Terms terms, List<Line> lines, List<Line> before, @Nullable YearMonth closed) {
        this.lines = lines;
        this.changes = Differences.between(posted(document, terms, lines, before, closed), held(before));
        Amortisation amortisation = document.amortisation();
        expenses = amortisation == null ? List.of() : amortisation.of(terms, lines);
    }

    /** With what the plan forgives of closed months. */
    private static List<Line> posted(
            PlanDocument document, Terms terms, List<Line> lines, List<Line> before, @Nullable YearMonth closed) {
        Map<YearMonth, BigDecimal> settled = new HashMap<>();
        before.forEach(line -> settled.merge(line.month(), line.amount(), BigDecimal::add));
        List<Line> posted = new ArrayList<>(lines);
        posted.addAll(document.late()
                .forgiven(
                        terms.plan(),
                        "plan:" + terms.plan() + " v" + terms.version() + "/late",
                        lines,
                        settled,
                        month -> closed != null && !month.isAfter(closed)));
        return posted;
    }

    /** What a ledger holds that has posted these. */
    private static Map<String, Held> held(List<Line> posted) {
        Map<String, Held> ledger = new HashMap<>();
        Differences.between(posted, ledger).forEach(difference -> ledger.put(difference.key(), Held.after(difference)));
        return ledger;
    }

    BigDecimal expense(Expected expected) {
        return expenses.stream()
                .filter(one -> expected.month() == null || one.month().equals(expected.month()))
                .map(one -> one.reason().result())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of all that is earned by then. */
    BigDecimal asset(Expected expected) {
        return expenses.stream()
                .filter(one -> expected.month() != null
                        && !one.earned().isAfter(expected.month())
                        && one.month().isAfter(expected.month()))
                .map(one -> one.reason().result())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal liability(Expected expected, ExpectedLine of) {
        return sum(lines.stream()
                        .filter(line -> OPEN.contains(line.kind()))
                        .filter(line ->
                                expected.month() == null || !line.month().isAfter(expected.month()))
                        .filter(line -> isAbout(of, line))
                        .toList())
                .negate();
    }

    /** What a ledger that holds what was posted first still needs. */
    BigDecimal change(Expected expected, ExpectedLine of) {
        return changes.stream()
                .filter(difference -> isAbout(of, difference.line()))
                .filter(difference ->
                        expected.month() == null || difference.line().month().equals(expected.month()))
                .map(Difference::delta)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static boolean isAbout(ExpectedLine of, Line line) {
        return Objects.equals(of.deal(), line.deal())
                && (of.component() == null || of.component().equals(line.component()));
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
