package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.TeamId;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sales manager looks for quotes after which nobody has called for more than fourteen days. */
abstract class WaitingQuotesContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    WaitingQuotes waiting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    private SalesSample sample;
    private PersonId boss;
    private PersonId anna;
    private PersonId bob;
    private long bakery;

    @BeforeEach
    void aManagerWithTwoReps() {
        sample = new SalesSample(context);
        boss = sample.person("Boss");
        anna = sample.person("Anna");
        bob = sample.person("Bob");
        sample.reportsTo(anna, boss);
        sample.reportsTo(bob, boss);
        bakery = customer("Bakery");
    }

    @Test
    void aQuoteOfFifteenDaysWithoutACallIsOnTheListAndOneOfFourteenIsNot() {
        long late = quote(anna, bakery, 15);
        quote(anna, bakery, 14);

        assertThat(names(list())).containsExactly("Q" + late);
        assertThat(list().getFirst().days(today())).isEqualTo(15);
        assertThat(list().getFirst().customer()).isEqualTo("Bakery");
        assertThat(list().getFirst().value()).isEqualByComparingTo("1000");
    }

    @Test
    void whatIsDecidedDraftedOrRunOutIsNoWork() {
        long won = quote(anna, bakery, 40);
        long draft = quote(anna, bakery, 40);
        long old = quote(anna, bakery, 40);
        long lasting = quote(anna, bakery, 40);
        jdbc.sql("update quotes set outcome = 'WON', decided_on = ? where id = ?")
                .params(today(), won)
                .update();
        jdbc.sql("update quotes set sent_on = null where id = ?").param(draft).update();
        expires(old, today().minusDays(1));
        expires(lasting, today());

        assertThat(names(list())).containsExactly("Q" + lasting);
    }

    @Test
    void aCallAboutTheQuoteWithTheCustomerOrTheLeadIsAFollowUpWhoeverHeldIt() {
        long quote = quote(anna, bakery, 30);
        long shop = customer("Shop");
        quote(anna, shop, 30);
        long lead = lead();
        long ofLead = quote(anna, null, 30);
        jdbc.sql("update quotes set lead_id = ? where id = ?")
                .params(lead, ofLead)
                .update();
        long left = quote(anna, customer("Left"), 30);

        activity(anna, "HELD", 5, "quote_id", quote);
        activity(bob, "HELD", 5, "customer_id", shop);
        activity(bob, "HELD", 5, "lead_id", lead);
        activity(anna, "PLANNED", 5, "quote_id", left);
        activity(anna, "NO_SHOW", 5, "quote_id", left);

        assertThat(names(list())).containsExactly("Q" + left);
    }

    @Test
    void aCallHelpsForAsLongAsTheListAsksFor() {
        long quote = quote(anna, bakery, 60);
        activity(anna, "HELD", 70, "customer_id", bakery);
        assertThat(list().getFirst().since()).as("what was before it").isEqualTo(today().minusDays(60));

        activity(anna, "HELD", 20, "customer_id", bakery);

        assertThat(names(list())).containsExactly("Q" + quote);
        assertThat(list().getFirst().since()).isEqualTo(today().minusDays(20));
        assertThat(list(20, boss, null, null)).isEmpty();
    }

    @Test
    void everybodySeesTheOwnOnesAndTheManagerThoseOfAll() {
        long annas = quote(anna, bakery, 30);
        long bobs = quote(bob, bakery, 20);
        quote(sample.person("Stranger"), bakery, 90);

        assertThat(names(list())).as("the oldest first").containsExactly("Q" + annas, "Q" + bobs);
        assertThat(names(list(14, anna, null, null))).containsExactly("Q" + annas);
        assertThat(names(list(14, boss, bob, null))).containsExactly("Q" + bobs);
        assertThat(names(list(14, anna, bob, null))).as("not a colleague's").isEmpty();
    }

    @Test
    void ofATeamAreThoseOfWhomItHasToday() {
        TeamId north = sample.team("Northern side", null);
        TeamId harbour = sample.team("Harbour", north);
        sample.member(anna, harbour, "2020-01-01", null);
        sample.member(bob, north, "2020-01-01", "2020-12-31");
        long annas = quote(anna, bakery, 30);
        quote(bob, bakery, 30);

        assertThat(names(list(14, boss, null, north))).containsExactly("Q" + annas);
    }

    @Test
    void itIsReadPageByPageInAnyOrderAndCountedNoFurtherThanNeeded() {
        long small = quote(anna, bakery, 20);
        long large = quote(anna, customer("Abbey"), 30);
        jdbc.sql("update quotes set quote_value = 9000 where id = ?")
                .param(large)
                .update();

        assertThat(names(sorted(WaitingQuery.Sort.VALUE, false, 0))).containsExactly("Q" + small, "Q" + large);
        assertThat(names(sorted(WaitingQuery.Sort.VALUE, true, 0))).containsExactly("Q" + large, "Q" + small);
        assertThat(names(sorted(WaitingQuery.Sort.CUSTOMER, false, 0))).containsExactly("Q" + large, "Q" + small);
        assertThat(names(sorted(WaitingQuery.Sort.SINCE, false, 1))).containsExactly("Q" + small);
        assertThat(count(500)).isEqualTo(2);
        assertThat(count(1)).isEqualTo(1);
    }

    @Test
    void aLongListIsOneStatement() {
        quote(anna, bakery, 30);
        int one = Statements.of(this::list);
        for (int i = 0; i < 5; i++) {
            quote(bob, customer("More"), 30);
        }

        assertThat(Statements.of(this::list)).isEqualTo(one).isEqualTo(1);
        assertThat(list()).hasSize(6);
    }

    @Test
    void whetherThereIsAnyQuoteAtAllIsKnownApart() {
        WaitingQuery query = query(14, null, null, WaitingQuery.Sort.SENT_ON, false, 0);
        assertThat(As.user(boss, Set.of(Role.MANAGER), () -> waiting.anyOpen(query)))
                .isFalse();

        quote(anna, bakery, 1);

        assertThat(As.user(boss, Set.of(Role.MANAGER), () -> waiting.anyOpen(query)))
                .isTrue();
        assertThat(list()).isEmpty();
    }

    private List<WaitingQuote> list() {
        return list(14, boss, null, null);
    }

    private List<WaitingQuote> list(int days, PersonId reader, @Nullable PersonId owner, @Nullable TeamId team) {
        WaitingQuery query = query(days, owner, team, WaitingQuery.Sort.SENT_ON, false, 0);
        return As.user(reader, Set.of(reader.equals(boss) ? Role.MANAGER : Role.REP), () -> waiting.rows(query));
    }

    private List<WaitingQuote> sorted(WaitingQuery.Sort sort, boolean descending, int offset) {
        WaitingQuery query = query(14, null, null, sort, descending, offset);
        return As.user(boss, Set.of(Role.MANAGER), () -> waiting.rows(query));
    }

    private long count(int most) {
        WaitingQuery query = query(14, null, null, WaitingQuery.Sort.SENT_ON, false, 0);
        return As.user(boss, Set.of(Role.MANAGER), () -> waiting.count(query, most));
    }

    private static WaitingQuery query(
            int days,
            @Nullable PersonId owner,
            @Nullable TeamId team,
            WaitingQuery.Sort sort,
            boolean descending,
            int offset) {
        return new WaitingQuery(days, owner, team, offset, 50, sort, descending);
    }

    private static List<String> names(List<WaitingQuote> quotes) {
        return quotes.stream().map(WaitingQuote::externalId).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private long customer(String name) {
        long id = ids.next();
        jdbc.sql("insert into customers (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(id, "C" + id, name)
                .update();
        return id;
    }

    private long lead() {
        long id = ids.next();
        jdbc.sql("insert into leads (id, external_id, status, created_on, version) values (?, ?, 'NEW', ?, 0)")
                .params(id, "L" + id, today().minusDays(40))
                .update();
        return id;
    }

    private long quote(PersonId owner, @Nullable Long customer, int daysAgo) {
        long id = ids.next();
        jdbc.sql("insert into quotes (id, external_id, customer_id, owner_id, revision, sent_on, outcome, quote_value,"
                        + " currency, version) values (?, ?, ?, ?, 1, ?, 'OPEN', ?, ?, 0)")
                .params(
                        id,
                        "Q" + id,
                        customer,
                        owner.value(),
                        today().minusDays(daysAgo),
                        new BigDecimal("1000"),
                        sample.home())
                .update();
        return id;
    }

    private void expires(long quote, LocalDate day) {
        jdbc.sql("update quotes set expires_on = ? where id = ?")
                .params(day, quote)
                .update();
    }

    private void activity(PersonId person, String outcome, int daysAgo, String about, long id) {
        long activity = ids.next();
        jdbc.sql("insert into activities (id, external_id, person_id, kind, outcome, happened_at, " + about
                        + ", version) values (?, ?, ?, 'CALL', ?, ?, ?, 0)")
                .params(
                        activity,
                        "A" + activity,
                        person.value(),
                        outcome,
                        today().minusDays(daysAgo).atTime(9, 0),
                        id)
                .update();
    }

    @OnHsqldb
    static class OnHsqldbTest extends WaitingQuotesContract {}

    @OnPostgres
    static class OnPostgresTest extends WaitingQuotesContract {}
}
