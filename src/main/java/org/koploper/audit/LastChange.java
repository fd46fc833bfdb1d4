package org.koploper.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed something last, for rooms that have checked that the asker may see it. */
@Component
public class LastChange {

    private final JdbcClient jdbc;

    LastChange(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The youngest record about that object.
     *
     * @param since older records do not count: what arrives in a file leaves one record for all of its rows
     */
    public Optional<Made> of(String kind, String ref, Instant since) {
        return jdbc.sql("""
                select actor, recorded_at from audit_records
                where object_kind = :kind and object_ref = :ref and recorded_at >= :since
                order by recorded_at desc, id desc fetch first 1 rows only
                """)
                .param("kind", kind)
                .param("ref", ref)
                .param("since", Timestamp.valueOf(LocalDateTime.ofInstant(since, ZoneOffset.UTC)))
                .query((row, number) -> new Made(
                        row.getString("actor"),
                        row.getTimestamp("recorded_at").toLocalDateTime().toInstant(ZoneOffset.UTC)))
                .optional();
    }

    /** A change: by whom, as they were called then, and when. */
    public record Made(String by, Instant when) {}
}
