package org.koploper.game;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.people.TeamId;
import org.koploper.people.TeamRef;

/**
 * The teams and what lies below them. Pure.
 *
 * @param teams each parent before its children
 */
record TeamTree(List<TeamRef> teams) {

    /** That team and all below it. */
    Set<Long> below(long team) {
        Set<Long> below = new HashSet<>(Set.of(team));
        for (TeamRef candidate : teams) {
            if (candidate.parent() != null && below.contains(candidate.parent().value())) {
                below.add(candidate.id().value());
            }
        }
        return below;
    }

    /** The same as ids of teams; null for no team. */
    @Nullable
    List<TeamId> ids(@Nullable TeamId top) {
        return top == null
                ? null
                : below(top.value()).stream().sorted().map(TeamId::new).toList();
    }

    /** Names by id. */
    Map<Long, String> names() {
        Map<Long, String> names = new HashMap<>();
        teams.forEach(team -> names.put(team.id().value(), team.name()));
        return names;
    }
}
