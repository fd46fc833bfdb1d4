package org.koploper.game;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who could be on a board.
 *
 * @param teams those of the period, the last one last
 * @param joined whether one of the memberships has begun by today
 * @param sells manages nobody in the period, and has the role of a rep or no account at all
 */
record Competitor(long id, String externalId, String name, List<Long> teams, boolean joined, boolean sells) {

    /** Whether to be listed also with nothing sold. */
    boolean isExpected() {
        return joined && sells;
    }

    @Nullable
    Long lastTeam() {
        return teams.isEmpty() ? null : teams.getLast();
    }
}
