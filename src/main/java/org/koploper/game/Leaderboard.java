package org.koploper.game;

import org.koploper.access.SignedInOnly;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Boards over KPIs, never over pay; everybody who is signed in may read them. */
@Service
public class Leaderboard {

    Leaderboard() {}

    /**
     * Who stands where. On the person level: everybody who was in a team in the period and sells, and everybody with
     * sales; what somebody sold counts for the team of that day. On the team level: every team in which somebody sells,
     * with all teams below it.
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Board board(BoardQuery query) {
        throw new UnsupportedOperationException();
    }
}
