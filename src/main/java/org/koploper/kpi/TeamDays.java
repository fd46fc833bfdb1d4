package org.koploper.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koploper.kpi.SumTables.TeamDay;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sums of teams by day and of people by month, so that a year of a million deals is some hundred rows. A month of the members
 * of a team is computed anew from the facts whenever one of its days is touched or its members change, and the teams above it
 * from those below them; so the same again changes nothing, and whatever was interrupted is made good by doing it again.
 */
@Component
class TeamDays {

    /** Of what was sold outside teams; with those below it: of everybody. */
    static final long NO_TEAM = 0;

    private final JdbcTemplate bulk;
    private final JdbcClient jdbc;
    private final SumTables tables;
    private final MemberSums members;
    private final TouchedMonths touched;
    private final CustomerOrders orders;
    private final SlowestDecisions decisions;

    TeamDays(
            JdbcTemplate bulk,
            JdbcClient jdbc,
            SumTables tables,
            MemberSums members,
            TouchedMonths touched,
            CustomerOrders orders,
            SlowestDecisions decisions) {
        this.bulk = bulk;
        this.jdbc = jdbc;
        this.tables = tables;
        this.members = members;
        this.touched = touched;
        this.orders = orders;
        this.decisions = decisions;
    }

    /** To be read only from then on that everything was counted once. */
    boolean ready() {
        return jdbc.sql("select ready from sums_ready").query(Boolean.class).single();
    }

    /** Nothing is read until the next {@link #steps} are through. */
    void forget() {
        jdbc.sql("update sums_ready set ready = false").update();
    }

    /**
     * Counts what a batch touched, and the months of whoever belongs to another team than when they were counted. While
     * everything is being counted there is nothing to do: that began later, or begins anew.
     */
    void recount(long batch) {
        if (ready()) {
            touchedBy(batch).forEach(Runnable::run);
        }
    }

    /** The same, or everything as long as that never was, step by step in this order, each for a transaction of its own. */
    List<Runnable> steps(long batch) {
        return ready() ? touchedBy(batch) : everything(batch);
    }

    private List<Runnable> touchedBy(long batch) {
        List<Runnable> steps = new ArrayList<>(orders.steps(batch));
        steps.add(() -> decisions.recount(batch));
        List<Long> moved = touched.moved();
        TeamTree tree = TeamTree.read(jdbc);
        boolean replanted = !tree.equals(TeamTree.counted(jdbc));
        Map<Integer, Set<Long>> byMonth = touched.of(batch, moved);
        byMonth.forEach((number, teams) -> steps.add(() -> {
            YearMonth month = TouchedMonths.month(number);
            members.count(month, teams);
            above(month, tree, tree.above(teams));
            touched.through(batch, month);
        }));
        if (replanted) {
            steps.add(() -> jdbc.sql("delete from team_days where below").update());
            months(byMonth).forEach(month -> steps.add(() -> above(month, tree, tree.withSomeBelow())));
            steps.add(() -> tree.remember(bulk));
        }
        if (!moved.isEmpty()) {
            steps.add(touched::rememberMemberships);
        }
        return steps;
    }

    /**
     * In parts, since what a transaction wrote stays in memory until its end where the database is the embedded one. Whoever
     * begins later begins anew, and only the last one says that it is done.
     */
    private List<Runnable> everything(long batch) {
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> jdbc.sql("update sums_ready set ready = false, counting = :batch")
                .param("batch", batch)
                .update());
        steps.addAll(orders.everything());
        steps.add(decisions::everything);
        Map<Integer, Set<Long>> teams = touched.everything();
        TeamTree tree = TeamTree.read(jdbc);
        Set<Long> all = new HashSet<>(tree.parents().keySet());
        all.add(NO_TEAM);
        months(teams)
                .forEach(month -> steps.add(() -> {
                    tables.clear(month);
                    members.count(month, all);
                    above(month, tree, tree.withSomeBelow());
                    touched.through(batch, month);
                }));
        steps.add(() -> {
            if (jdbc.sql("select counting from sums_ready").query(Long.class).single() == batch) {
                tree.remember(bulk);
                touched.rememberMemberships();
                jdbc.sql("update sums_ready set ready = true, counting = 0").update();
            }
        });
        return steps;
    }

    /** Those of which there is anything, and those that are still to be counted. */
    private Set<YearMonth> months(Map<Integer, Set<Long>> toCount) {
        Set<YearMonth> months = tables.months();
        toCount.keySet().forEach(month -> months.add(TouchedMonths.month(month)));
        return months;
    }

    /** Adds up the days of these teams, those further down first: each from its own members and the teams directly below it. */
    private void above(YearMonth month, TeamTree tree, List<Long> teams) {
        Map<Long, Map<TeamDay, DaySum>> parts = parts(month, tree, teams);
        Map<TeamDay, DaySum> sums = new HashMap<>();
        for (long team : teams) {
            Map<TeamDay, DaySum> days = new HashMap<>();
            List<Long> from = new ArrayList<>(tree.below(team));
            from.add(team);
            for (long part : from) {
                parts.getOrDefault(part, Map.of())
                        .forEach((day, sum) -> days.computeIfAbsent(
                                        new TeamDay(team, day.day(), day.currency()), key -> new DaySum())
                                .addAll(sum));
            }
            parts.put(team, days);
            sums.putAll(days);
        }
        tables.days(month, teams, true, sums);
    }

    /** What these teams are added up from, as far as it is not one of them: their own members, and teams below. */
    private Map<Long, Map<TeamDay, DaySum>> parts(YearMonth month, TeamTree tree, List<Long> teams) {
        Set<Long> own = new HashSet<>(teams);
        // no team: a list in a statement is never empty
        Set<Long> below = new HashSet<>(Set.of(-1L));
        for (long team : teams) {
            for (long child : tree.below(team)) {
                (tree.below(child).isEmpty() ? own : below).add(child);
            }
        }
        teams.forEach(below::remove);
        Map<Long, Map<TeamDay, DaySum>> parts = new HashMap<>();
        jdbc.sql("select team_id, on_day, currency, " + DaySum.COLUMNS + " from team_days"
                        + " where on_day between :from and :to"
                        + " and (not below and team_id in (:own) or below and team_id in (:below))")
                .param("from", month.atDay(1))
                .param("to", month.atEndOfMonth())
                .param("own", own)
                .param("below", below)
                .query(row -> {
                    TeamDay day = new TeamDay(
                            row.getLong("team_id"),
                            row.getObject("on_day", LocalDate.class),
                            row.getString("currency"));
                    parts.computeIfAbsent(day.team(), team -> new HashMap<>()).put(day, DaySum.of(row));
                });
        return parts;
    }
}
