package org.koploper.commission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Beside;
import org.koploper.commission.engine.Budget;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.Engine;
import org.koploper.commission.engine.Everybody;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.Limits;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.LineKind;
import org.koploper.commission.engine.Placing;
import org.koploper.commission.engine.Terms;
import org.koploper.commission.engine.Validity;

/**
 * The first pass over everybody of a version of a plan that pays people together: what each must know of the others, so that
 * each is computed alone afterwards, whatever the order. A budget and a ranking belong to a version of a plan; who leaves it
 * and comes back counts once for each stretch. Pure.
 */
final class Together {

    /** Nobody's pay depends on anybody else's. */
    static final Together NOBODY = new Together(Map.of());

    private final Map<Piece, History> known;

    private Together(Map<Piece, History> known) {
        this.known = known;
    }

    /**
     * @param people everybody of every version that pays one of those together who are computed
     * @param from the first month that is computed; windows that it lies in are looked at whole
     * @param now the last month that pays without a deal
     */
    static Together of(Collection<Payee> people, YearMonth from, YearMonth now) {
        Map<PlanVersion, List<Payee.Stretch>> versions = people.stream()
                .flatMap(Payee::stretches)
                .filter(stretch -> stretch.piece().isPaidTogether())
                .collect(Collectors.groupingBy(stretch -> stretch.piece().version()));
        Map<Piece, History> known = new IdentityHashMap<>();
        versions.values().forEach(stretches -> look(stretches, from, now, known));
        return known.isEmpty() ? NOBODY : new Together(known);
    }

    private static void look(List<Payee.Stretch> stretches, YearMonth from, YearMonth now, Map<Piece, History> known) {
        YearMonth begins = stretches.stream()
                .map(stretch -> stretch.piece().firstMonth())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        YearMonth asked = from.isBefore(begins) ? begins : from;
        YearMonth first = stretches.stream()
                .map(stretch ->
                        YearMonth.from(stretch.piece().terms().window(asked).from()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        YearMonth last = stretches.stream()
                .map(stretch -> stretch.payee().lastMonth(stretch.piece()))
                .reduce(now, (one, other) -> one.isBefore(other) ? other : one);
        Map<String, Payee.Stretch> byKey = new TreeMap<>();
        stretches.forEach(stretch -> byKey.put(stretch.key(), stretch));
        Map<String, Everybody.Member> members = new TreeMap<>();
        byKey.forEach((key, stretch) -> members.put(
                key,
                new Everybody.Member(stretch.piece().terms(), stretch.payee().alone(stretch.piece()))));
        if (!last.isBefore(first)) {
            Everybody.known(members, first, last)
                    .forEach((key, history) -> known.put(
                            java.util.Objects.requireNonNull(byKey.get(key)).piece(), history));
        }
    }

    /** With what is known of the others; null where nothing has to be. */
    @Nullable
    History history(Piece piece) {
        return known.get(piece);
    }

    /**
     * What is cut, or given back, of what somebody has earned of a budget before leaving the plan: the others go on earning of
     * it until its window ends.
     *
     * @param last the last month asked for
     */
    static List<Line> afterLeaving(Piece piece, History history, YearMonth last) {
        LocalDate ends = piece.to();
        LocalDate to = ends;
        Set<String> shared = piece.terms().components().stream()
                .filter(Together::isShared)
                .map(Component::name)
                .collect(Collectors.toSet());
        for (Component component : piece.terms().components()) {
            Budget budget = component.limits().budget();
            if (budget != null && shared.contains(component.name())) {
                LocalDate end = budget.over().window(ends).to();
                to = end.isAfter(to) ? end : to;
            }
        }
        YearMonth until = YearMonth.from(to).isBefore(last) ? YearMonth.from(to) : last;
        if (shared.isEmpty() || !until.isAfter(piece.lastMonth())) {
            return List.of();
        }
        Terms longer = longer(piece.terms(), to);
        return Engine.calculate(longer, until(piece, history), piece.lastMonth().plusMonths(1), until).stream()
                .filter(line -> shared.contains(line.component()))
                .filter(line -> line.kind() == LineKind.OVER_BUDGET || line.kind() == LineKind.ROUNDING)
                .toList();
    }

    private static boolean isShared(Component component) {
        Budget budget = component.limits().budget();
        return budget != null && budget.overrun() == Budget.Overrun.PRO_RATA;
    }

    /** The same rules for longer, without what they would pay in each month. */
    private static Terms longer(Terms terms, LocalDate to) {
        List<Component> components = new ArrayList<>();
        for (Component one : terms.components()) {
            Limits limits = one.limits();
            components.add(new Component(
                    one.name(),
                    one.measure(),
                    one.where(),
                    one.counts(),
                    one.rule(),
                    one.quota(),
                    one.targetPay(),
                    one.weight(),
                    one.gates(),
                    new Limits(
                            limits.perDeal(), limits.most(), limits.window(), null, limits.carried(), limits.budget()),
                    one.sales()));
        }
        return new Terms(
                terms.plan(),
                terms.version(),
                terms.currency(),
                new Validity(terms.validity().from(), to),
                components,
                terms.rounding(),
                terms.pay(),
                terms.exchange());
    }

    /** Without what counts from then on: sales, and what is paid at the end of windows that go on after that month. */
    private static History until(Piece piece, History history) {
        Beside beside = history.beside();
        LocalDate last = piece.to();
        return new History(
                until(history.credits(), last),
                history.service(),
                history.quotas(),
                history.scores().stream()
                        .filter(score -> !YearMonth.from(score.period().to()).isAfter(piece.lastMonth()))
                        .toList(),
                history.payments(),
                history.terminations(),
                new Beside(
                        until(beside.overlay(), last),
                        until(beside.team(), last),
                        beside.placings().stream()
                                .filter(placing -> isPaid(placing, piece))
                                .toList(),
                        beside.claims(),
                        beside.rates()),
                history.openings());
    }

    private static boolean isPaid(Placing placing, Piece piece) {
        return piece.terms().components().stream()
                .filter(component -> component.name().equals(placing.component()))
                .noneMatch(component -> component.lastMonth(placing.period()).isAfter(piece.lastMonth()));
    }

    private static List<Credit> until(List<Credit> credits, LocalDate last) {
        return credits.stream().filter(credit -> !credit.date().isAfter(last)).toList();
    }
}
