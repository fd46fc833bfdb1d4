package org.koploper.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the problems of imports, one by one or by kind. */
final class ProblemRows {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProblemRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<ImportProblem> inOrder(long id, int from, int limit) {
        return jdbc.sql("select row_no, column_name, code, severity, args from import_problems"
                        + " where import_id = :id and seq >= :from order by seq limit :limit")
                .param("id", id)
                .param("from", from)
                .param("limit", limit)
                .query((row, n) -> problem(row))
                .list();
    }

    private ImportProblem problem(ResultSet row) throws SQLException {
        return new ImportProblem(
                (Long) row.getObject(1),
                row.getString(2),
                row.getString(3),
                row.getString(4).equals("ERROR"),
                json.readValue(row.getString(5), TEXTS));
    }

    List<ImportProblem> of(long id, String code, boolean error, int offset, int limit) {
        return jdbc.sql("select row_no, column_name, code, severity, args from import_problems"
                        + " where import_id = :id and code = :code and severity = :severity"
                        + " order by seq offset :offset rows fetch next :limit rows only")
                .param("id", id)
                .param("code", code)
                .param("severity", error ? "ERROR" : "WARNING")
                .param("offset", offset)
                .param("limit", Math.max(1, limit))
                .query((row, n) -> problem(row))
                .list();
    }

    List<ImportProblem> of(long id, ProblemGroup group, int offset, int limit) {
        String column = group.column();
        return jdbc.sql("select row_no, column_name, code, severity, args from import_problems"
                        + " where import_id = :id and code = :code and severity = :severity"
                        + (column == null ? " and column_name is null" : " and column_name = :column")
                        + " order by seq offset :offset rows fetch next :limit rows only")
                .param("id", id)
                .param("code", group.code())
                .param("severity", group.error() ? "ERROR" : "WARNING")
                .param("column", column)
                .param("offset", offset)
                .param("limit", Math.max(1, limit))
                .query((row, n) -> problem(row))
                .list();
    }

    /** Errors first, then by number; what was counted and not kept is counted here too. */
    List<ProblemGroup> groups(long id) {
        Map<String, Integer> more = new HashMap<>();
        of(id, "more-of-a-kind", false, 0, 1_000)
                .forEach(group -> more.merge(
                        group.args().getFirst() + '\n' + group.column(),
                        Integer.parseInt(group.args().get(1)),
                        Integer::sum));
        return jdbc
                .sql("select code, severity, column_name, count(*) as kept from import_problems"
                        + " where import_id = :id and code <> 'more-of-a-kind' group by code, severity, column_name")
                .param("id", id)
                .query((row, n) -> {
                    String column = row.getString("column_name");
                    int kept = row.getInt("kept");
                    return new ProblemGroup(
                            row.getString("code"),
                            row.getString("severity").equals("ERROR"),
                            kept + more.getOrDefault(row.getString("code") + '\n' + column, 0),
                            kept,
                            column);
                })
                .list()
                .stream()
                .sorted(Comparator.comparing(ProblemGroup::error)
                        .thenComparing(ProblemGroup::count)
                        .reversed()
                        .thenComparing(ProblemGroup::code)
                        .thenComparing(ProblemGroup::column, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }
}
