package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.money.Decimals;
import org.koploper.period.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Open quotes, average order, closing rate and sales cycle of people. A quote belongs to who owns it today. */
@Service
public class Meters {

    private final JdbcClient jdbc;
    private final Measures measures;
    private final Clock clock;

    Meters(JdbcClient jdbc, Measures measures, Clock clock) {
        this.jdbc = jdbc;
        this.measures = measures;
        this.clock = clock;
    }

    /** Over each of these periods, in their order; the open quotes at its end, or today while it is running. */
    @PreAuthorize("@goalAccess.sees(#person)")
    @Transactional(readOnly = true)
    public List<OwnMeters> course(PersonId person, List<Period> periods) {
        return together(List.of(person), periods);
    }

    private List<OwnMeters> together(List<PersonId> people, List<Period> periods) {
        Period all = new Period(periods.getFirst().from(), periods.getLast().to());
        String currency = measures.organisationsCurrency();
        Tallies tallies = measures.people(people, all, currency);
        Read read = read(people, all, periods, currency);
        return periods.stream()
                .map(period -> meters(period, read.people(), tallies.of(0, period), read))
                .toList();
    }

    private OwnMeters meters(Period period, List<Long> people, Tally tally, Read read) {
        LocalDate on = lastDay(period);
        Pipeline pipeline = people.stream()
                .map(person -> read.pipelines().getOrDefault(new OwnerOn(person, on), Pipeline.EMPTY))
                .reduce(Pipeline.EMPTY, Pipeline::plus);
        List<Decision> decisions = read.decisions(people, period);
        List<Long> cycles = read.cycles(people, period);
        int won = (int) decisions.stream().filter(Decision::won).count();
        return new OwnMeters(
                period,
                on,
                read.currency(),
                pipeline.quotes(),
                pipeline.worth(),
                tally.revenue(),
                tally.valuedDeals(),
                tally.valuedDeals().compareTo(BigDecimal.valueOf(OwnMeters.FEWEST)) < 0
                        ? null
                        : Metric.AVERAGE_VALUE.of(tally, null),
                won,
                decisions.size(),
                decisions.size() < OwnMeters.FEWEST ? null : quotient(won, decisions.size()),
                cycles.size(),
                cycles.size() < OwnMeters.FEWEST ? null : median(cycles));
    }

    private LocalDate lastDay(Period period) {
        LocalDate today = LocalDate.now(clock);
        return period.to().isBefore(today) ? period.to() : today;
    }

    /** @param all from the first of the periods to the last */
    private Read read(List<PersonId> people, Period all, List<Period> periods, @Nullable String currency) {
        List<Long> ids = people.stream().map(PersonId::value).toList();
        if (ids.isEmpty()) {
            return new Read(ids, all, currency, Map.of(), Map.of());
        }
        List<LocalDate> days = periods.stream().map(this::lastDay).distinct().toList();
        return new Read(ids, all, currency, pipelines(ids, days, currency), decisions(ids, all));
    }

    private Map<OwnerOn, Pipeline> pipelines(List<Long> people, List<LocalDate> days, @Nullable String currency) {
        String asked = IntStream.range(0, days.size())
                .mapToObj(i -> "(cast(:day" + i + " as date))")
                .collect(Collectors.joining(", "));
        JdbcClient.StatementSpec statement = jdbc.sql("""
                select q.owner_id, d.on_day, count(*) as quotes,
                       coalesce(sum(case when q.currency = :currency then q.quote_value end), 0) as worth
                from quotes q join (values DAYS) as d (on_day) on q.sent_on <= d.on_day
                  and (q.decided_on is null or q.decided_on > d.on_day)
                  and (q.expires_on is null or q.expires_on >= d.on_day)
                where q.owner_id in (:people)
                group by q.owner_id, d.on_day
                """.replace("DAYS", asked))
                .param("people", people)
                .param("currency", currency == null ? "" : currency);
        for (int i = 0; i < days.size(); i++) {
            statement = statement.param("day" + i, days.get(i));
        }
        Map<OwnerOn, Pipeline> pipelines = new HashMap<>();
        statement.query(row -> {
            pipelines.put(
                    new OwnerOn(row.getLong("owner_id"), row.getObject("on_day", LocalDate.class)),
                    new Pipeline(row.getInt("quotes"), Decimals.canonical(row.getBigDecimal("worth"))));
        });
        return pipelines;
    }

    private Map<Long, List<Decision>> decisions(List<Long> people, Period period) {
        Map<Long, List<Decision>> decisions = new HashMap<>();
        jdbc.sql("""
                select owner_id, outcome, sent_on, decided_on from quotes
                where owner_id in (:people) and decided_on between :from and :to
                  and outcome in ('WON', 'LOST', 'EXPIRED')
                """)
                .param("people", people)
                .param("from", period.from())
                .param("to", period.to())
                .query(row -> {
                    decisions
                            .computeIfAbsent(row.getLong("owner_id"), owner -> new ArrayList<>())
                            .add(new Decision(
                                    row.getString("outcome").equals("WON"),
                                    row.getObject("sent_on", LocalDate.class),
                                    row.getObject("decided_on", LocalDate.class)));
                });
        return decisions;
    }

    private static BigDecimal quotient(int part, int whole) {
        return Decimals.canonical(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128));
    }

    /** Of sorted numbers: the one in the middle, or half-way between the two in the middle. */
    private static BigDecimal median(List<Long> sorted) {
        int middle = sorted.size() / 2;
        long upper = sorted.get(middle);
        long lower = sorted.size() % 2 == 1 ? upper : sorted.get(middle - 1);
        return Decimals.canonical(BigDecimal.valueOf(lower + upper).divide(BigDecimal.TWO, MathContext.DECIMAL128));
    }

    /** What was read for some people. */
    private record Read(
            List<Long> people,
            Period period,
            @Nullable String currency,
            Map<OwnerOn, Pipeline> pipelines,
            Map<Long, List<Decision>> decided) {

        List<Decision> decisions(List<Long> owners, Period within) {
            return owners.stream()
                    .flatMap(owner -> decided.getOrDefault(owner, List.of()).stream())
                    .filter(decision -> within.contains(decision.decided()))
                    .toList();
        }

        /** Days from sending a quote to winning it, the shortest first. */
        List<Long> cycles(List<Long> owners, Period within) {
            return decisions(owners, within).stream()
                    .filter(Decision::won)
                    .map(Decision::days)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
        }
    }

    /** Somebody on some day. */
    private record OwnerOn(long owner, LocalDate day) {}

    private record Pipeline(int quotes, BigDecimal worth) {

        static final Pipeline EMPTY = new Pipeline(0, BigDecimal.ZERO);

        Pipeline plus(Pipeline other) {
            return new Pipeline(quotes + other.quotes, worth.add(other.worth));
        }
    }

    private record Decision(boolean won, @Nullable LocalDate sent, LocalDate decided) {

        @Nullable
        Long days() {
            return sent == null ? null : ChronoUnit.DAYS.between(sent, decided);
        }
    }
}
