package org.koploper.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * What an import is measured against: the same rows, with ids that are known already, written by the fastest means of the
 * database into a table like that of the deals, with its keys and indexes, unchecked.
 */
final class RawRows {

    private static final int BATCH = 1_000;

    private static final String TABLE = """
            create table raw_deals (
              id bigint primary key,
              external_id varchar(100) not null unique,
              name varchar(200),
              customer_id bigint references customers (id),
              product_id bigint references products (id),
              lead_id bigint references leads (id),
              owner_id bigint not null references persons (id),
              stage varchar(20) not null,
              engaged_on date, quoted_on date, closed_on date, cancelled_on date,
              deal_value numeric(19,4),
              currency varchar(3) not null,
              version integer not null)
            """;

    private static final String COLUMNS =
            "id, external_id, customer_id, product_id, owner_id, stage, engaged_on, closed_on, deal_value, currency, version";

    private final Connection connection;
    private final Map<String, Long> ids = new HashMap<>();

    /** @param connection of somebody who may make tables */
    RawRows(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute("create index raw_1 on raw_deals (owner_id, closed_on)");
            statement.execute("create index raw_2 on raw_deals (owner_id, cancelled_on)");
            statement.execute("create index raw_3 on raw_deals (closed_on, stage)");
            statement.execute("create index raw_4 on raw_deals (stage, engaged_on)");
            statement.execute("create index raw_5 on raw_deals (customer_id)");
            for (String table : new String[] {"persons", "customers", "products"}) {
                try (var rows = statement.executeQuery("select external_id, id from " + table)) {
                    while (rows.next()) {
                        ids.put(rows.getString(1), rows.getLong(2));
                    }
                }
            }
        }
        connection.commit();
    }

    private long id(String externalId) {
        Long id = ids.get(externalId);
        if (id == null) {
            throw new IllegalStateException(externalId);
        }
        return id;
    }

    /** By batches of 1,000, each with its commit, as an import has them. */
    void batch(int deals) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into raw_deals (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)")) {
            for (int i = 0; i < deals; i++) {
                ManyDeals.Deal deal = ManyDeals.deal(i, 1);
                LocalDate closed = deal.closed();
                insert.setLong(1, i + 1L);
                insert.setString(2, deal.id());
                insert.setLong(3, id("C" + deal.customer()));
                insert.setLong(4, id("A" + deal.product()));
                insert.setLong(5, id("P" + deal.owner()));
                insert.setString(6, deal.stage().toUpperCase(java.util.Locale.ROOT));
                insert.setObject(7, deal.engaged(), Types.DATE);
                insert.setObject(8, closed, Types.DATE);
                insert.setBigDecimal(9, new BigDecimal(deal.value()));
                insert.setString(10, "EUR");
                insert.addBatch();
                if ((i + 1) % BATCH == 0 || i + 1 == deals) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    /** One COPY. */
    void copy(int deals) throws SQLException, IOException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy raw_deals (" + COLUMNS + ") from stdin with (format csv)");
        StringBuilder portion = new StringBuilder();
        for (int i = 0; i < deals; i++) {
            ManyDeals.Deal deal = ManyDeals.deal(i, 1);
            portion.append(i + 1)
                    .append(',')
                    .append(deal.id())
                    .append(',')
                    .append(id("C" + deal.customer()))
                    .append(',')
                    .append(id("A" + deal.product()))
                    .append(',')
                    .append(id("P" + deal.owner()))
                    .append(',')
                    .append(deal.stage().toUpperCase(java.util.Locale.ROOT))
                    .append(',')
                    .append(deal.engaged())
                    .append(',')
                    .append(deal.closed() == null ? "" : deal.closed())
                    .append(',')
                    .append(deal.value())
                    .append(",EUR,0\n");
            if ((i + 1) % BATCH == 0 || i + 1 == deals) {
                byte[] bytes = portion.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                portion.setLength(0);
            }
        }
        copy.endCopy();
        connection.commit();
    }

    /** Takes the table away again. */
    void drop() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table raw_deals");
        }
        connection.commit();
        connection.close();
    }
}
