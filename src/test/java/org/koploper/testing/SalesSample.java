package org.koploper.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.people.Organisation;
import org.koploper.people.TeamId;
import org.koploper.sales.SalesChanged;
import org.koploper.storage.Ids;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A few people, teams and deals, written straight into the tables so that a test says only what it is about; every
 * external id is new. Sales count once {@link #changed} or {@link #touched} was called.
 */
public final class SalesSample {

    private final JdbcClient jdbc;
    private final JdbcTemplate bulk;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Organisation organisation;

    /** @param context of the product that the test is about */
    public SalesSample(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.bulk = context.getBean(JdbcTemplate.class);
        this.ids = context.getBean(Ids.class);
        this.transaction = context.getBean(TransactionTemplate.class);
        this.events = context;
        this.organisation = context.getBean(Organisation.class);
    }

    /** The organisation's currency, set to EUR when there was none. */
    public String home() {
        return Caller.asSystem(() -> {
            transaction.executeWithoutResult(status -> organisation.useCurrency("EUR"));
            return organisation.currency().orElseThrow().getCurrencyCode();
        });
    }

    public PersonId person(String name) {
        long id = ids.next();
        jdbc.sql("insert into persons (id, external_id, name, country, version) values (?, ?, ?, 'BE', 0)")
                .params(id, "P" + id, name)
                .update();
        return new PersonId(id);
    }

    public String externalId(PersonId person) {
        return "P" + person.value();
    }

    public TeamId team(String name, @Nullable TeamId parent) {
        long id = ids.next();
        jdbc.sql("insert into teams (id, external_id, name, parent_id, version) values (?, ?, ?, ?, 0)")
                .params(id, "T" + id, name, parent == null ? null : parent.value())
                .update();
        return new TeamId(id);
    }

    public String externalId(TeamId team) {
        return "T" + team.value();
    }

    public void member(PersonId person, TeamId team, String from, @Nullable String to) {
        jdbc.sql("insert into memberships (id, person_id, team_id, from_day, to_day) values (?, ?, ?, ?, ?)")
                .params(ids.next(), person.value(), team.value(), day(from), to == null ? null : day(to))
                .update();
    }

    /** From always. */
    public void reportsTo(PersonId person, PersonId manager) {
        reported(person, manager, "1900-01-01", null);
    }

    /** Whoever is above the manager on all these days, as long as nothing says otherwise, is above the person too. */
    public void reported(PersonId person, PersonId manager, String from, @Nullable String to) {
        jdbc.sql("insert into reporting_lines (id, person_id, manager_id, from_day, to_day) values (?, ?, ?, ?, ?)")
                .params(ids.next(), person.value(), manager.value(), day(from), to == null ? null : day(to))
                .update();
        LocalDate last = day(to == null ? "9999-12-31" : to);
        jdbc.sql("insert into managers_above (person_id, manager_id, from_day, to_day) values (?, ?, ?, ?)")
                .params(person.value(), manager.value(), day(from), last)
                .update();
        jdbc.sql("insert into managers_above (person_id, manager_id, from_day, to_day)"
                        + " select ?, manager_id, ?, ? from managers_above where person_id = ?")
                .params(person.value(), day(from), last, manager.value())
                .update();
    }

    /** A deal won by its owner in the organisation's currency. */
    public long won(PersonId owner, String value, String day) {
        return won(owner, value, home(), day);
    }

    public long won(PersonId owner, @Nullable String value, String currency, String day) {
        long id = ids.next();
        jdbc.sql("insert into deals (id, external_id, owner_id, stage, closed_on, deal_value, currency, version)"
                        + " values (?, ?, ?, 'WON', ?, ?, ?, 0)")
                .params(id, "D" + id, owner.value(), day(day), value == null ? null : new BigDecimal(value), currency)
                .update();
        return id;
    }

    public void share(long deal, PersonId person, String share) {
        jdbc.sql("insert into deal_splits (deal_id, person_id, share) values (?, ?, ?)")
                .params(deal, person.value(), new BigDecimal(share))
                .update();
    }

    /** Credits somebody on top of those who share the deal. */
    public void overlay(long deal, PersonId person, String share) {
        jdbc.sql("insert into deal_overlays (deal_id, person_id, share) values (?, ?, ?)")
                .params(deal, person.value(), new BigDecimal(share))
                .update();
    }

    public void cancel(long deal, String day) {
        jdbc.sql("update deals set stage = 'CANCELLED', cancelled_on = ? where id = ?")
                .params(day(day), deal)
                .update();
    }

    public void credit(long deal, String amount, String day) {
        long id = ids.next();
        jdbc.sql("insert into credit_notes (id, external_id, deal_id, credited_on, amount, currency, version)"
                        + " select ?, ?, id, ?, ?, currency, 0 from deals where id = ?")
                .params(id, "N" + id, day(day), new BigDecimal(amount), deal)
                .update();
    }

    /** An invoice of a deal in euros; it returns its id. */
    public long invoice(long deal, String amount, String day) {
        long id = ids.next();
        jdbc.sql("insert into invoices (id, external_id, deal_id, invoiced_on, amount, currency, version)"
                        + " values (?, ?, ?, ?, ?, 'EUR', 0)")
                .params(id, "I" + id, deal, day(day), new BigDecimal(amount))
                .update();
        return id;
    }

    /** Euros that came in for an invoice. */
    public void paid(long invoice, String amount, String day) {
        long id = ids.next();
        jdbc.sql("insert into payments (id, external_id, invoice_id, paid_on, amount, currency, version)"
                        + " values (?, ?, ?, ?, ?, 'EUR', 0)")
                .params(id, "Y" + id, invoice, day(day), new BigDecimal(amount))
                .update();
    }

    public void rate(String from, String to, String day, String rate) {
        long id = ids.next();
        jdbc.sql("insert into exchange_rates (id, external_id, from_currency, to_currency, rate_day, rate, version)"
                        + " values (?, ?, ?, ?, ?, ?, 0)")
                .params(id, "R" + id, from, to, day(day), new BigDecimal(rate))
                .update();
    }

    /** A target for revenue; both null: the organisation's. Returns its external id. */
    public String target(
            @Nullable PersonId person, @Nullable TeamId team, String from, String to, String amount, String currency) {
        return target(person, team, "REVENUE", from, to, amount, currency);
    }

    public String target(
            @Nullable PersonId person,
            @Nullable TeamId team,
            String kpi,
            String from,
            String to,
            String amount,
            @Nullable String currency) {
        long id = ids.next();
        jdbc.sql("insert into targets (id, external_id, scope, person_id, team_id, kpi, from_day, to_day, amount,"
                        + " currency, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
                .params(
                        id,
                        "G" + id,
                        person != null ? "PERSON" : team != null ? "TEAM" : "ORGANISATION",
                        person == null ? null : person.value(),
                        team == null ? null : team.value(),
                        kpi,
                        day(from),
                        day(to),
                        new BigDecimal(amount),
                        currency)
                .update();
        return "G" + id;
    }

    /**
     * A week of effort.
     *
     * @param counts calls, decision makers, meetings, short call-backs, long ones, other, and perhaps minutes
     */
    public void week(PersonId person, String monday, int... counts) {
        long id = ids.next();
        jdbc.sql("insert into weekly_efforts (id, external_id, person_id, week_start, calls, decision_makers, meetings,"
                        + " callbacks_short, callbacks_long, other, minutes, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")
                .params(
                        id,
                        "E" + id,
                        person.value(),
                        day(monday),
                        counts[0],
                        counts[1],
                        counts[2],
                        counts[3],
                        counts[4],
                        counts[5],
                        counts.length > 6 ? counts[6] : null)
                .update();
    }

    /** Employed from that day on, for that part of full time. */
    public void employed(PersonId person, String from, String partTime) {
        jdbc.sql(
                        "insert into employments (id, person_id, from_day, to_day, part_time_factor) values (?, ?, ?, null, ?)")
                .params(ids.next(), person.value(), day(from), new BigDecimal(partTime))
                .update();
    }

    /** Tells that sales of these people changed on these days; answers when everything is current. */
    public long changed(PersonId person, String... days) {
        long batch = ids.next();
        for (String day : days) {
            touched(batch, person, day);
        }
        changed(batch);
        return batch;
    }

    public long newBatch() {
        return ids.next();
    }

    public void touched(long batch, PersonId person, String day) {
        jdbc.sql("insert into touched_days (batch, person_id, touched_day) values (?, ?, ?)")
                .params(batch, person.value(), day(day))
                .update();
    }

    /** So many days in a row, for what only happens with very many. */
    public void touched(long batch, PersonId person, String first, int days) {
        bulk.batchUpdate(
                "insert into touched_days (batch, person_id, touched_day) values (?, ?, ?)",
                day(first)
                        .datesUntil(day(first).plusDays(days))
                        .map(day -> new Object[] {batch, person.value(), day})
                        .toList());
    }

    public void changed(long batch) {
        jdbc.sql(
                        "insert into touched_customers (batch, customer_id) select distinct cast(:batch as bigint), d.customer_id"
                                + " from deals d where d.customer_id is not null"
                                + " and d.owner_id in (select t.person_id from touched_days t where t.batch = :batch)")
                .param("batch", batch)
                .update();
        transaction.executeWithoutResult(status -> events.publishEvent(new SalesChanged(batch)));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
