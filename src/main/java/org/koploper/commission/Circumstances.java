package org.koploper.commission;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Beside;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.DatedRates;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.Measure;
import org.koploper.commission.engine.Need;
import org.koploper.commission.engine.OwnQuota;
import org.koploper.commission.engine.Score;
import org.koploper.commission.engine.Service;
import org.koploper.kpi.Metric;
import org.koploper.kpi.OwnScores;
import org.koploper.kpi.OwnTarget;
import org.koploper.kpi.OwnTargets;
import org.koploper.people.ServiceDays;
import org.koploper.period.Period;

/** What plans ask for of a person beside own deals: own targets, scores, since when somebody works here, deals of the people below. */
final class Circumstances {

    /** What is asked for by nobody, and so was not read. */
    static final Circumstances NONE = new Circumstances(Map.of(), Map.of(), Map.of(), Map.of(), YearMonth.of(1900, 1));

    private final Map<Metric, Map<PersonId, List<OwnTarget.Piece>>> targets;
    private final Map<PersonId, List<OwnScores.Scored>> scores;
    private final Map<PersonId, List<ServiceDays.Stay>> stays;
    private final Map<PersonId, List<Credit>> teams;
    private final YearMonth now;

    private Circumstances(
            Map<Metric, Map<PersonId, List<OwnTarget.Piece>>> targets,
            Map<PersonId, List<OwnScores.Scored>> scores,
            Map<PersonId, List<ServiceDays.Stay>> stays,
            Map<PersonId, List<Credit>> teams,
            YearMonth now) {
        this.now = now;
        this.targets = targets;
        this.scores = scores;
        this.stays = stays;
        this.teams = teams;
    }

    /**
     * Reads what these plans ask for, of all these persons at once; nothing where they ask for nothing.
     *
     * @param now the running month
     * @param teams what people below have sold, by manager, where a plan asks for it
     */
    static Circumstances of(
            Collection<PersonId> persons,
            Collection<Piece> plans,
            OwnTargets targets,
            OwnScores scores,
            ServiceDays service,
            Map<PersonId, List<Credit>> teams,
            YearMonth now) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        Set<Metric> metrics = EnumSet.noneOf(Metric.class);
        plans.stream().flatMap(piece -> piece.terms().components().stream()).forEach(component -> {
            needs.addAll(component.needs());
            if (component.needs().contains(Need.QUOTAS)) {
                metric(component).ifPresent(metrics::add);
            }
        });
        Map<Metric, Map<PersonId, List<OwnTarget.Piece>>> agreed = new EnumMap<>(Metric.class);
        metrics.forEach(metric -> agreed.put(metric, targets.agreed(persons, metric)));
        return new Circumstances(
                agreed,
                needs.contains(Need.SCORES) ? scores.of(persons) : Map.of(),
                needs.contains(Need.SERVICE) ? service.of(persons) : Map.of(),
                teams,
                now);
    }

    /** Which targets are the quota of a component that states none; empty where there are none of what it counts. */
    static Optional<Metric> metric(Component component) {
        Measure counted = component.counts() == null
                ? component.measure()
                : component.counts().measure();
        return switch (counted) {
            case REVENUE -> Optional.of(Metric.REVENUE);
            case DEALS -> Optional.of(Metric.DEALS);
            case MARGIN, QUANTITY -> Optional.empty();
        };
    }

    /** The last month that pays without a deal, where a plan does. */
    YearMonth now() {
        return now;
    }

    /** What the people below that person have sold. */
    List<Credit> team(PersonId person) {
        return teams.getOrDefault(person, List.of());
    }

    /** All that the pay of a person under that plan can depend on. */
    History history(PersonId person, Piece plan, List<Credit> credits, DatedRates rates) {
        return new History(
                credits,
                service(person, plan),
                quotas(person, plan),
                scores(person),
                List.of(),
                List.of(),
                new Beside(List.of(), team(person), List.of(), List.of(), rates));
    }

    private List<Score> scores(PersonId person) {
        return scores.getOrDefault(person, List.of()).stream()
                .map(one -> new Score(one.objective(), one.days(), one.score()))
                .toList();
    }

    private List<OwnQuota> quotas(PersonId person, Piece plan) {
        List<OwnQuota> quotas = new ArrayList<>();
        for (Component component : plan.terms().components()) {
            if (component.needs().contains(Need.QUOTAS)) {
                List<OwnTarget.Piece> agreed = metric(component)
                        .map(metric -> targets.getOrDefault(metric, Map.of()).getOrDefault(person, List.of()))
                        .orElse(List.of());
                add(component, plan.plan().currency().getCurrencyCode(), agreed, quotas);
            }
        }
        return quotas;
    }

    /** Window by window, as goals and boards put targets together; one in another currency is no quota. */
    private static void add(Component component, String currency, List<OwnTarget.Piece> agreed, List<OwnQuota> quotas) {
        Set<Period> windows = new TreeSet<>(java.util.Comparator.comparing(Period::from));
        agreed.forEach(piece -> windows.add(component.rule().window(piece.days().from())));
        for (Period window : windows) {
            OwnTarget target = OwnTarget.inside(window, agreed);
            if (target != null && target.isIn(currency)) {
                quotas.add(new OwnQuota(component.name(), window, target.amount()));
            }
        }
    }

    /** The stay in which the plan begins to hold; else the next one, else the last. Of whom none is known was always here. */
    private Service service(PersonId person, Piece plan) {
        List<ServiceDays.Stay> all = stays.getOrDefault(person, List.of());
        return all.stream()
                .filter(stay -> stay.to() == null || !stay.to().isBefore(plan.from()))
                .findFirst()
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()))
                .map(Circumstances::service)
                .orElse(Service.ALWAYS);
    }

    private static Service service(ServiceDays.Stay stay) {
        return new Service(
                stay.from(),
                stay.to(),
                stay.shares().stream()
                        .map(share -> new Service.Part(share.from(), share.part()))
                        .toList());
    }
}
