package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.PersonOnly;
import org.koploper.kpi.Members.Member;
import org.koploper.kpi.OrderValues.Order;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamId;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The four numbers of people side by side, and of teams. The number of statements depends on no number of them. */
@Service
public class TeamDashboards {

    private final MeterSums sums;
    private final OrderValues orders;
    private final Members members;
    private final GoalAccess access;
    private final Directory directory;
    private final Clock clock;

    TeamDashboards(
            MeterSums sums, OrderValues orders, Members members, GoalAccess access, Directory directory, Clock clock) {
        this.sums = sums;
        this.orders = orders;
        this.members = members;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Each of the people of a team beside all the others of it; only those whose numbers the reader may see, held against
     * everybody. Who manages and sells nothing is left out of the own team.
     */
    @PersonOnly
    @Transactional(readOnly = true)
    public TeamNumbers people(TeamId team, Period period) {
        KpiScope scope = KpiScope.of(team);
        Slot slot = MeterSums.slot(period, LocalDate.now(clock));
        Map<String, PersonRef> people = new LinkedHashMap<>();
        members.of(scope, period).forEach(member -> people.put(member.person().externalId(), member.person()));
        MeterSums.Asked asked = sums.ask();
        Map<String, Sums> read = asked.by(scope, slot, Grouping.PERSON);
        people.values().removeIf(person -> Caller.now().is(person.id()) && !read.containsKey(person.externalId()));
        Map<Long, List<BigDecimal>> values = values(scope, slot, Order::person);
        Map<PersonId, Double> atWork =
                members.atWork(people.values().stream().map(PersonRef::id).toList(), slot.day());
        Map<String, MeterFacts> each = new LinkedHashMap<>();
        Stream.concat(people.keySet().stream(), read.keySet().stream())
                .distinct()
                .forEach(id -> each.put(
                        id,
                        asked.facts(
                                Objects.requireNonNullElseGet(read.get(id), Sums::new),
                                atWork(people.get(id), atWork),
                                of(people.get(id), values))));
        Map<String, Map<Meter, Beside>> besides = Comparison.of(each, Comparison.FEWEST_PEOPLE);
        Set<PersonId> seen =
                access.seen(people.values().stream().map(PersonRef::id).toList());
        List<PersonRef> shown = people.values().stream()
                .filter(person -> seen.contains(person.id()))
                .toList();
        return new TeamNumbers(
                period,
                slot.day(),
                shown.stream()
                        .map(person -> new Compared<>(
                                person,
                                asked.readings(
                                        slot, Objects.requireNonNullElseGet(read.get(person.externalId()), Sums::new)),
                                Objects.requireNonNull(besides.get(person.externalId()))))
                        .toList(),
                people.size() - shown.size(),
                Spreads.of(shown, each, MeterFacts::values),
                Spreads.of(shown, each, MeterFacts::cycleDays));
    }

    /**
     * Teams side by side, each with those below it: the parts of the team where it has several, else it and those beside it;
     * none where it stands alone.
     */
    @PersonOnly
    @Transactional(readOnly = true)
    public List<Compared<TeamRef>> teams(TeamId team, Period period) {
        List<TeamRef> all = directory.teams();
        TeamRef own = directory.team(team).orElseThrow();
        List<TeamRef> parts = childrenOf(all, team);
        TeamId parent = parts.size() > 1 ? team : own.parent();
        List<TeamRef> compared = parts.size() > 1 ? parts : childrenOf(all, parent);
        if (compared.size() < 2) {
            return List.of();
        }
        KpiScope scope = parent == null ? KpiScope.organisation() : KpiScope.of(parent);
        Slot slot = MeterSums.slot(period, LocalDate.now(clock));
        Map<TeamId, TeamRef> partOf = partOf(all, compared);
        MeterSums.Asked asked = sums.ask();
        Map<TeamRef, Sums> read = rolledUp(asked.by(scope, slot, Grouping.TEAM), partOf);
        Map<Long, List<BigDecimal>> values = values(scope, slot, Order::team);
        Map<TeamRef, Double> atWork = atWork(scope, slot, partOf);
        Map<TeamRef, MeterFacts> each = new LinkedHashMap<>();
        compared.forEach(one -> each.put(
                one,
                asked.facts(
                        Objects.requireNonNullElseGet(read.get(one), Sums::new),
                        atWork.getOrDefault(one, 0.0),
                        values == null ? null : inside(one, partOf, values))));
        Map<TeamRef, Map<Meter, Beside>> besides = Comparison.of(each, 2);
        return compared.stream()
                .map(one -> new Compared<>(
                        one,
                        asked.readings(slot, Objects.requireNonNullElseGet(read.get(one), Sums::new)),
                        Objects.requireNonNull(besides.get(one))))
                .toList();
    }

    private static List<TeamRef> childrenOf(List<TeamRef> all, @Nullable TeamId parent) {
        return all.stream()
                .filter(team -> Objects.equals(team.parent(), parent))
                .sorted(Comparator.comparing(TeamRef::name))
                .toList();
    }

    /** For each team below the compared ones the one that it belongs to. */
    private static Map<TeamId, TeamRef> partOf(List<TeamRef> all, List<TeamRef> compared) {
        Map<TeamId, TeamRef> partOf = new HashMap<>();
        compared.forEach(team -> partOf.put(team.id(), team));
        // parents come before their children
        all.stream()
                .filter(team -> team.parent() != null && partOf.containsKey(team.parent()))
                .forEach(team -> partOf.putIfAbsent(team.id(), Objects.requireNonNull(partOf.get(team.parent()))));
        return partOf;
    }

    private Map<TeamRef, Sums> rolledUp(Map<String, Sums> byTeam, Map<TeamId, TeamRef> partOf) {
        Map<TeamRef, Sums> rolled = new HashMap<>();
        for (TeamRef team : directory.teams()) {
            Sums own = byTeam.get(team.externalId());
            TeamRef part = partOf.get(team.id());
            if (own != null && part != null) {
                rolled.computeIfAbsent(part, one -> new Sums()).addAll(own);
            }
        }
        return rolled;
    }

    private Map<TeamRef, Double> atWork(KpiScope scope, Slot slot, Map<TeamId, TeamRef> partOf) {
        List<Member> all = members.of(scope, slot.period());
        Map<PersonId, Double> days = members.atWork(
                all.stream().map(member -> member.person().id()).distinct().toList(), slot.day());
        Map<TeamRef, Double> sums = new HashMap<>();
        all.forEach(member -> {
            TeamRef part = partOf.get(new TeamId(member.team()));
            if (part != null) {
                sums.merge(part, days.getOrDefault(member.person().id(), 0.0), Double::sum);
            }
        });
        return sums;
    }

    private static List<BigDecimal> inside(
            TeamRef part, Map<TeamId, TeamRef> partOf, Map<Long, List<BigDecimal>> values) {
        List<BigDecimal> inside = new ArrayList<>();
        values.forEach((team, own) -> {
            if (part.equals(partOf.get(new TeamId(team)))) {
                inside.addAll(own);
            }
        });
        return inside;
    }

    /** Null where there are too many. */
    private @Nullable Map<Long, List<BigDecimal>> values(
            KpiScope scope, Slot slot, java.util.function.Function<Order, @Nullable Long> side) {
        List<Order> single = slot.hasBegun() ? orders.read(scope, List.of(slot.passed())) : List.of();
        if (single == null) {
            return null;
        }
        return single.stream()
                .filter(order -> side.apply(order) != null)
                .collect(Collectors.groupingBy(
                        order -> Objects.requireNonNull(side.apply(order)),
                        Collectors.mapping(Order::value, Collectors.toList())));
    }

    private static @Nullable List<BigDecimal> of(
            @Nullable PersonRef person, @Nullable Map<Long, List<BigDecimal>> values) {
        if (values == null) {
            return null;
        }
        return person == null ? List.of() : values.getOrDefault(person.id().value(), List.of());
    }

    private static double atWork(@Nullable PersonRef person, Map<PersonId, Double> days) {
        return person == null ? 0 : days.getOrDefault(person.id(), 0.0);
    }
}
