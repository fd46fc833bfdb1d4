package org.koploper.kpi;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said of goals. */
@Component
class GoalAnswers {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    GoalAnswers(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    void add(
            long goal,
            int version,
            PersonId person,
            GoalAnswer.Part part,
            GoalAnswer.Answer answer,
            @Nullable String said) {
        jdbc.sql("insert into goal_answers (id, target_id, number, person_id, part, answer, said, given_at)"
                        + " values (:id, :goal, :number, :person, :part, :answer, :said, :at)")
                .param("id", ids.next())
                .param("goal", goal)
                .param("number", version)
                .param("person", person.value())
                .param("part", part.name())
                .param("answer", answer.name())
                .param("said", said)
                .param("at", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Of the present version of each of these goals, in their order; goals of which nothing was said are absent. */
    Map<Long, List<GoalAnswer>> ofPresent(Collection<Long> goals) {
        if (goals.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                select a.target_id, a.person_id, p.name, a.part, a.answer, a.said, a.given_at
                from goal_answers a join persons p on p.id = a.person_id
                where a.target_id in (:goals)
                  and a.number = (select count(*) + 1 from goal_versions v where v.target_id = a.target_id)
                order by a.given_at, a.id
                """)
                .param("goals", goals)
                .query((row, number) -> Map.entry(
                        row.getLong("target_id"),
                        new GoalAnswer(
                                new PersonId(row.getLong("person_id")),
                                row.getString("name"),
                                GoalAnswer.Part.valueOf(row.getString("part")),
                                GoalAnswer.Answer.valueOf(row.getString("answer")),
                                row.getString("said"),
                                GoalVersions.instant(row.getObject("given_at", LocalDateTime.class)))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
