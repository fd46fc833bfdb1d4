package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.PersonOnly;
import org.koploper.kpi.Benchmark.Owned;
import org.koploper.money.Decimals;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
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
    private final Directory directory;
    private final Clock clock;

    Meters(JdbcClient jdbc, Measures measures, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.measures = measures;
        this.directory = directory;
        this.clock = clock;
    }

    /** Over that period; the open quotes at its end, or today while it is running. */
    @PreAuthorize("@goalAccess.sees(#person)")
    @Transactional(readOnly = true)
    public OwnMeters of(PersonId person, Period period) {
        String currency = measures.organisationsCurrency();
        Tally tally = measures.person(person, period, currency).sum();
        return meters(person.value(), tally, read(List.of(person), period, currency));
    }

    /**
     * Those of everybody who reports to the caller today, directly or through others, by name, each beside all others of
     * them. The number of statements does not depend on the number of people.
     */
    @PersonOnly
    @Transactional(readOnly = true)
    public List<MemberMeters> ofPeopleBelow(Period period) {
        List<PersonRef> people = directory.peopleBelow(Caller.now().self(), LocalDate.now(clock));
        if (people.isEmpty()) {
            return List.of();
        }
        Tallies tallies = measures.byPerson(period, null, false);
        Read read = read(people.stream().map(PersonRef::id).toList(), period, tallies.currency());
        Map<PersonRef, OwnMeters> each = new LinkedHashMap<>();
        people.forEach(person -> each.put(
                person, meters(person.id().value(), tallies.of(person.id().value()), read)));
        List<Owned> cycles = read.people().stream()
                .flatMap(
                        person -> read.cycles(person).stream().map(days -> new Owned(person, BigDecimal.valueOf(days))))
                .toList();
        Benchmark benchmark = new Benchmark(each, orders(read), cycles);
        return people.stream().map(benchmark::of).toList();
    }

    /** What each order was worth, without those in other currencies. */
    private List<Owned> orders(Read read) {
        return jdbc.sql("""
                select owner_id, deal_value from deals
                where owner_id in (:people) and stage = 'WON' and closed_on between :from and :to
                  and currency = :currency and deal_value is not null
                """)
                .param("people", read.people())
                .param("from", read.period().from())
                .param("to", read.period().to())
                .param("currency", read.currency() == null ? "" : read.currency())
                .query((row, n) -> new Owned(row.getLong("owner_id"), row.getBigDecimal("deal_value")))
                .list();
    }

    private static OwnMeters meters(long person, Tally tally, Read read) {
        Pipeline pipeline = read.pipelines().getOrDefault(person, Pipeline.EMPTY);
        List<Decision> decisions = read.decisions(person);
        List<Long> cycles = read.cycles(person);
        int won = (int) decisions.stream().filter(Decision::won).count();
        return new OwnMeters(
                read.period(),
                read.on(),
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

    private Read read(List<PersonId> people, Period period, @Nullable String currency) {
        LocalDate today = LocalDate.now(clock);
        LocalDate on = period.to().isBefore(today) ? period.to() : today;
        List<Long> ids = people.stream().map(PersonId::value).toList();
        return new Read(ids, period, on, currency, pipelines(ids, on, currency), decisions(ids, period));
    }

    private Map<Long, Pipeline> pipelines(List<Long> people, LocalDate on, @Nullable String currency) {
        Map<Long, Pipeline> pipelines = new HashMap<>();
        jdbc.sql("""
                select owner_id, count(*) as quotes,
                       coalesce(sum(case when currency = :currency then quote_value end), 0) as worth
                from quotes where owner_id in (:people) and sent_on <= :on and (decided_on is null or decided_on > :on)
                  and (expires_on is null or expires_on >= :on)
                group by owner_id
                """)
                .param("people", people)
                .param("on", on)
                .param("currency", currency == null ? "" : currency)
                .query(row -> {
                    pipelines.put(
                            row.getLong("owner_id"),
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

    /** What was read for some people, by their id. */
    private record Read(
            List<Long> people,
            Period period,
            LocalDate on,
            @Nullable String currency,
            Map<Long, Pipeline> pipelines,
            Map<Long, List<Decision>> decided) {

        List<Decision> decisions(long person) {
            return decided.getOrDefault(person, List.of());
        }

        /** Days from sending a quote to winning it, the shortest first. */
        List<Long> cycles(long person) {
            return decisions(person).stream()
                    .filter(Decision::won)
                    .map(Decision::days)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
        }
    }

    private record Pipeline(int quotes, BigDecimal worth) {

        static final Pipeline EMPTY = new Pipeline(0, BigDecimal.ZERO);
    }

    private record Decision(boolean won, @Nullable LocalDate sent, LocalDate decided) {

        @Nullable
        Long days() {
            return sent == null ? null : ChronoUnit.DAYS.between(sent, decided);
        }
    }
}
