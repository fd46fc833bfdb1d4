package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.money.Decimals;
import org.koploper.period.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Open quotes, average order, closing rate and sales cycle of one person. A quote belongs to who owns it today. */
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

    /** Over that period; the open quotes at its end, or today while it is running. */
    @PreAuthorize("@goalAccess.sees(#person)")
    @Transactional(readOnly = true)
    public OwnMeters of(PersonId person, Period period) {
        LocalDate today = LocalDate.now(clock);
        LocalDate on = period.to().isBefore(today) ? period.to() : today;
        String currency = measures.organisationsCurrency();
        Tally tally = measures.person(person, period, currency).sum();
        Pipeline pipeline = pipeline(person, on, currency);
        List<Decision> decisions = decisions(person, period);
        List<Long> cycles = decisions.stream()
                .filter(Decision::won)
                .map(Decision::days)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .toList();
        int won = (int) decisions.stream().filter(Decision::won).count();
        return new OwnMeters(
                period,
                on,
                currency,
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

    private Pipeline pipeline(PersonId person, LocalDate on, @Nullable String currency) {
        return jdbc.sql("""
                select count(*) as quotes, coalesce(sum(case when currency = :currency then quote_value end), 0) as worth
                from quotes where owner_id = :person and sent_on <= :on and (decided_on is null or decided_on > :on)
                  and (expires_on is null or expires_on >= :on)
                """)
                .param("person", person.value())
                .param("on", on)
                .param("currency", currency == null ? "" : currency)
                .query((row, n) -> new Pipeline(row.getInt("quotes"), Decimals.canonical(row.getBigDecimal("worth"))))
                .single();
    }

    private List<Decision> decisions(PersonId person, Period period) {
        return jdbc.sql("""
                select outcome, sent_on, decided_on from quotes
                where owner_id = :person and decided_on between :from and :to and outcome in ('WON', 'LOST', 'EXPIRED')
                """)
                .param("person", person.value())
                .param("from", period.from())
                .param("to", period.to())
                .query((row, n) -> new Decision(
                        row.getString("outcome").equals("WON"),
                        row.getObject("sent_on", LocalDate.class),
                        row.getObject("decided_on", LocalDate.class)))
                .list();
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

    private record Pipeline(int quotes, BigDecimal worth) {}

    private record Decision(boolean won, @Nullable LocalDate sent, LocalDate decided) {

        @Nullable
        Long days() {
            return sent == null ? null : ChronoUnit.DAYS.between(sent, decided);
        }
    }
}
