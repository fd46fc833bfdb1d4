package org.koploper.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.koploper.access.PersonId;
import org.koploper.ledger.Statement.Empty;
import org.koploper.money.Decimals;
import org.koploper.money.Money;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Statements: the sums of what was posted, for those who may see somebody's pay. */
@Service
public class Statements {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final PlansInForce plans;
    private final StatementCurrency currencies;
    private final Book book;
    private final PayMonths months;
    private final Clock clock;

    Statements(
            JdbcClient jdbc,
            Directory directory,
            PlansInForce plans,
            StatementCurrency currencies,
            Book book,
            PayMonths months,
            Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.plans = plans;
        this.currencies = currencies;
        this.book = book;
        this.months = months;
        this.clock = clock;
    }

    /**
     * The statement of that month; without lines, and saying why, where nothing was posted.
     *
     * @throws java.util.NoSuchElementException when there is no such person
     */
    @PreAuthorize("@reach.seesPay(#person)")
    @Transactional(readOnly = true)
    public Statement of(PersonId person, YearMonth month) {
        PersonRef ref = directory.person(person).orElseThrow();
        Posted posted = posted(person, month);
        boolean isFinal = book.closed().contains(month);
        PlanInForce plan = (isFinal ? months.keptPlan(person, month) : plans.in(person, month)).orElse(null);
        Currency currency = currencies.of(posted.totals().keySet(), plan);
        Map<Currency, BigDecimal> others = new LinkedHashMap<>(posted.totals());
        BigDecimal total = others.remove(currency);
        others.values().removeIf(other -> other.signum() == 0);
        List<StatementLine> lines = lines(person, month);
        return new Statement(
                ref,
                month,
                currency,
                isFinal ? StatementState.FINAL : StatementState.OPEN,
                total == null ? BigDecimal.ZERO : total,
                lines,
                posted.last(),
                plan,
                !lines.isEmpty() ? null : plan == null ? Empty.NO_PLAN : Empty.NOTHING_CREDITED,
                months.closing(month).orElse(null),
                others);
    }

    /** The last entry behind that statement; empty where nothing was ever posted on it. */
    @PreAuthorize("@reach.seesPay(#person)")
    @Transactional(readOnly = true)
    public Optional<Seal> seal(PersonId person, YearMonth month) {
        return jdbc.sql("""
                select id, hash from ledger_entries where person_id = :person and seq =
                  (select max(seq) from ledger_entries where person_id = :person and posted_month = :month)
                """)
                .param("person", person.value())
                .param("month", month.toString())
                .query((row, n) -> new Seal(row.getLong("id"), row.getString("hash")))
                .optional();
    }

    /** Every entry behind that statement, newest first, also those about lines that are no longer on it. */
    @PreAuthorize("@reach.seesPay(#person)")
    @Transactional(readOnly = true)
    public List<StatementChange> changes(PersonId person, YearMonth month) {
        return jdbc.sql("""
                select id, change_kind, component, deal, line_amount, delta, currency, cause, recorded_at, reason
                from ledger_entries where person_id = :person and posted_month = :month order by seq desc
                """)
                .param("person", person.value())
                .param("month", month.toString())
                .query((row, n) -> new StatementChange(
                        row.getLong("id"),
                        EntryKind.valueOf(row.getString("change_kind")),
                        row.getString("component"),
                        row.getString("deal"),
                        decimal(row, "line_amount"),
                        decimal(row, "delta"),
                        Currency.getInstance(row.getString("currency")),
                        row.getString("cause"),
                        row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("reason")))
                .list();
    }

    /** What the statements from one month to another came to, both included, months without any with zero, in order. */
    @PreAuthorize("@reach.seesPay(#person)")
    @Transactional(readOnly = true)
    public List<MonthTotal> course(PersonId person, YearMonth from, YearMonth to) {
        Map<YearMonth, Map<Currency, BigDecimal>> totals = new HashMap<>();
        jdbc.sql("""
                select posted_month, currency, sum(delta) as total from ledger_entries
                where person_id = :person and posted_month between :from and :to
                group by posted_month, currency order by posted_month, currency
                """)
                .param("person", person.value())
                .param("from", from.toString())
                .param("to", to.toString())
                .query(row -> {
                    totals.computeIfAbsent(YearMonth.parse(row.getString("posted_month")), m -> new LinkedHashMap<>())
                            .put(Currency.getInstance(row.getString("currency")), decimal(row, "total"));
                });
        Currency nothing = currencies.of(Set.of(), null);
        List<MonthTotal> course = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            course.add(total(person, month, totals.getOrDefault(month, Map.of()), nothing));
        }
        return course;
    }

    /**
     * What the statement of that month came to for each of these people, zero where nothing was posted. The number of
     * statements does not depend on the number of people, unless they are paid in several currencies.
     */
    @PreAuthorize("@reach.seesPayOfAll(#people)")
    @Transactional(readOnly = true)
    public Map<PersonId, MonthTotal> totals(Collection<PersonId> people, YearMonth month) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<Long, Map<Currency, BigDecimal>> totals = new HashMap<>();
        jdbc.sql("""
                select person_id, currency, sum(delta) as total from ledger_entries
                where person_id in (:people) and posted_month = :month
                group by person_id, currency order by person_id, currency
                """)
                .param("people", people.stream().map(PersonId::value).toList())
                .param("month", month.toString())
                .query(row -> {
                    totals.computeIfAbsent(row.getLong("person_id"), person -> new LinkedHashMap<>())
                            .put(Currency.getInstance(row.getString("currency")), decimal(row, "total"));
                });
        Currency nothing = currencies.of(Set.of(), null);
        Map<PersonId, MonthTotal> each = new HashMap<>();
        people.forEach(person ->
                each.put(person, total(person, month, totals.getOrDefault(person.value(), Map.of()), nothing)));
        return each;
    }

    /** Only where several currencies were posted does the plan say which one counts. */
    private MonthTotal total(
            PersonId person, YearMonth month, Map<Currency, BigDecimal> posted, Currency whereNothingWasPosted) {
        if (posted.isEmpty()) {
            return new MonthTotal(month, BigDecimal.ZERO, whereNothingWasPosted);
        }
        PlanInForce plan = posted.size() == 1 ? null : plans.in(person, month).orElse(null);
        Currency currency = currencies.of(posted.keySet(), plan);
        return new MonthTotal(month, posted.getOrDefault(currency, BigDecimal.ZERO), currency);
    }

    /**
     * The latest word on each line, without those that were taken back. A line about an earlier month is what this
     * statement adds to closed ones; where that came to nothing, there is none.
     */
    private List<StatementLine> lines(PersonId person, YearMonth month) {
        return jdbc.sql("""
                select e.id, e.component, e.deal, e.earned_month, e.base, e.rate, e.line_amount, t.added, e.reason,
                       e.plan_name, e.plan_version, e.currency
                from (select max(seq) as last_seq, sum(delta) as added from ledger_entries
                      where person_id = :person and posted_month = :month group by line_key) t
                join ledger_entries e on e.person_id = :person and e.seq = t.last_seq
                where (e.earned_month = :month and e.change_kind <> 'GONE')
                   or (e.earned_month <> :month and t.added <> 0)
                order by e.plan_name, e.plan_version, e.component, e.earned_month,
                         case when e.deal is null then 1 else 0 end, e.deal, e.line_key
                """)
                .param("person", person.value())
                .param("month", month.toString())
                .query((row, n) -> line(row, month))
                .list();
    }

    private static StatementLine line(ResultSet row, YearMonth month) throws SQLException {
        YearMonth earned = YearMonth.parse(row.getString("earned_month"));
        boolean isOwn = earned.equals(month);
        BigDecimal amount = decimal(row, "line_amount");
        return new StatementLine(
                row.getLong("id"),
                row.getString("component"),
                row.getString("deal"),
                earned,
                isOwn ? decimal(row, "base") : amount,
                isOwn ? decimal(row, "rate") : BigDecimal.ZERO,
                isOwn ? amount : decimal(row, "added"),
                row.getString("reason"),
                row.getString("plan_name"),
                row.getInt("plan_version"),
                Currency.getInstance(row.getString("currency")));
    }

    private Posted posted(PersonId person, YearMonth month) {
        Map<Currency, BigDecimal> totals = new LinkedHashMap<>();
        List<Instant> last = new ArrayList<>();
        jdbc.sql("""
                select currency, sum(delta) as total, max(recorded_at) as last_at from ledger_entries
                where person_id = :person and posted_month = :month group by currency order by currency
                """)
                .param("person", person.value())
                .param("month", month.toString())
                .query(row -> {
                    Currency currency = Currency.getInstance(row.getString("currency"));
                    totals.put(currency, exactToTheMinorUnit(person, month, currency, decimal(row, "total")));
                    last.add(row.getObject("last_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
                });
        return new Posted(totals, last.stream().max(Instant::compareTo).orElseGet(clock::instant));
    }

    /** Each component's lines end with their rounding; a total that is still in between is a fault, not to be hidden. */
    private static BigDecimal exactToTheMinorUnit(
            PersonId person, YearMonth month, Currency currency, BigDecimal total) {
        if (total.scale() > Money.decimals(currency)) {
            throw new IllegalStateException("What was posted for " + person + " on the statement of " + month
                    + " comes to " + total.toPlainString() + " " + currency + ", which nobody can pay");
        }
        return total;
    }

    private static BigDecimal decimal(ResultSet row, String column) throws SQLException {
        return Decimals.canonical(row.getBigDecimal(column));
    }

    private record Posted(Map<Currency, BigDecimal> totals, Instant last) {}
}
