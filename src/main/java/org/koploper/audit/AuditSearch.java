package org.koploper.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.audit.AuditRecord.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The trail, to be read: by administration, and by finance and human resources as far as {@link AuditSubjects} lets them.
 * Pages go on after the last record that was read and never count off those before it, so the millionth is as quick as the
 * first.
 */
@Service
public class AuditSearch {

    private static final String READERS = "hasAnyRole('ADMIN','FINANCE','HR')";

    private static final String COLUMNS = "select id, recorded_at, actor, behind, action, object_kind, object_ref,"
            + " object_name, reason, before_state, after_state, request_id, network from audit_records";

    private final JdbcClient jdbc;

    AuditSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some records, newest first unless the query says otherwise.
     *
     * @param after where the page before ended; null for the start
     * @param skip how many to leave out after that
     */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public List<AuditRecord> page(AuditQuery query, @Nullable Place after, int skip, int limit) {
        Reader reader = Reader.now();
        AuditSql sql = new AuditSql(query, reader.everything(), reader.readable());
        if (after != null) {
            sql.after(after);
        }
        return jdbc.sql(COLUMNS + sql.where() + sql.order() + " offset :skip rows fetch next :limit rows only")
                .params(sql.parameters())
                .param("skip", skip)
                .param("limit", limit)
                .query((row, number) -> reader.read(row))
                .list();
    }

    /** How many there are, but never more than {@code most}: nobody waits until millions are counted. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public int count(AuditQuery query, int most) {
        Reader reader = Reader.now();
        AuditSql sql = new AuditSql(query, reader.everything(), reader.readable());
        return jdbc.sql("select count(*) from (select id from audit_records" + sql.where() + sql.order()
                        + " fetch first :most rows only) counted")
                .params(sql.parameters())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** One record; empty where there is none, or none for this reader. */
    @PreAuthorize(READERS)
    @Transactional(readOnly = true)
    public Optional<AuditRecord> find(long id) {
        Reader reader = Reader.now();
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query((row, number) -> reader.read(row))
                .optional()
                .filter(found -> reader.everything() || reader.readable().contains(found.kind()));
    }

    /**
     * Who reads.
     *
     * @param everything whether that something was done is seen of every kind, and from where
     * @param readable the kinds of which also reason, before and after are seen
     */
    private record Reader(boolean everything, List<String> readable) {

        static Reader now() {
            Set<Role> roles = Caller.now().roles();
            return new Reader(roles.contains(Role.ADMIN), AuditSubjects.readable(roles));
        }

        AuditRecord read(ResultSet row) throws SQLException {
            boolean open = readable.contains(row.getString("object_kind"));
            return new AuditRecord(
                    row.getLong("id"),
                    row.getTimestamp("recorded_at").toLocalDateTime().toInstant(ZoneOffset.UTC),
                    row.getString("actor"),
                    row.getString("behind"),
                    row.getString("action"),
                    row.getString("object_kind"),
                    row.getString("object_ref"),
                    row.getString("object_name"),
                    open ? row.getString("reason") : null,
                    open ? row.getString("before_state") : null,
                    open ? row.getString("after_state") : null,
                    row.getString("request_id"),
                    everything ? row.getString("network") : null,
                    !open);
        }
    }

    static Timestamp utc(Instant moment) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }
}
