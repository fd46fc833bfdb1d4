package org.koploper.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.records.Counts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports, their problems and their rejected rows in the database. */
@Component
class ImportRows {

    private static final int LONGEST_COLUMN = 200;
    private static final int LONGEST_FILE_NAME = 300;
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<ImportProblem>> PROBLEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate bulk;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ProblemRows problems;

    ImportRows(JdbcTemplate bulk, JsonMapper json, Clock clock, TransactionTemplate transaction) {
        this.transaction = transaction;
        this.jdbc = JdbcClient.create(bulk);
        this.bulk = bulk;
        this.json = json;
        this.clock = clock;
        this.problems = new ProblemRows(jdbc, json);
    }

    /** Reads the problems. */
    ProblemRows problems() {
        return problems;
    }

    void start(long id, Plan plan, String fileName, String hash, boolean commit) {
        CurrentUser by = Caller.now();
        jdbc.sql("""
                insert into imports (id, kind, file_name, file_hash, mapping, header, state, committed,
                  new_rows, changed_rows, unchanged_rows, rejected_rows, started_at, started_by, started_by_name)
                values (:id, :kind, :file, :hash, :mapping, :header, 'RUNNING', :committed, 0, 0, 0, 0, :at, :by, :name)
                """)
                .param("id", id)
                .param("kind", plan.kind().name())
                .param("file", cut(fileName, LONGEST_FILE_NAME))
                .param("hash", hash)
                .param("mapping", json.writeValueAsString(plan.mapping()))
                .param(
                        "header",
                        json.writeValueAsString(plan.detection().format().header()))
                .param("committed", commit)
                .param("at", now())
                .param("by", by.person() == null ? null : by.person().value())
                .param("name", cut(by.name(), LONGEST_COLUMN))
                .update();
    }

    /** Does several of these at once: on its own, each row of a list would be a commit, and a commit is a write to disk. */
    void together(Runnable writes) {
        transaction.executeWithoutResult(status -> writes.run());
    }

    void progress(long id, Counts counts) {
        jdbc.sql(
                        "update imports set new_rows = ?, changed_rows = ?, unchanged_rows = ?, rejected_rows = ? where id = ?")
                .params(counts.created(), counts.changed(), counts.unchanged(), counts.rejected(), id)
                .update();
    }

    void counted(long id, long rows) {
        jdbc.sql("update imports set total_rows = ? where id = ?")
                .params(rows, id)
                .update();
    }

    void done(long id) {
        jdbc.sql("update imports set state = 'DONE', finished_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    /** @param written whether part of it may have been written */
    void failed(long id, String reason, boolean written) {
        jdbc.sql("update imports set state = 'FAILED', reason = :reason, committed = :written, finished_at = :at"
                        + " where id = :id")
                .param("reason", reason)
                .param("written", written)
                .param("at", now())
                .param("id", id)
                .update();
    }

    /** Adds problems, the first of which gets this number. */
    void add(long id, int first, List<ImportProblem> problems) {
        int[] seq = {first};
        bulk.batchUpdate(
                "insert into import_problems (import_id, seq, row_no, column_name, code, severity, args)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                problems,
                1_000,
                (statement, problem) -> {
                    statement.setLong(1, id);
                    statement.setInt(2, seq[0]++);
                    statement.setObject(3, problem.row(), java.sql.Types.BIGINT);
                    statement.setString(4, problem.column() == null ? null : cut(problem.column(), LONGEST_COLUMN));
                    statement.setString(5, problem.code());
                    statement.setString(6, problem.error() ? "ERROR" : "WARNING");
                    statement.setString(7, json.writeValueAsString(problem.args()));
                });
    }

    void addRejects(long id, int first, List<Reject> rejects) {
        int[] seq = {first};
        bulk.batchUpdate(
                "insert into import_rejects (import_id, seq, row_no, cells, reasons) values (?, ?, ?, ?, ?)",
                rejects,
                1_000,
                (statement, reject) -> {
                    statement.setLong(1, id);
                    statement.setInt(2, seq[0]++);
                    statement.setLong(3, reject.row());
                    statement.setString(4, json.writeValueAsString(reject.cells()));
                    statement.setString(5, json.writeValueAsString(reject.reasons()));
                });
    }

    Optional<Import> find(long id) {
        return jdbc.sql("select * from imports where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    ImportEnded ended(long id) {
        return jdbc.sql("select file_name, state, started_by from imports where id = :id")
                .param("id", id)
                .query((row, n) -> new ImportEnded(
                        id,
                        row.getString("file_name"),
                        row.getString("state").equals("FAILED"),
                        row.getObject("started_by") == null ? null : new PersonId(row.getLong("started_by"))))
                .single();
    }

    Optional<Affected> affected(long id) {
        return jdbc.sql("select count(distinct person_id) as people, min(touched_day) as first_day,"
                        + " max(touched_day) as last_day from touched_days where batch = :id having count(*) > 0")
                .param("id", id)
                .query((row, n) -> new Affected(
                        row.getInt("people"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .optional();
    }

    /** Newest first, older than that id. */
    List<Import> before(long id, int limit) {
        return jdbc.sql("select * from imports where id < :id order by id desc limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    List<Import> running() {
        return jdbc.sql("select * from imports where state = 'RUNNING'")
                .query((row, n) -> read(row))
                .list();
    }

    /** The last time this very file was taken as this kind. */
    Optional<Import> taken(String hash, String kind, Mapping mapping) {
        return jdbc
                .sql("select * from imports where file_hash = :hash and kind = :kind and committed and state = 'DONE'"
                        + " and undone_at is null"
                        + " order by id desc")
                .param("hash", hash)
                .param("kind", kind)
                .query((row, n) -> read(row))
                .list()
                .stream()
                .filter(before -> before.mapping().equals(mapping))
                .findFirst();
    }

    List<String> header(long id) {
        return json.readValue(
                jdbc.sql("select header from imports where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single(),
                TEXTS);
    }

    List<Reject> rejects(long id, int from, int limit) {
        return jdbc.sql("select row_no, cells, reasons from import_rejects"
                        + " where import_id = :id and seq >= :from order by seq limit :limit")
                .param("id", id)
                .param("from", from)
                .param("limit", limit)
                .query((row, n) -> new Reject(
                        row.getLong(1),
                        json.readValue(row.getString(2), TEXTS),
                        json.readValue(row.getString(3), PROBLEMS)))
                .list();
    }

    private Import read(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        Timestamp undone = row.getTimestamp("undone_at");
        return new Import(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("file_name"),
                Import.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getBoolean("committed"),
                new Counts(
                        row.getInt("new_rows"),
                        row.getInt("changed_rows"),
                        row.getInt("unchanged_rows"),
                        row.getInt("rejected_rows")),
                json.readValue(row.getString("mapping"), Mapping.class),
                instant(row.getTimestamp("started_at")),
                finished == null ? null : instant(finished),
                row.getString("started_by_name"),
                row.getObject("total_rows") == null ? null : row.getInt("total_rows"),
                undone == null ? null : instant(undone),
                row.getString("undone_by_name"),
                row.getObject("undo_rows") == null ? null : row.getInt("undo_rows"));
    }

    private static Instant instant(Timestamp utc) {
        return utc.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    private Timestamp now() {
        return Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
