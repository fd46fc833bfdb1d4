package org.koploper.ui.list;

import static com.github.mvysny.kaributesting.v10.GridKt._fetch;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Queries;
import org.koploper.testing.Statements;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No list asks the database more often when there is a hundred times as much to show. */
abstract class ManyRowsContract {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;

    /** Above every id that the sequence gives in a test. */
    private static final long FIRST = 1_000_000_000L;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecordKinds kinds;

    Scene scene;
    Browser browser;

    @BeforeEach
    void aThousandDeals() {
        scene = new Scene(context);
        jdbc.sql("insert into customers (id, external_id, name, version) values (:id, :ref, :name, 0)")
                .param("id", FIRST)
                .param("ref", "C" + FIRST)
                .param("name", "Bakery of Many")
                .update();
        jdbc.sql("""
                insert into deals (id, external_id, name, customer_id, owner_id, stage, engaged_on, closed_on, deal_value,
                  currency, version)
                values (:id, :ref, 'Many', :customer, :owner, 'WON', :day, :day, 100, 'EUR', 0)""")
                .param("id", FIRST)
                .param("ref", "D" + FIRST)
                .param("customer", FIRST)
                .param("owner", scene.an.value())
                .param("day", scene.month.atDay(1))
                .update();
        jdbc.sql("insert into deal_splits (deal_id, person_id, share) values (:id, :person, 1)")
                .param("id", FIRST)
                .param("person", scene.an.value())
                .update();
        grow(1, FEW);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        jdbc.sql("delete from deal_splits where deal_id >= :first")
                .param("first", FIRST)
                .update();
        jdbc.sql("delete from deals where id >= :first").param("first", FIRST).update();
        jdbc.sql("delete from customers where id >= :first")
                .param("first", FIRST)
                .update();
    }

    /** Doubles the deals and what stands beside them until there are so many; days, stages and values differ. */
    void grow(int there, int wanted) {
        for (int have = there; have < wanted; have *= 2) {
            int more = Math.min(have, wanted - have);
            jdbc.sql("""
                    insert into deals (id, external_id, name, customer_id, owner_id, stage, engaged_on, closed_on, deal_value,
                      currency, version)
                        select id + :have, 'D' || cast(id + :have as varchar(20)), name, customer_id, owner_id,
                      case when mod(id, 3) = 0 then cast('LOST' as varchar(20)) else cast('WON' as varchar(20)) end,
                      engaged_on, closed_on + :step, mod(id + :have, 5000), currency, 0
                    from deals where id >= :first and id < :last""".replace(":step", plusDays(have)))
                    .param("have", have)
                    .param("first", FIRST)
                    .param("last", FIRST + more)
                    .update();
            jdbc.sql("""
                    insert into deal_splits (deal_id, person_id, share)
                    select deal_id + :have, person_id, share from deal_splits where deal_id >= :first and deal_id < :last""")
                    .param("have", have)
                    .param("first", FIRST)
                    .param("last", FIRST + more)
                    .update();
        }
    }

    /** So many days in the SQL of the database. */
    abstract String plusDays(int days);

    /** Every list, with the filters and orders that make queries of their own. */
    private Map<Role, List<String>> lists() {
        List<String> records = new ArrayList<>();
        for (RecordKind kind : Caller.asSystem(() -> kinds.all())) {
            if (!kind.name().startsWith("trial")) {
                records.add("records/" + kind.name() + "?q=many&sort=-"
                        + kind.fields().getLast().name());
            }
        }
        List<String> deals = List.of(
                "deals",
                "deals?q=many",
                "deals?stage=won&sort=-value",
                "deals?sort=customer",
                "deals?closedOn=2026-01-01..&sort=owner",
                "records/deals",
                "records/deals?q=many&stage=won,lost&customer=C" + FIRST
                        + "&closedOn=2020-01-01..2099-01-01&sort=splits",
                "records/deals?owner=P" + scene.an.value() + "&sort=-closedOn",
                "records/deals?sort=value",
                "records/deals?sort=-customer",
                "record/customers/C" + FIRST,
                "statements",
                "notices",
                "account/sessions");
        Map<Role, List<String>> lists = new LinkedHashMap<>();
        lists.put(Role.REP, deals);
        lists.put(Role.MANAGER, List.of("deals", "records/deals?sort=-owner", "team", "plans", "teams"));
        lists.put(
                Role.ADMIN,
                Stream.concat(records.stream(), Stream.of("deals", "accounts", "tokens", "import"))
                        .toList());
        return lists;
    }

    Browser as(Role role) {
        return switch (role) {
            case REP -> scene.asAn();
            case MANAGER -> scene.asManager();
            default -> scene.as(role);
        };
    }

    private Map<String, Integer> statements() {
        Map<String, Integer> counted = new LinkedHashMap<>();
        lists().forEach((role, addresses) -> {
            browser = as(role);
            for (String address : addresses) {
                browser.open("records");
                counted.put(role + " /" + address, Statements.of(() -> open(address)));
            }
            browser.close();
            browser = null;
        });
        return counted;
    }

    void open(String address) {
        browser.open(address);
        _find(Grid.class).forEach(grid -> _fetch(grid, 0, 50));
    }

    @Test
    void aListAsksAsOftenAboutAHundredThousandDealsAsAboutAThousand() {
        // a first visit is noted as a first step
        statements();
        Map<String, Integer> few = statements();
        grow(FEW, MANY);

        assertThat(statements()).isEqualTo(few);
        theFirstPageIsReadFromAnIndex();
    }

    /** Whoever sees all deals does not wait until they are sorted; asked where the database tells its plan. */
    void theFirstPageIsReadFromAnIndex() {}

    @OnHsqldb
    static class OnHsqldbTest extends ManyRowsContract {

        @Override
        String plusDays(int days) {
            return days % 360 + " day";
        }
    }

    @OnPostgres
    static class OnPostgresTest extends ManyRowsContract {

        @Override
        String plusDays(int days) {
            return String.valueOf(days % 360);
        }

        @Override
        void theFirstPageIsReadFromAnIndex() {
            jdbc.sql("analyze deals").update();
            browser = as(Role.ADMIN);
            browser.open("records");
            List<String> pages = Queries.of(() -> open("deals")).stream()
                    .filter(query -> query.contains("from deals d") && query.contains("order by"))
                    .toList();

            assertThat(pages)
                    .isNotEmpty()
                    .allSatisfy(query -> assertThat(jdbc.sql("explain " + query)
                                    .query(String.class)
                                    .list())
                            .anyMatch(line -> line.contains("using deals_newest"))
                            .noneMatch(line -> line.contains("Seq Scan on deals")));
        }
    }
}
