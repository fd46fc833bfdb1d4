package org.koploper.privacy;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.export.About;
import org.koploper.export.Cell;
import org.koploper.export.Column;
import org.koploper.export.Table;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is kept about a person, some rows at a time. */
@Component
class PartReading {

    private static final int PORTION = 500;
    private static final int WIDTH = 20;

    /** The one moment that is kept on the clock of the organisation; all others are kept in UTC. */
    private static final String LOCAL = "happenedAt";

    private final JdbcClient jdbc;
    private final Clock clock;

    PartReading(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Some rows with their headers. */
    private record Page(List<String> headers, List<List<Cell>> rows) {}

    /** How many rows each has: one question for all of them. */
    List<Held> count(List<Part> parts, PersonId person) {
        String all = parts.stream()
                .map(part -> "select cast('" + part.name() + "' as varchar(40)) as part, count(*) as many from ("
                        + part.sql() + ") counted")
                .collect(Collectors.joining(" union all "));
        List<Held> found = jdbc.sql(all)
                .param("person", person.value())
                .query((row, number) -> new Held(row.getString(1), row.getLong(2)))
                .list();
        return parts.stream()
                .map(part -> found.stream()
                        .filter(held -> held.what().equals(part.name()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    Table<List<Cell>> table(Part part, PersonId person, String title) {
        List<String> headers = page(part, person, 0, 1).headers();
        List<Column<List<Cell>>> columns = IntStream.range(0, headers.size())
                .mapToObj(i -> new Column<List<Cell>>(headers.get(i), null, WIDTH, row -> row.get(i)))
                .toList();
        return new Table<>(
                new About(title, List.of()),
                columns,
                Table.Rows.paged(
                        (offset, limit) -> page(part, person, offset, limit).rows(), PORTION));
    }

    private Page page(Part part, PersonId person, int offset, int limit) {
        return jdbc.sql("select * from (" + part.sql() + ") part order by " + part.order()
                        + " offset :skip rows fetch next :most rows only")
                .param("person", person.value())
                .param("skip", offset)
                .param("most", limit)
                .query(this::read);
    }

    private Page read(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> headers = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            headers.add(columns.getColumnLabel(i));
        }
        List<List<Cell>> read = new ArrayList<>();
        while (rows.next()) {
            List<Cell> row = new ArrayList<>();
            for (int i = 1; i <= headers.size(); i++) {
                row.add(cell(rows.getObject(i), headers.get(i - 1)));
            }
            read.add(row);
        }
        return new Page(headers, read);
    }

    private Cell cell(@Nullable Object value, String header) {
        return switch (value) {
            case null -> Cell.EMPTY;
            case BigDecimal number -> Cell.number(number);
            case Number number -> Cell.number(number.longValue());
            case Date day -> Cell.day(day.toLocalDate());
            case Timestamp moment when header.equals(LOCAL) -> Cell.moment(moment.toLocalDateTime());
            case Timestamp moment -> Cell.moment(moment.toLocalDateTime().toInstant(ZoneOffset.UTC), clock.getZone());
            default -> Cell.text(value.toString());
        };
    }
}
