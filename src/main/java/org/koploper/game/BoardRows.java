package org.koploper.game;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.kpi.GoalScope;
import org.koploper.kpi.Measures;
import org.koploper.kpi.Note;
import org.koploper.kpi.OwnTarget;
import org.koploper.kpi.OwnTargets;
import org.koploper.kpi.Tallies;
import org.koploper.kpi.Tally;
import org.koploper.people.Directory;
import org.koploper.people.TeamRef;
import org.springframework.stereotype.Component;

/** Reads who is on a board, what they reached and what they agreed: a fixed number of statements. */
@Component
class BoardRows {

    private final Competitors competitors;
    private final Measures measures;
    private final OwnTargets ownTargets;
    private final Directory directory;
    private final BoardNames names;

    BoardRows(
            Competitors competitors, Measures measures, OwnTargets ownTargets, Directory directory, BoardNames names) {
        this.competitors = competitors;
        this.measures = measures;
        this.ownTargets = ownTargets;
        this.directory = directory;
        this.names = names;
    }

    /** All that could be ranked, in any order. */
    Rows of(BoardQuery query) {
        TeamTree tree = new TeamTree(directory.teams());
        return query.level() == Level.PERSON ? people(query, tree) : teams(query, tree);
    }

    private Rows people(BoardQuery query, TeamTree tree) {
        var teams = tree.ids(query.team());
        var targets = ownTargets.inside(
                query.period(), GoalScope.PERSON, query.metric().targetKpi());
        Tallies tallies = measures.byPerson(query.period(), teams, needsDays(query, targets));
        Map<Long, String> teamNames = tree.names();
        Set<Long> hidden = names.hiddenFromCaller();
        CurrentUser user = Caller.now();
        List<Row> rows = new ArrayList<>();
        for (Competitor person : competitors.in(query.period(), teams).values()) {
            if (person.isExpected() || tallies.ids().contains(person.id())) {
                boolean named = !hidden.contains(person.id());
                Long team = named ? person.lastTeam() : null;
                rows.add(new Row(
                        person.id(),
                        named ? person.externalId() : null,
                        named ? person.name() : null,
                        team == null ? null : teamNames.get(team),
                        user.is(new PersonId(person.id())),
                        query.metric(),
                        query.period(),
                        tallies,
                        targets.get(person.id())));
            }
        }
        return new Rows(rows, tallies.currency(), tallies.notes(), tallies.sum());
    }

    private Rows teams(BoardQuery query, TeamTree tree) {
        var targets =
                ownTargets.inside(query.period(), GoalScope.TEAM, query.metric().targetKpi());
        Tallies ownOnly = measures.byTeam(query.period(), needsDays(query, targets));
        Tallies tallies = withTeamsBelow(ownOnly, tree);
        Set<Long> selling = new HashSet<>(ownOnly.ids());
        Set<Long> ownTeams = new HashSet<>();
        CurrentUser user = Caller.now();
        for (Competitor person : competitors.in(query.period(), null).values()) {
            if (person.isExpected()) {
                selling.addAll(person.teams());
            }
            Long team = person.lastTeam();
            if (team != null && user.is(new PersonId(person.id()))) {
                ownTeams.add(team);
            }
        }
        Set<Long> wanted = query.team() == null ? null : tree.below(query.team().value());
        List<Row> rows = new ArrayList<>();
        for (TeamRef team : tree.teams()) {
            long id = team.id().value();
            if (selling.contains(id) && (wanted == null || wanted.contains(id))) {
                rows.add(new Row(
                        id,
                        team.externalId(),
                        team.name(),
                        null,
                        ownTeams.contains(id),
                        query.metric(),
                        query.period(),
                        tallies,
                        targets.get(id)));
            }
        }
        return new Rows(rows, tallies.currency(), tallies.notes(), ownOnly.sum());
    }

    /** What is on no team's board, said so that nobody wonders why all teams are less than the organisation. */
    List<Note> outsideTeams(BoardQuery query, Rows read) {
        if (query.level() == Level.PERSON || query.team() != null) {
            return List.of();
        }
        Tally all = measures.byPerson(query.period(), null, false).sum();
        BigDecimal deals = all.deals().subtract(read.sum().deals());
        boolean sameRevenue = all.revenue().compareTo(read.sum().revenue()) == 0;
        String currency = read.currency() == null ? "" : read.currency();
        return deals.signum() == 0 && sameRevenue
                ? List.of()
                : List.of(new Note(Note.Code.OUTSIDE_TEAMS, currency, currency, deals));
    }

    private static Tallies withTeamsBelow(Tallies own, TeamTree tree) {
        Map<Long, NavigableMap<LocalDate, Tally>> all = new HashMap<>();
        for (TeamRef team : tree.teams()) {
            NavigableMap<LocalDate, Tally> days = new TreeMap<>();
            for (long below : tree.below(team.id().value())) {
                own.byDay()
                        .getOrDefault(below, new TreeMap<>())
                        .forEach((day, tally) -> days.merge(day, tally, Tally::plus));
            }
            if (!days.isEmpty()) {
                all.put(team.id().value(), days);
            }
        }
        return new Tallies(own.currency(), all, own.notes());
    }

    /** Sums over the whole period are enough, unless somebody has a target for a part of it or asks who was first. */
    private static boolean needsDays(BoardQuery query, Map<Long, OwnTarget> targets) {
        return query.tieRule() == TieRule.FIRST
                || targets.values().stream().anyMatch(target -> !target.covers(query.period()));
    }

    /**
     * What was read.
     *
     * @param currency null where the organisation has none yet
     * @param sum of everybody, nobody counted twice
     */
    record Rows(List<Row> rows, @Nullable String currency, List<Note> notes, Tally sum) {}
}
