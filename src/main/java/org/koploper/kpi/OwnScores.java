package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.koploper.access.PersonId;
import org.koploper.access.SystemOnly;
import org.koploper.money.Decimals;
import org.koploper.period.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How well people reached their objectives, read in bulk, for commission. */
@Service
public class OwnScores {

    /** Persons per query: well below what a statement may have of parameters. */
    private static final int CHUNK = 500;

    private final JdbcClient jdbc;

    OwnScores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody judged.
     *
     * @param score 1 is reached
     */
    public record Scored(String objective, Period days, BigDecimal score) {}

    /** What was written last comes first; who was never scored is absent. */
    @SystemOnly
    public Map<PersonId, List<Scored>> of(Collection<PersonId> persons) {
        Map<PersonId, List<Scored>> scores = new HashMap<>();
        List<Long> ids =
                persons.stream().map(PersonId::value).distinct().sorted().toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            jdbc.sql("""
                    select person_id, objective, from_day, to_day, score from scores
                    where person_id in (:persons) order by person_id, id desc
                    """)
                    .param("persons", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .query(row -> {
                        scores.computeIfAbsent(new PersonId(row.getLong("person_id")), person -> new ArrayList<>())
                                .add(new Scored(
                                        row.getString("objective"),
                                        new Period(
                                                row.getObject("from_day", LocalDate.class),
                                                row.getObject("to_day", LocalDate.class)),
                                        Decimals.canonical(row.getBigDecimal("score"))));
                    });
        }
        return scores;
    }
}
