package org.koploper.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.koploper.access.Caller;
import org.koploper.audit.Trail;
import org.koploper.storage.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows given to the desk, and what it says about them. */
abstract class DeskTrial {

    @Autowired
    RecordDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    /** What a run said: counts, issues as "row field code args", rejected rows. */
    record Said(Counts counts, List<String> issues, List<Long> rejected) {}

    Said apply(String kind, Order.Mode mode, List<Entry> rows) {
        List<String> issues = new ArrayList<>();
        List<Long> rejected = new ArrayList<>();
        Report report = new Report() {
            @Override
            public void issue(Issue issue) {
                issues.add(issue.row() + " " + issue.field() + " " + issue.code() + " " + issue.args());
            }

            @Override
            public void rejected(Entry entry, List<Issue> errors) {
                rejected.add(entry.row());
            }
        };
        long batch = ids.next();
        Order order = new Order(kind, mode, batch, "test.applied", new Trail.Subject("test", "" + batch, "rows"));
        Counts counts = Caller.asSystem(() -> desk.apply(order, rows::forEach, report));
        return new Said(counts, issues, rejected);
    }

    Said dry(String kind, List<Entry> rows) {
        return apply(kind, Order.Mode.DRY_RUN, rows);
    }

    Said commit(String kind, List<Entry> rows) {
        return apply(kind, Order.Mode.TAKE_WHAT_IS_RIGHT, rows);
    }

    static Entry row(long number, Object... fieldsAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            values.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return new Entry(number, values, List.of(), List.of());
    }

    static Entry invoice(long number, String key, String customer, String amount) {
        return row(
                number,
                "externalId",
                key,
                "customer",
                customer,
                "invoicedOn",
                LocalDate.of(2026, 3, 31),
                "amount",
                new BigDecimal(amount),
                "currency",
                "EUR");
    }

    long count(String table, String keyPrefix) {
        return jdbc.sql("select count(*) from " + table + " where external_id like :prefix")
                .param("prefix", keyPrefix + "%")
                .query(Long.class)
                .single();
    }

    long trails() {
        return jdbc.sql("select count(*) from audit_records where action = 'test.applied'")
                .query(Long.class)
                .single();
    }
}
