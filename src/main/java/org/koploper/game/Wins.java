package org.koploper.game;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.SignedInOnly;
import org.koploper.kpi.Measures;
import org.koploper.kpi.Tallies;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The newest wins of a team, person by person and day by day: no more than boards show anyway, neither customers nor pay,
 * and a hidden name stays hidden.
 */
@Service
public class Wins {

    private static final Comparator<Win> NEWEST = Comparator.comparing(Win::on)
            .thenComparing(Win::revenue)
            .reversed()
            .thenComparing(win -> win.name() == null ? "" : win.name());

    private final Measures measures;
    private final Directory directory;
    private final BoardNames names;

    Wins(Measures measures, Directory directory, BoardNames names) {
        this.measures = measures;
        this.directory = directory;
        this.names = names;
    }

    /**
     * Days on which members of the team, or of one below it, won more than was taken back; newest first.
     *
     * @param most how many at most
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<Win> newest(TeamId team, Period period, int most) {
        List<TeamId> teams = new TeamTree(directory.teams()).ids(team);
        Tallies tallies = measures.byPerson(period, teams, true);
        Set<Long> hidden = names.hiddenFromCaller();
        Map<Long, String> called = directory.people().stream()
                .collect(java.util.stream.Collectors.toMap(person -> person.id().value(), PersonRef::name));
        CurrentUser user = Caller.now();
        List<Win> wins = new ArrayList<>();
        tallies.byDay()
                .forEach((person, days) -> days.forEach((day, tally) -> {
                    if (tally.deals().signum() > 0 && tally.revenue().compareTo(BigDecimal.ZERO) >= 0) {
                        wins.add(new Win(
                                hidden.contains(person) ? null : called.get(person),
                                user.is(new PersonId(person)),
                                day,
                                tally.deals(),
                                tally.revenue(),
                                tallies.currency()));
                    }
                }));
        return wins.stream().sorted(NEWEST).limit(most).toList();
    }
}
