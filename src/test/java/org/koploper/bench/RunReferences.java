package org.koploper.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What a commission run is measured beside: the same work, or the same rows, past the product. */
final class RunReferences {

    private static final int BATCH = 1_000;
    private static final String COLUMNS =
            "id, person_id, seq, posted_month, earned_month, plan_name, plan_version, component, deal, line_key, base, rate,"
                    + " line_amount, delta, currency, change_kind, reason, reason_print, cause, recorded_at, prev_hash, hash";

    private RunReferences() {}

    /**
     * The bare arithmetic as one statement that inserts a line for each deal: five columns of numbers and two indexes, no
     * reason, no hash, and neither a second line where a deal reaches two tiers nor one for the rounding.
     */
    static Watch window(Connection owner, int rows, int people) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    "create table raw_lines (id bigint primary key, person_id bigint not null, posted_month varchar(7)"
                            + " not null, base numeric(38,18), line_amount numeric(38,18))");
            statement.execute("create index raw_lines_1 on raw_lines (person_id, posted_month)");
            long quota = rows / people * 10_000L;
            Watch watch = new Watch(rows);
            statement.execute("""
                    insert into raw_lines
                    select id, owner_id, to_char(closed_on, 'YYYY-MM'), deal_value,
                      0.03 * (least(sold, a) - least(sold - deal_value, a))
                      + 0.05 * (least(greatest(sold, a), b) - least(greatest(sold - deal_value, a), b))
                      + 0.08 * (least(greatest(sold, b), c) - least(greatest(sold - deal_value, b), c))
                      + 0.12 * (greatest(sold, c) - greatest(sold - deal_value, c))
                    from (select id, owner_id, closed_on, deal_value, %d as a, %d as b, %d as c,
                        sum(deal_value) over (partition by owner_id order by closed_on, id) as sold from deals) d
                    """.formatted(quota / 2, quota, quota * 3 / 2));
            owner.commit();
            watch.stop();
            statement.execute("drop table raw_lines");
            owner.commit();
            return watch;
        }
    }

    /** What was written, read and written again by a stream and batches of JDBC, with the same primary key and indexes. */
    static Watch copied(Connection owner, int rows) throws SQLException {
        emptyTable(owner);
        int count = COLUMNS.split(",").length;
        Watch watch = new Watch(rows);
        try (Statement reading = owner.createStatement();
                var insert = owner.prepareStatement(
                        "insert into raw_entries (" + COLUMNS + ") values (" + "?, ".repeat(count - 1) + "?)")) {
            reading.setFetchSize(BATCH);
            int waiting = 0;
            try (var found = reading.executeQuery("select " + COLUMNS + " from ledger_entries")) {
                while (found.next()) {
                    for (int i = 1; i <= count; i++) {
                        insert.setObject(i, found.getObject(i));
                    }
                    insert.addBatch();
                    if (++waiting == BATCH) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
            }
            if (waiting > 0) {
                insert.executeBatch();
            }
            owner.commit();
        }
        watch.stop();
        return watch;
    }

    /** What was written, written again by one statement that no row leaves the database for. */
    static Watch inside(Connection owner, int rows) throws SQLException {
        emptyTable(owner);
        try (Statement statement = owner.createStatement()) {
            Watch watch = new Watch(rows);
            statement.execute("insert into raw_entries (" + COLUMNS + ") select " + COLUMNS + " from ledger_entries");
            owner.commit();
            watch.stop();
            return watch;
        }
    }

    private static void emptyTable(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("drop table if exists raw_entries");
            statement.execute(
                    Product.POSTGRES
                            ? "create table raw_entries (like ledger_entries including defaults including storage)"
                            : "create table raw_entries as (select * from ledger_entries) with no data");
            statement.execute("alter table raw_entries add primary key (id)");
            statement.execute("create unique index raw_entries_1 on raw_entries (person_id, seq)");
            statement.execute("create index raw_entries_2 on raw_entries (person_id, posted_month, line_key)");
            statement.execute("create index raw_entries_3 on raw_entries (person_id, earned_month)");
            statement.execute("create index raw_entries_4 on raw_entries (posted_month, person_id)");
            owner.commit();
        }
    }
}
