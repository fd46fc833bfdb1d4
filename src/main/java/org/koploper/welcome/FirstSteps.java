package org.koploper.welcome;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonOnly;
import org.koploper.audit.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The own first steps: which are done, and whether the list is put away. */
@Service
public class FirstSteps {

    private final JdbcClient jdbc;
    private final Trail trail;

    FirstSteps(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /**
     * What one may do first.
     *
     * @param lines in the order in which it is done; empty for somebody without a role
     * @param hidden whether the list is not to be shown where one starts
     */
    public record Own(List<Line> lines, boolean hidden) {}

    /** One of them. */
    public record Line(FirstStep step, boolean done) {}

    /** The own ones. Two queries, however many there are. */
    @PersonOnly
    @Transactional(readOnly = true)
    public Own own() {
        CurrentUser user = Caller.now();
        List<FirstStep> steps = FirstStep.of(user);
        Set<String> seen = new HashSet<>(jdbc.sql("select step from first_steps_seen where person_id = :me")
                .param("me", user.self().value())
                .query(String.class)
                .list());
        String facts = steps.stream().map(step -> ", " + step.column()).collect(Collectors.joining());
        return jdbc.sql("select case when exists (select 1 from first_steps_hidden h where h.person_id = :me)"
                        + " then 1 else 0 end" + facts + " from organisation o where o.id = 1")
                .param("me", user.self().value())
                .query((row, n) -> {
                    List<Line> lines = new ArrayList<>();
                    for (FirstStep step : steps) {
                        boolean fact = row.getInt(lines.size() + 2) == 1;
                        lines.add(new Line(step, fact || step.byVisit() && seen.contains(step.name())));
                    }
                    return new Own(lines, row.getInt(1) == 1);
                })
                .single();
    }

    /**
     * Notes that one was where a step is done; nothing happens where that is noted already. A visit changes nothing that
     * anybody has to answer for, so it leaves no record in the trail.
     */
    @PersonOnly
    @Transactional
    public void seen(FirstStep step) {
        if (count("select count(*) from first_steps_seen where person_id = :me and step = '" + step.name() + "'") > 0) {
            return;
        }
        jdbc.sql("insert into first_steps_seen (person_id, step) values (:me, :step)")
                .param("me", me())
                .param("step", step.name())
                .update();
    }

    /** Puts the list away, or back to where one starts. */
    @PersonOnly
    @Transactional
    public void hide(boolean on) {
        if (on == count("select count(*) from first_steps_hidden where person_id = :me") > 0) {
            return;
        }
        jdbc.sql(
                        on
                                ? "insert into first_steps_hidden (person_id) values (:me)"
                                : "delete from first_steps_hidden where person_id = :me")
                .param("me", me())
                .update();
        CurrentUser user = Caller.now();
        trail.record(
                "first-steps.hidden",
                new Trail.Subject("person", user.self().toString(), user.name()),
                null,
                String.valueOf(on),
                null);
    }

    private int count(String sql) {
        return jdbc.sql(sql).param("me", me()).query(Integer.class).single();
    }

    private static long me() {
        return Caller.now().self().value();
    }
}
