package org.koploper.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.RequestId;
import org.koploper.access.Role;
import org.koploper.audit.AuditRecord.Place;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.InRequest;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Who finds what in the trail, that pay does not leak through it, and that it stays quick when it is long. */
@DirtiesContext(
        classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // which plan is the best depends on what else is there
abstract class AuditSearchContract {

    private static final int LONG = 4_000;

    @Autowired
    AuditSearch search;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate bulk;

    @Autowired
    Ids ids;

    @Autowired
    RequestId requests;

    @Autowired
    TransactionTemplate transaction;

    PersonId actor;

    @BeforeEach
    void somebodyNew() {
        long id = ids.next();
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, 'Nora Nieuw', 0)")
                .params(id, "A" + id)
                .update();
        actor = new PersonId(id);
    }

    private void did(String action, String kind, String ref, @Nullable String reason) {
        As.user(actor, Set.of(), () -> {
            transaction.executeWithoutResult(status -> trail.record(
                    action,
                    new Trail.Subject(kind, ref, "The " + kind),
                    Facts.of(java.util.Map.of("amount", "1111")),
                    Facts.of(java.util.Map.of("amount", "2222")),
                    reason));
            return true;
        });
    }

    private AuditQuery query(String text, @Nullable String action, @Nullable String kind) {
        return new AuditQuery(text, actor, action, kind, null, null, null, false);
    }

    private List<AuditRecord> as(Role role, AuditQuery query) {
        return As.user(actor, Set.of(role), () -> search.page(query, null, 0, 100));
    }

    @Test
    void theNewestComesFirstWithWhatWasBeforeAndAfter() {
        did("deal.changed", "deal", "D-1", "a typing error");
        did("deal.won", "deal", "D-2", null);

        List<AuditRecord> found = as(Role.ADMIN, query("", null, null));

        assertThat(found).extracting(AuditRecord::action).containsExactly("deal.won", "deal.changed");
        assertThat(found.getLast().reason()).isEqualTo("a typing error");
        assertThat(Facts.read(found.getLast().before())).containsEntry("amount", "1111");
        assertThat(Facts.read(found.getLast().after())).containsEntry("amount", "2222");
        assertThat(found.getLast().withheld()).isFalse();
    }

    @Test
    void everyFilterNarrowsAndSoDoAllTogether() {
        did("deal.changed", "deal", "D-1", "Because 100%");
        did("deal.won", "deal", "D-2", null);
        did("team.changed", "team", "D-2", null);

        assertThat(as(Role.ADMIN, query("", "deal.won", null))).hasSize(1);
        assertThat(as(Role.ADMIN, query("", null, "deal"))).hasSize(2);
        assertThat(as(Role.ADMIN, query("d-2", null, null))).hasSize(2);
        assertThat(as(Role.ADMIN, query("because 100%", null, null))).hasSize(1);
        assertThat(as(Role.ADMIN, query("because 1%", null, null))).isEmpty();
        assertThat(as(Role.ADMIN, query("d-2", "deal.won", "deal"))).hasSize(1);
        Instant now = Instant.now();
        assertThat(as(Role.ADMIN, new AuditQuery("", actor, null, null, null, now.minusSeconds(600), null, true)))
                .hasSize(3);
        assertThat(as(Role.ADMIN, new AuditQuery("", actor, null, null, null, null, now.minusSeconds(600), true)))
                .isEmpty();
    }

    @Test
    void administrationSeesThatAPlanOrACostChangedButNeitherHowNorWhy() {
        did("plan.version-added", "plan", "P-1", "raise for Jan");
        did("record.changed", "cost", "K-1", "salary is 1111 now");
        did("record.changed", "something-new", "X-1", "nobody decided about it");

        List<AuditRecord> found = as(Role.ADMIN, query("", null, null));

        assertThat(found).hasSize(3).allSatisfy(record -> {
            assertThat(record.withheld()).isTrue();
            assertThat(record.before()).isNull();
            assertThat(record.after()).isNull();
            assertThat(record.reason()).isNull();
            assertThat(As.user(actor, Set.of(Role.ADMIN), () -> search.find(record.id()))
                            .orElseThrow()
                            .after())
                    .isNull();
        });
    }

    @Test
    void theWordsOfAReasonThatIsWithheldFindNothing() {
        did("record.changed", "cost", "K-1", "salary raised");

        assertThat(as(Role.ADMIN, query("salary raised", null, null))).isEmpty();
        assertThat(as(Role.FINANCE, query("salary raised", null, null))).hasSize(1);
    }

    @Test
    void financeAndHumanResourcesSeeWhatIsTheirsAndNothingElse() {
        did("plan.created", "plan", "P-1", null);
        did("deal.won", "deal", "D-1", null);
        did("account.opened", "account", "1", null);
        did("record.changed", "absence", "A-1", null);
        did("record.changed", "something-new", "X-1", null);

        assertThat(as(Role.FINANCE, query("", null, null)))
                .extracting(AuditRecord::kind)
                .containsExactly("deal", "plan");
        assertThat(as(Role.FINANCE, query("", null, null))).noneMatch(AuditRecord::withheld);
        assertThat(as(Role.HR, query("", null, null)))
                .extracting(AuditRecord::kind)
                .containsExactly("absence");
        assertThat(As.user(actor, Set.of(Role.HR), () -> search.count(query("", null, null), 100)))
                .isEqualTo(1);
        long plan = as(Role.ADMIN, query("", null, "plan")).getFirst().id();
        assertThat(As.user(actor, Set.of(Role.HR), () -> search.find(plan))).isEmpty();
        assertThat(As.user(actor, Set.of(Role.FINANCE), () -> search.find(plan)))
                .isPresent();
    }

    @Test
    void whatTheProductDoesForSomebodySaysForWhom() {
        As.user(actor, Set.of(Role.ADMIN), () -> {
            Caller.asSystem(() -> transaction.executeWithoutResult(status -> trail.record(
                    "totals.rebuilt", new Trail.Subject("totals", "" + actor, "Totals"), null, null, null)));
            return true;
        });

        AuditRecord found = as(
                        Role.ADMIN,
                        new AuditQuery("" + actor, AuditQuery.NOBODY, "totals.rebuilt", null, null, null, null, false))
                .getFirst();
        assertThat(found.actor()).isEqualTo("Koploper");
        assertThat(found.behind()).isEqualTo("Nora Nieuw");
    }

    @Test
    void whatWasDoneInARequestSaysInWhichAndAdministrationSeesFromWhichNetwork() {
        String request = InRequest.from("203.0.113.77", requests, () -> {
            did("deal.won", "deal", "D-1", null);
            did("deal.changed", "deal", "D-2", null);
        });
        String other = InRequest.from("2001:db8:12:34::1", requests, () -> did("deal.won", "deal", "D-3", null));
        did("deal.won", "deal", "D-4", null);

        assertThat(as(Role.ADMIN, query("", null, null)))
                .extracting(AuditRecord::ref, AuditRecord::request, AuditRecord::network)
                .containsExactly(
                        tuple("D-4", null, null),
                        tuple("D-3", other, "2001:db8:12:…"),
                        tuple("D-2", request, "203.0.113.…"),
                        tuple("D-1", request, "203.0.113.…"));
        assertThat(as(Role.FINANCE, query("", null, null)))
                .as("who was in the office is no business of theirs")
                .extracting(AuditRecord::ref, AuditRecord::request, AuditRecord::network)
                .contains(tuple("D-2", request, null));
        assertThat(jdbc.sql("select count(*) from audit_records where network like '%.77%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRequestIsFoundByItsIdAloneAndWithEveryOtherFilter() {
        String request = InRequest.from("203.0.113.77", requests, () -> {
            did("deal.won", "deal", "D-1", null);
            Caller.asSystem(() -> transaction.executeWithoutResult(status ->
                    trail.record("totals.rebuilt", new Trail.Subject("totals", "T", "Totals"), null, null, null)));
        });
        did("deal.won", "deal", "D-2", null);

        assertThat(as(Role.ADMIN, of(request, null, null, null)))
                .extracting(AuditRecord::action)
                .containsExactly("totals.rebuilt", "deal.won");
        assertThat(as(Role.ADMIN, of(request, actor, "deal.won", "deal"))).hasSize(1);
        assertThat(as(Role.ADMIN, of(request, AuditQuery.NOBODY, null, null)))
                .extracting(AuditRecord::action)
                .containsExactly("totals.rebuilt");
        assertThat(as(Role.HR, of(request, null, null, null))).isEmpty();
        assertThat(as(Role.ADMIN, of("no-such", null, null, null))).isEmpty();
    }

    private static AuditQuery of(
            String request, @Nullable PersonId actor, @Nullable String action, @Nullable String kind) {
        return new AuditQuery("", actor, action, kind, request, null, null, false);
    }

    @Test
    void readingOnMeetsEveryRecordOnceAlsoWhereManyAreOfTheSameMoment() {
        long first = many(250, 10);
        for (boolean oldestFirst : new boolean[] {false, true}) {
            AuditQuery query = new AuditQuery("", actor, null, null, null, null, null, oldestFirst);
            List<Long> met = new ArrayList<>();
            Place place = null;
            List<AuditRecord> page;
            do {
                Place after = place;
                page = As.user(actor, Set.of(Role.ADMIN), () -> search.page(query, after, 0, 33));
                page.forEach(record -> met.add(record.id()));
                place = page.isEmpty() ? null : page.getLast().place();
            } while (page.size() == 33);
            assertThat(met).hasSize(250).doesNotHaveDuplicates().contains(first);
            Place start = As.user(actor, Set.of(Role.ADMIN), () -> search.page(query, null, 0, 1))
                    .getFirst()
                    .place();
            assertThat(As.user(actor, Set.of(Role.ADMIN), () -> search.page(query, start, 9, 1))
                            .getFirst()
                            .id())
                    .as("leaving some out")
                    .isEqualTo(met.get(10));
        }
    }

    @Test
    void howLongTheTrailIsCostsNoMoreStatementsAndTheCountStops() {
        AuditQuery query = new AuditQuery("", actor, null, null, null, null, null, false);
        many(30, 1);
        int few = As.user(actor, Set.of(Role.ADMIN), () -> Statements.of(() -> search.page(query, null, 0, 50)));
        many(300, 1);
        int more = As.user(actor, Set.of(Role.ADMIN), () -> Statements.of(() -> search.page(query, null, 0, 50)));

        assertThat(more).isEqualTo(few).isOne();
        assertThat(As.user(actor, Set.of(Role.ADMIN), () -> search.count(query, 101)))
                .isEqualTo(101);
    }

    /** Many at a time, so many of the same moment; the newest last. */
    private long many(int count, int perMoment) {
        long first = ids.next();
        List<Object[]> rows = new ArrayList<>();
        LocalDateTime start = LocalDateTime.of(2020, 1, 1, 0, 0);
        for (int i = 0; i < count; i++) {
            rows.add(new Object[] {
                i == 0 ? first : ids.next(),
                Timestamp.valueOf(start.plusMinutes(i / perMoment)),
                actor.value(),
                i % 2 == 0 ? "deal.won" : "deal.changed",
                i % 3 == 0 ? "deal" : "customer",
                "D-" + i
            });
        }
        bulk.batchUpdate(
                "insert into audit_records (id, recorded_at, actor_id, actor, action, object_kind, object_ref,"
                        + " object_name) values (?, ?, ?, 'Nora', ?, ?, ?, 'A deal')",
                rows);
        return first;
    }

    @Test
    void everyWayOfLookingReadsInTheOrderOfAnIndexAndSortsNothing() {
        many(LONG, 1);
        ready();
        Place middle = new Place(Instant.parse("2020-01-02T00:00:00Z"), ids.next());
        for (Plan plan : List.of(
                new Plan("audit_by_time", new AuditQuery("", null, null, null, null, null, null, false)),
                new Plan("audit_by_time", new AuditQuery("", null, null, null, null, null, middle.at(), true)),
                new Plan("audit_by_actor", new AuditQuery("", actor, null, null, null, null, null, false)),
                new Plan("audit_by_actor", new AuditQuery("", AuditQuery.NOBODY, null, null, null, null, null, false)),
                new Plan("audit_by_", new AuditQuery("", actor, "deal.won", "deal", null, null, null, false)),
                new Plan("audit_by_action", new AuditQuery("", null, "deal.won", null, null, null, null, false)),
                new Plan("audit_by_kind", new AuditQuery("", null, null, "deal", null, null, middle.at(), false)),
                new Plan("audit_by_request", new AuditQuery("", null, null, null, "1a2b3c4d", null, null, false)),
                new Plan(
                        "audit_by_",
                        new AuditQuery("", AuditQuery.NOBODY, "deal.won", "deal", "1a2b3c4d", null, null, false)))) {
            AuditSql sql = new AuditSql(plan.query(), true, List.of("deal"));
            sql.after(middle);
            String select = "select id from audit_records" + sql.where() + sql.order() + " fetch first 50 rows only";
            String found = String.join("\n", explain(select, sql)).toLowerCase(java.util.Locale.ROOT);
            assertSortsNothing(found, plan.index());
        }
    }

    private record Plan(String index, AuditQuery query) {}

    abstract void ready();

    abstract List<String> explain(String select, AuditSql sql);

    abstract void assertSortsNothing(String plan, String index);

    @OnHsqldb
    static class OnHsqldbTest extends AuditSearchContract {

        @Override
        void ready() {}

        @Override
        List<String> explain(String select, AuditSql sql) {
            // it explains no statement with parameters
            String spelled = select;
            for (var parameter : sql.parameters().entrySet()) {
                String literal = switch (parameter.getValue()) {
                    case Timestamp moment -> "timestamp '" + moment + "'";
                    case String word -> "'" + word + "'";
                    default -> parameter.getValue().toString();
                };
                spelled = spelled.replaceAll(":" + parameter.getKey() + "\\b", literal);
            }
            return jdbc.sql("explain plan for " + spelled).query(String.class).list();
        }

        @Override
        void assertSortsNothing(String plan, String index) {
            assertThat(plan).contains("[index=" + index);
            assertThat(plan.substring(plan.indexOf("order by="))).contains("uses index");
        }
    }

    @OnPostgres
    static class OnPostgresTest extends AuditSearchContract {

        @Override
        void ready() {
            jdbc.sql("analyze audit_records").update();
        }

        @Override
        List<String> explain(String select, AuditSql sql) {
            return jdbc.sql("explain " + select)
                    .params(sql.parameters())
                    .query(String.class)
                    .list();
        }

        @Override
        void assertSortsNothing(String plan, String index) {
            // which of the indexes it takes depends on what is in the table; each one that has the order will do
            assertThat(plan).contains("index").doesNotContain("sort").doesNotContain("seq scan");
        }
    }
}
