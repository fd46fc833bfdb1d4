package org.koploper.commission;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.ReportingLines;
import org.koploper.commission.engine.ReportsTo;
import org.koploper.commission.engine.TeamSales;
import org.koploper.people.ReportingDays;
import org.koploper.sales.CreditedDeal;

/** What the people below have sold, for those whose plan pays on it; people have their external id here, as plans name them. */
final class TeamDeals {

    private final Collection<PersonId> leaders;
    private final List<ReportingDays.Reports> lines;
    private final ReportingLines reporting;
    private final Map<String, PersonId> persons = new HashMap<>();

    private TeamDeals(Collection<PersonId> leaders, List<ReportingDays.Reports> lines) {
        this.leaders = leaders;
        this.lines = lines;
        this.reporting = new ReportingLines(lines.stream()
                .map(line -> new ReportsTo(line.code(), line.managerCode(), line.from(), line.to()))
                .toList());
        lines.forEach(line -> {
            persons.put(line.code(), line.person());
            persons.put(line.managerCode(), line.manager());
        });
    }

    static TeamDeals of(Collection<PersonId> leaders, ReportingDays reporting) {
        return new TeamDeals(leaders, leaders.isEmpty() ? List.of() : reporting.below(leaders));
    }

    /** Everybody below them on some day. */
    Set<PersonId> people() {
        Set<PersonId> people = new HashSet<>();
        lines.forEach(line -> people.add(line.person()));
        return people;
    }

    /** Whom plans know by that external id, as one of these or as somebody above them. */
    PersonId person(String code) {
        return Objects.requireNonNull(persons.get(code));
    }

    /** Everybody above that seller on the day on which the deal was won, the direct manager first. */
    List<PersonId> above(String seller, Credit credit) {
        return reporting.above(seller, credit.facts().origin().wonOn(credit.date())).stream()
                .map(this::person)
                .toList();
    }

    /** @param deals of all these people, and of others, by person */
    Map<PersonId, List<Credit>> seen(Map<PersonId, List<CreditedDeal>> deals, DealCredits credits) {
        Map<String, List<Credit>> sold = new HashMap<>();
        Map<String, PersonId> managers = new HashMap<>();
        for (ReportingDays.Reports line : lines) {
            sold.computeIfAbsent(line.code(), code -> credits.of(deals.getOrDefault(line.person(), List.of())));
            if (leaders.contains(line.manager())) {
                managers.put(line.managerCode(), line.manager());
            }
        }
        Map<PersonId, List<Credit>> seen = new HashMap<>();
        TeamSales.seen(sold, reporting, managers.keySet())
                .forEach((manager, team) -> seen.put(managers.get(manager), team));
        return seen;
    }
}
