package org.koploper.kpi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which team is below which. Above them all stands {@link TeamDays#NO_TEAM}, which has whoever is in none.
 *
 * @param parents by team
 */
record TeamTree(Map<Long, Long> parents) {

    /** As it is. */
    static TeamTree read(JdbcClient jdbc) {
        return read(jdbc, "select id, coalesce(parent_id, 0) as parent from teams");
    }

    /** As it was when days were added up the last time. */
    static TeamTree counted(JdbcClient jdbc) {
        return read(jdbc, "select team_id as id, parent_id as parent from counted_teams");
    }

    private static TeamTree read(JdbcClient jdbc, String question) {
        Map<Long, Long> parents = new TreeMap<>();
        jdbc.sql(question).query(row -> {
            parents.put(row.getLong("id"), row.getLong("parent"));
        });
        return new TeamTree(parents);
    }

    void remember(JdbcTemplate bulk) {
        bulk.update("delete from counted_teams");
        bulk.batchUpdate(
                "insert into counted_teams (team_id, parent_id) values (?, ?)",
                parents.entrySet().stream()
                        .map(team -> new Object[] {team.getKey(), team.getValue()})
                        .toList());
    }

    List<Long> below(long team) {
        List<Long> below = new ArrayList<>();
        parents.forEach((child, parent) -> {
            if (parent == team) {
                below.add(child);
            }
        });
        return below;
    }

    /** Those of these teams and above them that have some below, those further down first. */
    List<Long> above(Collection<Long> teams) {
        Set<Long> all = new HashSet<>();
        for (Long team : teams) {
            for (Long one = team; one != null && all.add(one); one = parents.get(one)) {
                // up to the top
            }
        }
        all.add(TeamDays.NO_TEAM);
        Set<Long> parentsOfSome = new HashSet<>(parents.values());
        return all.stream()
                .filter(team -> team == TeamDays.NO_TEAM || parentsOfSome.contains(team))
                .sorted(Comparator.comparing((Long team) -> depth(team)).reversed())
                .toList();
    }

    /** All that have some below, those further down first. */
    List<Long> withSomeBelow() {
        return above(parents.keySet());
    }

    private int depth(long team) {
        int depth = 0;
        for (Long one = team; one != null && one != TeamDays.NO_TEAM; one = parents.get(one)) {
            depth++;
        }
        return depth;
    }
}
