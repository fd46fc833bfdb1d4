package org.koploper.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Role;
import org.koploper.period.HolidayCalendar;

/**
 * Somebody in the demo.
 *
 * @param user what comes before {@code @demo} in the name to sign in with
 * @param team external id; null for those who do not sell and lead nobody who does
 * @param earlierTeam the team before {@code moved}; null for those who never moved
 * @param since first day of work; null for those who were there before the history starts
 * @param partTime share of a full week, more than 0 and at most 1
 * @param target revenue agreed per month in euro; 0 for somebody without a target
 * @param strength what somebody usually sells, as a share of what is asked for: 1 is on target
 */
record Member(
        String id,
        String name,
        String user,
        Set<Role> roles,
        HolidayCalendar calendar,
        @Nullable String team,
        @Nullable String earlierTeam,
        @Nullable LocalDate moved,
        @Nullable LocalDate since,
        BigDecimal partTime,
        int target,
        double strength) {

    /** What is expected in a month of somebody who has no target. */
    private static final int WITHOUT_TARGET = 40_000;

    static Member office(String id, String name, String user, @Nullable String team, Role role) {
        return new Member(
                id, name, user, Set.of(role), HolidayCalendar.BE, team, null, null, null, BigDecimal.ONE, 0, 0);
    }

    static Member seller(String id, String name, String user, String team, int target, double strength) {
        HolidayCalendar calendar = team.equals(Cast.ANTWERP) ? HolidayCalendar.BE : HolidayCalendar.NL;
        return new Member(
                id, name, user, Set.of(Role.REP), calendar, team, null, null, null, BigDecimal.ONE, target, strength);
    }

    Member managing() {
        Set<Role> both = EnumSet.copyOf(roles);
        both.add(Role.MANAGER);
        return with(both, earlierTeam, moved, since, partTime);
    }

    Member joining(LocalDate day) {
        return with(roles, earlierTeam, moved, day, partTime);
    }

    Member workingPart(String share) {
        return with(roles, earlierTeam, moved, since, new BigDecimal(share));
    }

    Member comingFrom(String otherTeam, LocalDate day) {
        return with(roles, otherTeam, day, since, partTime);
    }

    private Member with(
            Set<Role> newRoles,
            @Nullable String newEarlier,
            @Nullable LocalDate newMoved,
            @Nullable LocalDate newSince,
            BigDecimal newPart) {
        return new Member(
                id, name, user, newRoles, calendar, team, newEarlier, newMoved, newSince, newPart, target, strength);
    }

    boolean sells() {
        return strength > 0;
    }

    boolean works(LocalDate day) {
        return since == null || !day.isBefore(since);
    }

    /** The team on a day; null for those in none. */
    @Nullable
    String teamOn(LocalDate day) {
        return moved != null && day.isBefore(moved) ? earlierTeam : team;
    }

    /** What a month usually brings, in euro. */
    double usual() {
        return strength * (target == 0 ? WITHOUT_TARGET : target);
    }

    String username() {
        return user + "@demo";
    }
}
