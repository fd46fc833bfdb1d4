package org.koploper.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.money.Decimals;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The months of the organisation as they lie in the database, in a few statements whatever their number. */
@Component
class PayMonths {

    private final JdbcClient jdbc;
    private final JdbcTemplate bulk;

    PayMonths(JdbcTemplate bulk) {
        this.bulk = bulk;
        this.jdbc = JdbcClient.create(bulk);
    }

    /** The newest first. */
    List<PayMonth> all(ClosedMonths closed, YearMonth present) {
        TreeMap<YearMonth, PayMonth> months = closedOnes();
        Map<YearMonth, Map<Currency, BigDecimal>> totals = openTotals(closed);
        List<YearMonth> open = new ArrayList<>(totals.keySet());
        YearMonth through = closed.through();
        if (through != null) {
            open.add(through.plusMonths(1));
        }
        if (open.isEmpty()) {
            return List.of();
        }
        YearMonth first = open.stream().min(Comparator.naturalOrder()).orElseThrow();
        open.add(present);
        YearMonth last = open.stream().max(Comparator.naturalOrder()).orElseThrow();
        Map<YearMonth, Integer> people = openPeople(closed);
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            PayMonth.State state = !month.isBefore(present)
                    ? PayMonth.State.RUNNING
                    : month.equals(first) ? PayMonth.State.CLOSABLE : PayMonth.State.WAITING;
            months.put(
                    month,
                    new PayMonth(
                            month,
                            state,
                            people.getOrDefault(month, 0),
                            totals.getOrDefault(month, Map.of()),
                            null,
                            null));
        }
        return List.copyOf(months.descendingMap().values());
    }

    private TreeMap<YearMonth, PayMonth> closedOnes() {
        Map<YearMonth, Map<Currency, BigDecimal>> totals = new HashMap<>();
        jdbc.sql("select closed_month, currency, total from closed_totals order by closed_month, currency")
                .query(row -> {
                    add(row, "closed_month", totals);
                });
        TreeMap<YearMonth, PayMonth> months = new TreeMap<>();
        jdbc.sql("select c.closed_month, c.closed_at, c.payable_on, c.people, p.name from closed_months c"
                        + " left join persons p on p.id = c.closed_by")
                .query(row -> {
                    YearMonth month = YearMonth.parse(row.getString("closed_month"));
                    months.put(
                            month,
                            new PayMonth(
                                    month,
                                    PayMonth.State.CLOSED,
                                    row.getInt("people"),
                                    totals.getOrDefault(month, Map.of()),
                                    closing(row),
                                    row.getString("name")));
                });
        return months;
    }

    private Map<YearMonth, Map<Currency, BigDecimal>> openTotals(ClosedMonths closed) {
        Map<YearMonth, Map<Currency, BigDecimal>> totals = new HashMap<>();
        jdbc.sql("select posted_month, currency, sum(delta) as total from ledger_entries where posted_month > :closed"
                        + " group by posted_month, currency order by posted_month, currency")
                .param("closed", text(closed))
                .query(row -> {
                    add(row, "posted_month", totals);
                });
        return totals;
    }

    private static void add(ResultSet row, String month, Map<YearMonth, Map<Currency, BigDecimal>> totals)
            throws SQLException {
        totals.computeIfAbsent(YearMonth.parse(row.getString(month)), one -> new LinkedHashMap<>())
                .put(Currency.getInstance(row.getString("currency")), Decimals.canonical(row.getBigDecimal("total")));
    }

    private Map<YearMonth, Integer> openPeople(ClosedMonths closed) {
        Map<YearMonth, Integer> people = new HashMap<>();
        jdbc.sql("select posted_month, count(distinct person_id) as people from ledger_entries"
                        + " where posted_month > :closed group by posted_month")
                .param("closed", text(closed))
                .query(row -> {
                    people.put(YearMonth.parse(row.getString("posted_month")), row.getInt("people"));
                });
        return people;
    }

    /** Comes after no month where nothing is closed. */
    private static String text(ClosedMonths closed) {
        YearMonth through = closed.through();
        return through == null ? "" : through.toString();
    }

    private static Closing closing(ResultSet row) throws SQLException {
        return new Closing(
                row.getObject("closed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("payable_on", LocalDate.class));
    }

    /** When that month was closed; empty while it is open, and for months before the first that was closed. */
    Optional<Closing> closing(YearMonth month) {
        return jdbc.sql("select closed_at, payable_on from closed_months where closed_month = :month")
                .param("month", month.toString())
                .query((row, n) -> closing(row))
                .optional();
    }

    void insert(PayMonth closed, Instant at, ZoneId zone) {
        PersonId by = Caller.behind();
        LocalDate published = LocalDate.ofInstant(at, zone);
        String month = closed.month().toString();
        jdbc.sql("insert into closed_months (closed_month, closed_at, closed_by, payable_on, people)"
                        + " values (:month, :at, :by, :payable, :people)")
                .param("month", month)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS))
                .param("by", by == null ? null : by.value(), Types.BIGINT)
                .param("payable", published.plusDays(payableDays()))
                .param("people", closed.people())
                .update();
        closed.totals()
                .forEach((currency, total) -> jdbc.sql(
                                "insert into closed_totals (closed_month, currency, total) values (:month, :currency, :total)")
                        .param("month", month)
                        .param("currency", currency.getCurrencyCode())
                        .param("total", total)
                        .update());
    }

    /** What paid whom in that month, kept as it was when the month was closed. */
    void keepPlans(YearMonth month, Map<PersonId, PlanInForce> plans) {
        bulk.batchUpdate(
                "insert into closed_plans (closed_month, person_id, plan_name, plan_version, currency)"
                        + " values (?, ?, ?, ?, ?)",
                plans.entrySet().stream()
                        .map(plan -> new Object[] {
                            month.toString(),
                            plan.getKey().value(),
                            plan.getValue().name(),
                            plan.getValue().version(),
                            plan.getValue().currency().getCurrencyCode()
                        })
                        .toList());
    }

    Optional<PlanInForce> keptPlan(PersonId person, YearMonth month) {
        return jdbc.sql("select plan_name, plan_version, currency from closed_plans"
                        + " where closed_month = :month and person_id = :person")
                .param("month", month.toString())
                .param("person", person.value())
                .query((row, n) -> new PlanInForce(
                        row.getString("plan_name"),
                        row.getInt("plan_version"),
                        Currency.getInstance(row.getString("currency"))))
                .optional();
    }

    int payableDays() {
        return jdbc.sql("select payable_days from organisation where id = 1")
                .query(Integer.class)
                .single();
    }

    void payAfter(int days) {
        jdbc.sql("update organisation set payable_days = :days, version = version + 1 where id = 1")
                .param("days", days)
                .update();
    }

    /** Whether a change was saved of which totals and pay did not follow yet: the registry of events knows. */
    boolean isBeingComputed() {
        return jdbc.sql("select count(*) from event_publication where completion_date is null")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
