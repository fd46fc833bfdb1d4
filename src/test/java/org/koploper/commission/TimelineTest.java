package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koploper.commission.Timeline.Claim;
import org.koploper.commission.Timeline.Stretch;

class TimelineTest {

    private static final long OWN = 1;
    private static final long TEAMS = 2;
    private static final long DIVISIONS = 3;
    private static final long ROLES = 4;

    @Test
    void aPlanOfOnesOwnInterruptsThatOfTheTeam() {
        assertThat(Timeline.of(List.of(
                        claim("2026-01-01", "2026-12-31", TEAMS, 1, 10),
                        claim("2026-03-01", "2026-03-31", OWN, 0, 11))))
                .containsExactly(
                        stretch("2026-01-01", "2026-02-28", TEAMS),
                        stretch("2026-03-01", "2026-03-31", OWN),
                        stretch("2026-04-01", "2026-12-31", TEAMS));
    }

    @Test
    void theNearestTeamWins() {
        assertThat(Timeline.of(List.of(
                        claim("2026-01-01", "9999-12-31", DIVISIONS, 2, 10),
                        claim("2026-07-01", "9999-12-31", TEAMS, 1, 11))))
                .containsExactly(
                        stretch("2026-01-01", "2026-06-30", DIVISIONS), stretch("2026-07-01", "9999-12-31", TEAMS));
    }

    @Test
    void thePlanOfAJobRoleHoldsWhereNeitherThePersonNorAnyTeamHasOne() {
        assertThat(Timeline.of(List.of(
                        claim("2026-01-01", "9999-12-31", ROLES, Timeline.ROLE, 9),
                        claim("2026-03-01", "2026-04-30", DIVISIONS, 7, 10),
                        claim("2026-04-01", "2026-05-31", OWN, 0, 11))))
                .containsExactly(
                        stretch("2026-01-01", "2026-02-28", ROLES),
                        stretch("2026-03-01", "2026-03-31", DIVISIONS),
                        stretch("2026-04-01", "2026-05-31", OWN),
                        stretch("2026-06-01", "9999-12-31", ROLES));
    }

    @Test
    void neighboursOnTheSamePlanAreOneStretch() {
        assertThat(Timeline.of(List.of(
                        claim("2026-01-01", "2026-06-30", TEAMS, 1, 10),
                        claim("2026-07-01", "9999-12-31", TEAMS, 1, 11))))
                .containsExactly(stretch("2026-01-01", "9999-12-31", TEAMS));
    }

    @Test
    void daysThatNobodyClaimsHaveNoPlan() {
        assertThat(Timeline.of(List.of(
                        claim("2026-01-01", "2026-01-31", OWN, 0, 10), claim("2026-03-01", "2026-03-01", OWN, 0, 11))))
                .containsExactly(stretch("2026-01-01", "2026-01-31", OWN), stretch("2026-03-01", "2026-03-01", OWN));
        assertThat(Timeline.of(List.of())).isEmpty();
    }

    private static Claim claim(String from, String to, long plan, int distance, long assignment) {
        return new Claim(LocalDate.parse(from), LocalDate.parse(to), plan, distance, assignment);
    }

    private static Stretch stretch(String from, String to, long plan) {
        return new Stretch(LocalDate.parse(from), LocalDate.parse(to), plan);
    }
}
