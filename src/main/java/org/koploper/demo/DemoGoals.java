package org.koploper.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiScope;
import org.koploper.kpi.Kpis;
import org.koploper.kpi.Measures;
import org.koploper.kpi.Tally;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Goals of the running quarter that tell a story: Antwerpen wants 14 percent more than last year, after 20 turned out to be
 * too much; An accepted her part, Wout wants to talk about his, Nele has not answered; Rotterdam wants to close more. They
 * stand for what people did earlier, so nobody is told of them. None is a target: those are agreed for months.
 */
@Component
class DemoGoals {

    static final String ANTWERP = "GOAL-ANTWERPEN";
    static final String OF_AN = "GOAL-AN";
    static final String OF_WOUT = "GOAL-WOUT";
    static final String OF_NELE = "GOAL-NELE";
    static final String CLOSING = "GOAL-ROTTERDAM-SLAAGKANS";

    private static final BigDecimal MORE = new BigDecimal("1.14");
    private static final BigDecimal POINTS = new BigDecimal("0.05");
    private static final BigDecimal TOO_MUCH = new BigDecimal("1.20");

    private final Measures measures;
    private final Kpis kpis;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Ids ids;

    DemoGoals(Measures measures, Kpis kpis, Directory directory, JdbcClient jdbc, Ids ids) {
        this.measures = measures;
        this.kpis = kpis;
        this.directory = directory;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Once totals are there, since goals compare with what was. */
    List<Map<String, Object>> rows(DemoDay day) {
        Period quarter = Period.quarter(day.today());
        Period before = new Period(
                quarter.from().minusYears(1),
                quarter.to().plusDays(1).minusYears(1).minusDays(1));
        List<Map<String, Object>> rows = new ArrayList<>();
        long team = directory.teamByExternalId(Cast.ANTWERP).orElseThrow().id().value();
        revenue(
                rows,
                ANTWERP,
                "team",
                Cast.ANTWERP,
                quarter,
                before,
                measures.byTeam(before, false).of(team));
        Map<String, String> parts = Map.of(OF_AN, Cast.AN, OF_WOUT, Cast.WOUT, OF_NELE, Cast.NELE);
        var each = measures.byPerson(before, null, false);
        parts.forEach((goal, person) -> {
            Map<String, Object> row = revenue(
                    rows,
                    goal,
                    "person",
                    person,
                    quarter,
                    before,
                    each.of(person(person).id().value()));
            if (row != null) {
                row.put("parent", ANTWERP);
            }
        });
        closing(quarter).ifPresent(rows::add);
        return rows;
    }

    /** Five points more than in the quarter before; nothing where that had too few decisions. */
    private Optional<Map<String, Object>> closing(Period quarter) {
        KpiScope rotterdam = KpiScope.of(
                directory.teamByExternalId(Cast.ROTTERDAM).orElseThrow().id());
        BigDecimal before = kpis.read(Kpi.CLOSING_RATE, rotterdam, quarter.previous(), null, null)
                .value();
        if (before == null || before.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal baseline = before.setScale(4, RoundingMode.HALF_UP);
        Map<String, Object> closing = row(CLOSING, "team", Cast.ROTTERDAM, "closing-rate", quarter, quarter.previous());
        closing.put("reading", "RATIO_POINTS");
        closing.put("curve", "LINEAR");
        closing.put("baseline", baseline);
        closing.put("amount", baseline.add(POINTS).min(BigDecimal.ONE));
        return Optional.of(closing);
    }

    private static @Nullable Map<String, Object> revenue(
            List<Map<String, Object>> rows,
            String id,
            String scope,
            String whose,
            Period quarter,
            Period before,
            Tally then) {
        BigDecimal baseline = then.revenue().setScale(2, RoundingMode.HALF_UP);
        if (baseline.signum() <= 0) {
            return null;
        }
        Map<String, Object> row = row(id, scope, whose, "revenue", quarter, before);
        row.put("reading", "VS_LAST_YEAR");
        row.put("curve", "SEASONAL");
        row.put("currency", "EUR");
        row.put("baseline", baseline);
        row.put("amount", baseline.multiply(MORE).setScale(0, RoundingMode.HALF_UP));
        rows.add(row);
        return row;
    }

    private static Map<String, Object> row(
            String id, String scope, String whose, String kpi, Period period, Period before) {
        Map<String, Object> row = new HashMap<>();
        row.put("externalId", id);
        row.put("scope", scope);
        row.put(scope, whose);
        row.put("kpi", kpi);
        row.put("from", period.from());
        row.put("to", period.to());
        row.put("baselineFrom", before.from());
        row.put("baselineTo", before.to());
        if (scope.equals("team")) {
            row.put("owner", Cast.leaderOf(whose));
        }
        return row;
    }

    /** What people said of them, and what one of them was before. */
    void answer(DemoDay day) {
        LocalDate first = Period.quarter(day.today()).from().minusDays(10);
        changed(ANTWERP, first.plusDays(3));
        said(ANTWERP, 2, Cast.KATRIEN, "MANAGER", "PROPOSED", null, first.plusDays(3));
        said(ANTWERP, 2, Cast.BRAM, "OWNER", "ACCEPTED", null, first.plusDays(4));
        for (String part : List.of(OF_AN, OF_WOUT, OF_NELE)) {
            said(part, 1, Cast.BRAM, "MANAGER", "PROPOSED", null, first.plusDays(4));
        }
        said(OF_AN, 1, Cast.AN, "OWNER", "ACCEPTED", null, first.plusDays(5));
        said(OF_WOUT, 1, Cast.WOUT, "OWNER", "DISCUSSED", "In december ben ik twee weken weg.", first.plusDays(6));
        said(CLOSING, 1, Cast.FEMKE, "OWNER", "PROPOSED", null, first.plusDays(2));
        said(CLOSING, 1, Cast.KATRIEN, "MANAGER", "ACCEPTED", null, first.plusDays(5));
    }

    private void changed(String goal, LocalDate on) {
        jdbc.sql("""
                insert into goal_versions (id, target_id, number, ended_at, ended_by, reason, kpi, kpi_version, reading,
                  direction, shape, from_day, to_day, amount, currency, baseline, baseline_from, baseline_to)
                select cast(:id as bigint), g.id, 1, cast(:at as timestamp(6)), cast(:by as bigint),
                  cast(:reason as varchar(1000)), g.kpi, g.kpi_version, g.reading, g.direction, 'WORKING_DAYS',
                  g.from_day, g.to_day, round(g.baseline * cast(:much as numeric(19,4)), 0), g.currency, g.baseline, g.baseline_from, g.baseline_to
                from targets g where g.external_id = :goal
                """)
                .param("id", ids.next())
                .param("at", at(on))
                .param("by", person(Cast.KATRIEN).id().value())
                .param("reason", "20 % bleek te veel; samen met Bram bijgesteld.")
                .param("much", TOO_MUCH)
                .param("goal", goal)
                .update();
    }

    private void said(
            String goal, int version, String who, String part, String answer, @Nullable String words, LocalDate on) {
        jdbc.sql("""
                insert into goal_answers (id, target_id, number, person_id, part, answer, said, given_at)
                values (:id, (select g.id from targets g where g.external_id = :goal), :version, :person, :part, :answer,
                  :said, :at)
                """)
                .param("id", ids.next())
                .param("version", version)
                .param("person", person(who).id().value())
                .param("part", part)
                .param("answer", answer)
                .param("said", words)
                .param("at", at(on))
                .param("goal", goal)
                .update();
    }

    private static LocalDateTime at(LocalDate day) {
        return day.atTime(LocalTime.of(9, 30));
    }

    private PersonRef person(String externalId) {
        return directory.personByExternalId(externalId).orElseThrow();
    }
}
