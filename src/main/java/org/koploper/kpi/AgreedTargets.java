package org.koploper.kpi;

import java.time.LocalDate;
import java.util.List;
import org.koploper.money.Decimals;
import org.koploper.period.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Targets one by one, as they were agreed. */
@Component
class AgreedTargets {

    private final JdbcClient jdbc;

    AgreedTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of one person, team or the organisation ({@link OwnTargets#ORGANISATION}) with days in the period, by first day. */
    List<Agreed> touching(Period period, GoalScope scope, long subject) {
        return jdbc.sql("""
                select external_id, kpi, from_day, to_day, amount, currency from targets
                where scope = :scope and coalesce(person_id, team_id, 0) = :subject
                  and from_day <= :to and to_day >= :from
                order by from_day, to_day, external_id
                """)
                .param("scope", scope.name())
                .param("subject", subject)
                .param("from", period.from())
                .param("to", period.to())
                .query((row, number) -> new Agreed(
                        Metric.valueOf(row.getString("kpi")),
                        new OwnTarget.Piece(
                                row.getString("external_id"),
                                new Period(
                                        row.getObject("from_day", LocalDate.class),
                                        row.getObject("to_day", LocalDate.class)),
                                Decimals.canonical(row.getBigDecimal("amount")),
                                row.getString("currency"))))
                .list();
    }

    /** A target and what it counts. */
    record Agreed(Metric kpi, OwnTarget.Piece piece) {}
}
