package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.koploper.money.Decimals;

/**
 * Computes people whose pay depends on each other: on what the people below sell and earn, on places in rankings, on one
 * budget for all. Each of them is computed by {@link Engine} alone, from facts about the others; these are looked up again
 * until they stay what they are.
 */
public final class Everybody {

    /** Level by level, and once more for a budget; more than that is a circle. */
    public static final int MOST_ROUNDS = 25;

    private final Terms terms;
    private final Terms calculating;
    private final Map<String, History> people;
    private final ReportingLines reporting;
    private final YearMonth from;
    private final YearMonth to;

    private Everybody(
            Terms terms, Map<String, History> people, ReportingLines reporting, YearMonth from, YearMonth to) {
        this.terms = terms;
        this.calculating = terms.unpaid();
        this.people = new TreeMap<>(people);
        reporting.lines().forEach(line -> this.people.putIfAbsent(line.manager(), History.of(List.of())));
        this.reporting = reporting;
        this.from = from;
        this.to = to;
    }

    /**
     * One of the people of a plan.
     *
     * @param terms one version of it, the same for all but for the days on which it pays this one
     * @param history with all that is known without looking at the others
     */
    public record Member(Terms terms, History history) {}

    /** What one person earns on one credit. */
    private record Of(String person, String deal) {}

    /** What is known of the others in one round. */
    private record Known(Map<Of, BigDecimal> earned, Map<String, List<Claims>> claims) {}

    /**
     * What all people of one plan earn, and what settles it.
     *
     * @param people by id, with their own sales and overlay credits; what depends on others is filled in
     * @param from first month, included; nothing was earned or owed before it
     * @param to last month, included
     * @return lines by person, as {@link Engine#pay} gives them, also for managers who are not among the people
     * @throws IllegalArgumentException when people report, or earn, in a circle
     */
    public static Map<String, List<Line>> pay(
            Terms terms, Map<String, History> people, ReportingLines reporting, YearMonth from, YearMonth to) {
        return new Everybody(terms, people, reporting, from, to).pay();
    }

    private Map<String, List<Line>> pay() {
        Known known = new Known(Map.of(), Map.of());
        Map<String, History> histories = histories(known);
        boolean depends = dependsOnPay(terms);
        for (int round = 0; depends; round++) {
            Map<String, List<Line>> lines = new TreeMap<>();
            histories.forEach((person, history) -> lines.put(person, Engine.calculate(calculating, history, from, to)));
            Known now = new Known(earned(lines), new BudgetClaims(calculating, histories, lines).byPerson());
            depends = !now.equals(known);
            known = now;
            histories = histories(known);
            if (round > MOST_ROUNDS) {
                throw new IllegalArgumentException("What these people earn depends on each other in a circle");
            }
        }
        Map<String, List<Line>> paid = new TreeMap<>();
        histories.forEach((person, history) -> paid.put(person, Engine.pay(terms, history, from, to)));
        return paid;
    }

    /**
     * What each of the people of a plan has to know of the others: places in rankings, and what others earn of budgets. Each
     * can be computed alone then. What lower levels earn is not told.
     *
     * @param people by id, in whose order cents go that are left over; all of them, whoever is computed
     * @param from first month, included, with which windows of rankings and budgets begin
     * @param to last month, included
     */
    public static Map<String, History> known(Map<String, Member> people, YearMonth from, YearMonth to) {
        TreeMap<String, Member> members = new TreeMap<>(people);
        Map<String, History> known = placed(members, from, to);
        Map<String, List<Line>> lines = new TreeMap<>();
        members.forEach((person, member) -> {
            History history = java.util.Objects.requireNonNull(known.get(person));
            lines.put(person, Engine.calculate(member.terms().unpaid(), history, from, to));
        });
        Map<String, List<Claims>> claims = members.isEmpty()
                ? Map.of()
                : new BudgetClaims(members.firstEntry().getValue().terms(), known, lines).byPerson();
        known.replaceAll((person, history) -> {
            Beside beside = history.beside();
            return with(
                    history,
                    new Team(),
                    new Beside(
                            beside.overlay(),
                            beside.team(),
                            beside.placings(),
                            claims.getOrDefault(person, List.of()),
                            beside.rates()));
        });
        return known;
    }

    /** Whether what one person earns can depend on what another one does, so that all are computed more than once. */
    public static boolean dependsOnPay(Terms terms) {
        return terms.components().stream()
                .anyMatch(component ->
                        component.sales().lessLower() || component.limits().budget() != null);
    }

    private static Map<Of, BigDecimal> earned(Map<String, List<Line>> lines) {
        Map<Of, BigDecimal> earned = new HashMap<>();
        lines.forEach((person, all) -> {
            for (Line line : all) {
                String deal = line.deal();
                if (deal != null && line.kind().compareTo(LineKind.ROUNDING) < 0) {
                    earned.merge(
                            new Of(person, deal), line.amount(), (one, other) -> Decimals.canonical(one.add(other)));
                }
            }
        });
        return earned;
    }

    private Map<String, History> histories(Known known) {
        Map<String, Team> teams = new HashMap<>();
        people.forEach((person, history) -> history.credits().forEach(credit -> lend(person, credit, known, teams)));
        Map<String, History> histories = new TreeMap<>();
        people.forEach((person, own) -> {
            Team team = teams.getOrDefault(person, new Team());
            Beside beside = own.beside();
            histories.put(
                    person,
                    with(
                            own,
                            team,
                            new Beside(
                                    beside.overlay(),
                                    team.credits,
                                    beside.placings(),
                                    known.claims().getOrDefault(person, List.of()),
                                    beside.rates())));
        });
        Map<String, Member> members = new TreeMap<>();
        histories.forEach((person, history) -> members.put(person, new Member(calculating, history)));
        return placed(members, from, to);
    }

    private static Map<String, History> placed(Map<String, Member> members, YearMonth from, YearMonth to) {
        Map<String, List<Placing>> placings = new Places(members).byPerson(from, to);
        Map<String, History> placed = new TreeMap<>();
        members.forEach((person, member) -> {
            Beside beside = member.history().beside();
            placed.put(
                    person,
                    with(
                            member.history(),
                            new Team(),
                            new Beside(
                                    beside.overlay(),
                                    beside.team(),
                                    placings.getOrDefault(person, List.of()),
                                    beside.claims(),
                                    beside.rates())));
        });
        return placed;
    }

    private static History with(History own, Team team, Beside beside) {
        List<Payment> payments = new ArrayList<>(own.payments());
        payments.addAll(team.payments);
        List<Termination> ends = new ArrayList<>(own.terminations());
        ends.addAll(team.ends);
        return new History(
                own.credits(), own.service(), own.quotas(), own.scores(), payments, ends, beside, own.openings());
    }

    /** What the people below have sold, and what became of it. */
    private static final class Team {
        private final List<Credit> credits = new ArrayList<>();
        private final List<Payment> payments = new ArrayList<>();
        private final List<Termination> ends = new ArrayList<>();
    }

    /** Shows a credit to everybody above on the day on which the deal was won. */
    private void lend(String seller, Credit credit, Known known, Map<String, Team> teams) {
        String id = TeamSales.id(credit, seller);
        BigDecimal below = known.earned().getOrDefault(new Of(seller, credit.deal()), BigDecimal.ZERO);
        int level = 0;
        for (String manager : reporting.above(seller, credit.facts().origin().wonOn(credit.date()))) {
            level++;
            Team team = teams.computeIfAbsent(manager, one -> new Team());
            team.credits.add(TeamSales.seen(credit, seller, level, below));
            History of = java.util.Objects.requireNonNull(people.get(seller));
            of.payments().stream()
                    .filter(payment -> payment.deal().equals(credit.deal()))
                    .forEach(payment ->
                            team.payments.add(new Payment(id, payment.date(), payment.amount(), payment.of())));
            of.terminations().stream()
                    .filter(end -> end.deal().equals(credit.deal()))
                    .forEach(end -> team.ends.add(new Termination(id, end.date(), end.monthsServed())));
            below = below.add(known.earned().getOrDefault(new Of(manager, id), BigDecimal.ZERO));
        }
    }
}
