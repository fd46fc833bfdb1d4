package org.koploper.ui.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamId;
import org.koploper.people.TeamRef;

/** The teams that somebody can look at here. */
final class Teams {

    private Teams() {}

    /**
     * The own one first; for who manages also those below it, and those of the people below with all that is below them.
     *
     * @param below whom the user manages
     */
    static List<TeamRef> of(Directory directory, PersonRef self, List<PersonRef> below, LocalDate today) {
        Set<TeamRef> teams = new LinkedHashSet<>();
        directory.teamOf(self.id(), today).ifPresent(teams::add);
        if (!below.isEmpty()) {
            Set<TeamId> managed =
                    directory.teamsOf(below.stream().map(PersonRef::id).toList(), today);
            List<TeamId> inside = new ArrayList<>(managed);
            teams.forEach(own -> inside.addAll(directory.below(own.id())));
            managed.forEach(team -> inside.addAll(directory.below(team)));
            directory.teams().stream()
                    .filter(team -> inside.contains(team.id()))
                    .forEach(teams::add);
        }
        return List.copyOf(teams);
    }
}
