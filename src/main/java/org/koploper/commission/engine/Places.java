package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.koploper.period.Period;

/** Who ends where in the rankings of a plan. */
final class Places {

    private static final Comparator<Credit> ORDER =
            Comparator.comparing(Credit::date).thenComparing(Credit::deal);

    private final Map<String, Everybody.Member> people;

    /** @param people of one version of a plan, in the order in which cents that are left over go */
    Places(Map<String, Everybody.Member> people) {
        this.people = people;
    }

    /** @param reached the first day on which the sum was as much as in the end */
    private record Runner(String person, BigDecimal sum, LocalDate reached) {}

    Map<String, List<Placing>> byPerson(YearMonth from, YearMonth to) {
        Map<String, List<Placing>> placings = new HashMap<>();
        List<Component> components = people.values().stream()
                .limit(1)
                .flatMap(one -> one.terms().components().stream())
                .toList();
        for (Component component : components) {
            if (component.rule() instanceof Ranking ranking) {
                Map<String, List<Credit>> counting = counting(component);
                for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                    Period window = ranking.window(month.atDay(1));
                    if (component.lastMonth(window).equals(month)) {
                        place(component, ranking, window, counting, placings);
                    }
                }
            }
        }
        return placings;
    }

    private void place(
            Component component,
            Ranking ranking,
            Period window,
            Map<String, List<Credit>> counting,
            Map<String, List<Placing>> placings) {
        List<Runner> runners = runners(component, window, counting);
        Comparator<Runner> order = Comparator.comparing(Runner::sum).reversed();
        if (ranking.ties() == Ties.FIRST_TO_REACH) {
            order = order.thenComparing(Runner::reached);
        }
        runners.sort(order);
        int place = 1;
        for (int first = 0; first < runners.size(); ) {
            int next = first;
            while (next < runners.size() && order.compare(runners.get(first), runners.get(next)) == 0) {
                next++;
            }
            int level = next - first;
            for (int i = 0; i < level; i++) {
                placings.computeIfAbsent(runners.get(first + i).person(), one -> new ArrayList<>())
                        .add(new Placing(component.name(), window, place, level, i));
            }
            place += ranking.ties() == Ties.DENSE ? 1 : level;
            first = next;
        }
    }

    /** What counts of everybody, in whichever window, in the order of the people. */
    private Map<String, List<Credit>> counting(Component component) {
        boolean byCost = component.needs().contains(Need.COST);
        Map<String, List<Credit>> counting = new LinkedHashMap<>();
        people.forEach((person, member) -> counting.put(
                person,
                new RateBook(member.terms(), member.history())
                        .converted(member.history().of(component.sales().whose())).stream()
                                .filter(credit ->
                                        credit.missing(byCost, component.sales().lessLower()) == null)
                                .filter(credit ->
                                        member.terms().validity().contains(credit.date()) && component.chooses(credit))
                                .sorted(ORDER)
                                .toList()));
        return counting;
    }

    /** Those who have sold something, in the order of the people. */
    private List<Runner> runners(Component component, Period window, Map<String, List<Credit>> counting) {
        List<Runner> runners = new ArrayList<>();
        counting.forEach((person, all) -> {
            if (!Objects.requireNonNull(people.get(person)).terms().validity().touches(component.lastMonth(window))) {
                // whoever has left by the end wins nothing and stands in nobody's way
                return;
            }
            List<Credit> credits = all.stream()
                    .filter(credit -> window.contains(credit.date()))
                    .toList();
            BigDecimal sum = sum(credits, component);
            if (sum.signum() > 0) {
                runners.add(new Runner(person, sum, reached(credits, component, sum)));
            }
        });
        return runners;
    }

    private static LocalDate reached(List<Credit> credits, Component component, BigDecimal sum) {
        for (int i = 1; i < credits.size(); i++) {
            if (sum(credits.subList(0, i), component).compareTo(sum) >= 0) {
                return credits.get(i - 1).date();
            }
        }
        return credits.getLast().date();
    }

    private static BigDecimal sum(List<Credit> credits, Component component) {
        return credits.stream()
                .map(credit -> Credited.of(credit, component, component.name())
                        .counted()
                        .result())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
