package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.koploper.period.Period;

/** What people earn of the budgets of a plan, as each of them has to know it of the others. */
final class BudgetClaims {

    private static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::day).thenComparing(Claim::about).thenComparing(Claim::person);

    private final Terms terms;
    private final Map<String, History> histories;
    private final Map<String, List<Line>> lines;
    private final List<String> people;

    /** @param lines of everybody, with what is taken off for the budget or without */
    BudgetClaims(Terms terms, Map<String, History> histories, Map<String, List<Line>> lines) {
        this.terms = terms;
        this.histories = histories;
        this.lines = lines;
        people = List.copyOf(new TreeSet<>(histories.keySet()));
    }

    /** @param about the deal, or the month where it is about none */
    record Claim(String person, LocalDate day, String about, BigDecimal amount) {}

    Map<String, List<Claims>> byPerson() {
        Map<String, List<Claims>> byPerson = new HashMap<>();
        for (Component component : terms.components()) {
            Budget budget = component.limits().budget();
            if (budget != null) {
                List<Claim> claims = claims(component);
                Map<YearMonth, List<BigDecimal>> sums = sums(budget, claims);
                Map<YearMonth, Map<String, BigDecimal>> paid = paid(budget, claims);
                for (String person : people) {
                    byPerson.computeIfAbsent(person, one -> new ArrayList<>())
                            .add(claims(component.name(), budget, person, claims, sums, paid));
                }
            }
        }
        return byPerson;
    }

    private Claims claims(
            String component,
            Budget budget,
            String person,
            List<Claim> claims,
            Map<YearMonth, List<BigDecimal>> all,
            Map<YearMonth, Map<String, BigDecimal>> paid) {
        Map<String, BigDecimal> before = new HashMap<>();
        Map<Period, BigDecimal> byOthers = new HashMap<>();
        for (Claim claim : claims) {
            Period window = budget.over().window(claim.day());
            if (claim.person().equals(person)) {
                before.put(claim.about(), byOthers.getOrDefault(window, BigDecimal.ZERO));
            } else {
                byOthers.merge(window, claim.amount(), BigDecimal::add);
            }
        }
        int place = people.indexOf(person);
        Map<YearMonth, List<BigDecimal>> others = new HashMap<>();
        all.forEach((month, sums) -> {
            List<BigDecimal> rest = new ArrayList<>(sums);
            rest.remove(place);
            others.put(month, rest);
        });
        Map<YearMonth, BigDecimal> paidToOthers = new HashMap<>();
        paid.forEach((month, sums) -> paidToOthers.put(
                month,
                sums.entrySet().stream()
                        .filter(one -> !one.getKey().equals(person))
                        .map(Map.Entry::getValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
        return new Claims(component, before, others, paidToOthers, place);
    }

    /** What each of the people is paid by the end of each month in its window; nothing where all are cut by one part. */
    private Map<YearMonth, Map<String, BigDecimal>> paid(Budget budget, List<Claim> claims) {
        Map<YearMonth, Map<String, BigDecimal>> paid = new HashMap<>();
        if (budget.overrun() == Budget.Overrun.FIRST_COME && terms.isPaidInItsCurrency()) {
            FirstCome firstCome = new FirstCome(budget, terms.rounding());
            Map<YearMonth, List<Claim>> inMonth =
                    claims.stream().collect(Collectors.groupingBy(claim -> YearMonth.from(claim.day())));
            months().forEach(month -> paid.put(month, firstCome.close(month, inMonth.getOrDefault(month, List.of()))));
        }
        return paid;
    }

    /** What each of the people has earned by the end of each month in its window. */
    private Map<YearMonth, List<BigDecimal>> sums(Budget budget, List<Claim> claims) {
        Map<YearMonth, Map<String, BigDecimal>> inMonth = new HashMap<>();
        for (Claim claim : claims) {
            inMonth.computeIfAbsent(YearMonth.from(claim.day()), month -> new HashMap<>())
                    .merge(claim.person(), claim.amount(), BigDecimal::add);
        }
        Map<YearMonth, List<BigDecimal>> sums = new HashMap<>();
        Map<String, BigDecimal> soFar = new HashMap<>();
        for (YearMonth month : months()) {
            if (budget.over().window(month.atDay(1)).from().equals(month.atDay(1))) {
                soFar.clear();
            }
            inMonth.getOrDefault(month, Map.of())
                    .forEach((person, amount) -> soFar.merge(person, amount, BigDecimal::add));
            sums.put(
                    month,
                    people.stream()
                            .map(person -> soFar.getOrDefault(person, BigDecimal.ZERO))
                            .toList());
        }
        return sums;
    }

    /** All months from the first to the last, those without a line too, so that no window begins unseen. */
    private List<YearMonth> months() {
        TreeSet<YearMonth> found = new TreeSet<>();
        lines.values().forEach(all -> all.forEach(line -> found.add(line.month())));
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = found.isEmpty() ? null : found.getFirst();
                month != null && !month.isAfter(found.getLast());
                month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    /** Whatever was left of the budget for it. */
    private List<Claim> claims(Component component) {
        List<Claim> claims = new ArrayList<>();
        lines.forEach((person, all) -> {
            Map<String, LocalDate> days = days(component, person);
            Map<String, BigDecimal> sums = new TreeMap<>();
            Map<String, LocalDate> of = new HashMap<>();
            for (Line line : all) {
                if (line.component().equals(component.name())
                        && line.kind().compareTo(LineKind.PRIZE) <= 0
                        && line.kind() != LineKind.OVER_BUDGET) {
                    String about = line.deal() == null ? line.month().toString() : line.deal();
                    sums.merge(about, line.amount(), BigDecimal::add);
                    of.put(
                            about,
                            line.deal() == null
                                    ? line.month().atEndOfMonth()
                                    : Objects.requireNonNull(days.get(line.deal())));
                }
            }
            sums.forEach(
                    (about, sum) -> claims.add(new Claim(person, Objects.requireNonNull(of.get(about)), about, sum)));
        });
        claims.sort(ORDER);
        return claims;
    }

    private Map<String, LocalDate> days(Component component, String person) {
        Map<String, LocalDate> days = new HashMap<>();
        Objects.requireNonNull(histories.get(person))
                .of(component.sales().whose())
                .forEach(credit -> days.put(credit.deal(), credit.date()));
        return days;
    }
}
