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
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.ledger.Statement.Empty;
import org.koploper.money.Decimals;
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
    private final StatementRows rows;
    private final Directory directory;
    private final PlansInForce plans;
    private final StatementCurrency currencies;
    private final Book book;
    private final PayMonths months;
    private final Clock clock;

    Statements(
            JdbcClient jdbc,
            StatementRows rows,
            Directory directory,
            PlansInForce plans,
            StatementCurrency currencies,
            Book book,
            PayMonths months,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
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
        Closing closing = months.closing(month).orElse(null);
        // months before the first that was closed have no closing of their own
        boolean isFinal = closing != null || book.closed().contains(month);
        PlanInForce plan = (isFinal ? months.keptPlan(person, month) : plans.in(person, month)).orElse(null);
        StatementRows.Posted posted = rows.posted(person, month, StatementRows.ALL);
        Instant asOf = posted.last() == null ? clock.instant() : posted.last();
        return statement(ref, month, posted, asOf, isFinal ? StatementState.FINAL : StatementState.OPEN, plan, closing);
    }

    /** Every version that there was of that statement, newest first; none where nothing was ever posted. */
    @PreAuthorize("@reach.seesPay(#person)")
    @Transactional(readOnly = true)
    public List<StatementDocument> documents(PersonId person, YearMonth month) {
        return rows.documents(person, month).reversed();
    }

    /**
     * The statement as it was in that version, from the entries up to its last one, which nothing can change. The last
     * version of a closed month is the final statement. What plan was in force is not said of any other: lines name theirs.
     *
     * @throws java.util.NoSuchElementException when there is no such person or version
     */
    @PreAuthorize("@reach.seesPay(#person)")
    @Transactional(readOnly = true)
    public Statement of(PersonId person, YearMonth month, int version) {
        List<StatementDocument> documents = rows.documents(person, month);
        if (version < 1 || version > documents.size()) {
            throw new NoSuchElementException("No version " + version + " of the statement of " + month);
        }
        if (version == documents.size() && book.closed().contains(month)) {
            return of(person, month);
        }
        StatementDocument document = documents.get(version - 1);
        StatementRows.Posted posted = rows.posted(person, month, document.seq());
        PersonRef ref = directory.person(person).orElseThrow();
        return statement(ref, month, posted, document.at(), StatementState.OPEN, null, null);
    }

    private Statement statement(
            PersonRef person,
            YearMonth month,
            StatementRows.Posted posted,
            Instant asOf,
            StatementState state,
            @Nullable PlanInForce plan,
            @Nullable Closing closing) {
        Currency currency = currencies.of(posted.totals().keySet(), plan);
        Map<Currency, BigDecimal> others = new LinkedHashMap<>(posted.totals());
        BigDecimal total = others.remove(currency);
        others.values().removeIf(other -> other.signum() == 0);
        List<StatementLine> lines = rows.lines(person.id(), month, posted.upTo());
        return new Statement(
                person,
                month,
                currency,
                state,
                total == null ? BigDecimal.ZERO : total,
                lines,
                asOf,
                plan,
                !lines.isEmpty() ? null : plan == null ? Empty.NO_PLAN : Empty.NOTHING_CREDITED,
                closing,
                posted.versions(),
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
                select id, line_key, earned_month, change_kind, component, deal, line_amount, delta, currency, cause, recorded_at, reason
                from ledger_entries where person_id = :person and posted_month = :month order by seq desc
                """)
                .param("person", person.value())
                .param("month", month.toString())
                .query((row, n) -> new StatementChange(
                        row.getLong("id"),
                        row.getString("line_key"),
                        YearMonth.parse(row.getString("earned_month")),
                        month,
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

    /** What later statements add to, or take from, what that month came to when it was closed, by month of the statement. */
    @PreAuthorize("@reach.seesPay(#person)")
    @Transactional(readOnly = true)
    public List<MonthTotal> corrections(PersonId person, YearMonth month) {
        return jdbc.sql("""
                select posted_month, currency, sum(delta) as total from ledger_entries
                where person_id = :person and earned_month = :month and posted_month > :month
                group by posted_month, currency having sum(delta) <> 0 order by posted_month, currency
                """)
                .param("person", person.value())
                .param("month", month.toString())
                .query((row, n) -> new MonthTotal(
                        YearMonth.parse(row.getString("posted_month")),
                        decimal(row, "total"),
                        Currency.getInstance(row.getString("currency"))))
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

    private static BigDecimal decimal(ResultSet row, String column) throws SQLException {
        return Decimals.canonical(row.getBigDecimal(column));
    }
}
