package org.koploper.kpi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.koploper.access.PersonId;
import org.koploper.access.SignedInOnly;
import org.koploper.access.SystemOnly;
import org.koploper.money.Decimals;
import org.koploper.period.Period;
import org.koploper.storage.Once;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What the target is: the goals whose reading is the total of revenue or of deals, and which were not stopped. Boards,
 * months and plans ask here; whether everybody accepted a goal makes no difference.
 */
@Service
public class OwnTargets {

    /** Under which id the organisation's own target is found. */
    static final long ORGANISATION = 0;

    /** Persons per query: well below what a statement may have of parameters. */
    private static final int CHUNK = 500;

    private final JdbcClient jdbc;

    OwnTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Targets by id of the person or team; who has none inside the period is absent.
     *
     * @param kpi {@link Metric#REVENUE} or {@link Metric#DEALS}; nothing else has targets
     */
    @SignedInOnly
    public Map<Long, OwnTarget> inside(Period period, GoalScope scope, Metric kpi) {
        return Once.read(new Inside(period, scope, kpi), () -> Map.copyOf(read(period, scope, kpi)));
    }

    private Map<Long, OwnTarget> read(Period period, GoalScope scope, Metric kpi) {
        Map<Long, OwnTarget> own = new HashMap<>();
        pieces(period, scope, kpi).forEach((subject, pieces) -> {
            OwnTarget target = OwnTarget.inside(period, pieces);
            if (target != null) {
                own.put(subject, target);
            }
        });
        return own;
    }

    /** All targets that lie inside the period, by id of the person or team. */
    Map<Long, List<OwnTarget.Piece>> pieces(Period period, GoalScope scope, Metric kpi) {
        Map<Long, List<OwnTarget.Piece>> agreed = new HashMap<>();
        jdbc.sql("""
                select coalesce(person_id, team_id, customer_id, 0) as subject, external_id, from_day, to_day, amount, currency
                from targets where scope = :scope and kpi = :kpi and from_day >= :from and to_day <= :to
                  and reading = 'TOTAL' and status = 'OPEN'
                """)
                .param("scope", scope.name())
                .param("kpi", kpi.name())
                .param("from", period.from())
                .param("to", period.to())
                .query(row -> {
                    agreed.computeIfAbsent(row.getLong("subject"), subject -> new ArrayList<>())
                            .add(piece(row));
                });
        return agreed;
    }

    /**
     * All targets that were agreed with these persons one by one, for {@link OwnTarget#inside}; who has none is absent.
     *
     * @param kpi {@link Metric#REVENUE} or {@link Metric#DEALS}; nothing else has targets
     */
    @SystemOnly
    public Map<PersonId, List<OwnTarget.Piece>> agreed(Collection<PersonId> persons, Metric kpi) {
        Map<PersonId, List<OwnTarget.Piece>> agreed = new HashMap<>();
        List<Long> ids =
                persons.stream().map(PersonId::value).distinct().sorted().toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            jdbc.sql("""
                    select person_id, external_id, from_day, to_day, amount, currency from targets
                    where scope = 'PERSON' and kpi = :kpi and person_id in (:persons)
                      and reading = 'TOTAL' and status = 'OPEN'
                    """)
                    .param("kpi", kpi.name())
                    .param("persons", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .query(row -> {
                        agreed.computeIfAbsent(new PersonId(row.getLong("person_id")), person -> new ArrayList<>())
                                .add(piece(row));
                    });
        }
        return agreed;
    }

    private static OwnTarget.Piece piece(ResultSet row) throws SQLException {
        return new OwnTarget.Piece(
                row.getString("external_id"),
                new Period(row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
                Decimals.canonical(row.getBigDecimal("amount")),
                row.getString("currency"));
    }

    private record Inside(Period period, GoalScope scope, Metric kpi) {}
}
