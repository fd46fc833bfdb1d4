package org.koploper.sales;

import static org.koploper.testing.Taken.row;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.people.Directory;
import org.koploper.people.Organisation;
import org.koploper.period.Period;
import org.koploper.records.RecordDesk;
import org.koploper.storage.Ids;
import org.koploper.testing.Taken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people and a customer of their own, and ways to let records of sales arrive and to look at what became of them. */
abstract class SalesTrial {

    static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 10);
    static final LocalDate MARCH = LocalDate.of(2026, 3, 5);
    static final LocalDate MAY = LocalDate.of(2026, 5, 20);
    static final Period YEAR = Period.year(MARCH);

    @Autowired
    RecordDesk desk;

    @Autowired
    Directory directory;

    @Autowired
    Organisation organisation;

    @Autowired
    Credits credits;

    @Autowired
    Rates rates;

    @Autowired
    DealDesk deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    String x;

    @BeforeEach
    void twoPeople() {
        x = "S" + ids.next() + "-";
        Taken.of(desk, ids, "people", row("externalId", x + "ann", "name", x + "ann"), row("name", x + "ben"));
        Taken.of(desk, ids, "customers", row("externalId", x + "C", "name", x + "Bakery"));
    }

    @SafeVarargs
    final Taken take(String kind, Map<String, @Nullable Object>... rows) {
        return Taken.of(desk, ids, kind, rows);
    }

    Map<String, @Nullable Object> deal(String stage, @Nullable Object... more) {
        Map<String, @Nullable Object> deal =
                row("externalId", x + "D", "owner", x + "ann", "customer", x + "C", "stage", stage, "currency", "EUR");
        deal.putAll(row(more));
        return deal;
    }

    Map<String, @Nullable Object> won() {
        return deal("won", "engagedOn", FEBRUARY, "closedOn", MARCH, "value", new BigDecimal("1000"));
    }

    PersonId id(String name) {
        return Caller.asSystem(() -> directory.personByExternalId(x + name))
                .orElseThrow()
                .id();
    }

    List<String> states() {
        return jdbc.sql("""
                select s.stage, s.from_day from deal_states s join deals d on d.id = s.deal_id
                where d.external_id = :deal order by s.seq
                """)
                .param("deal", x + "D")
                .query((row, number) -> row.getString(1) + " " + row.getString(2))
                .list();
    }

    List<String> touched(Taken taken) {
        return jdbc.sql("""
                select p.external_id, t.touched_day from touched_days t join persons p on p.id = t.person_id
                where t.batch = :batch order by p.external_id, t.touched_day
                """)
                .param("batch", taken.batch())
                .query((row, number) -> row.getString(1).substring(x.length()) + " " + row.getString(2))
                .list();
    }

    List<String> credited(String name) {
        return Caller.asSystem(() -> credits.of(List.of(id(name)), YEAR)).stream()
                .map(credit -> credit.kind() + " " + credit.date() + " "
                        + credit.dealAmount().toPlainString() + " x "
                        + credit.share().toPlainString() + " " + credit.currency())
                .toList();
    }
}
