package org.koploper.intake;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SignedInOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When what numbers are made of came in last. It says that and nothing else, so everybody may know. */
@Service
public class Freshness {

    /** After that long without new records, what came in is called old. */
    public static final Duration OLD = Duration.ofHours(24);

    private final JdbcClient jdbc;

    Freshness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last time that records of these numbers came in and stayed; empty when they never did. One query. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Optional<Arrival> last(Numbers numbers) {
        return jdbc.sql("""
                select (select max(finished_at) from imports
                         where kind in (:kinds) and committed = true and state = 'DONE' and undone_at is null),
                       (select max(recorded_at) from audit_records
                         where object_kind in (:kinds) and action = 'records.upserted')
                  from (values (0)) as one (n)
                """)
                .param("kinds", numbers.kinds)
                .query((row, n) -> Stream.of(
                                arrival(row.getTimestamp(1), Way.IMPORT), arrival(row.getTimestamp(2), Way.API))
                        .flatMap(Optional::stream)
                        .max(Comparator.comparing(Arrival::at)))
                .single();
    }

    private static Optional<Arrival> arrival(@Nullable Timestamp at, Way way) {
        return Optional.ofNullable(at)
                .map(moment -> new Arrival(way, moment.toLocalDateTime().toInstant(ZoneOffset.UTC)));
    }

    /** What numbers are about, and so which kinds of records they are made of. */
    public enum Numbers {
        /** Boards, targets, teams and statements. */
        SALES("deals", "quotes", "payments", "invoices", "credit-notes", "lines", "targets", "rates"),
        /** Calls and meetings and what comes of them. */
        EFFORT("efforts", "activities");

        private final List<String> kinds;

        Numbers(String... kinds) {
            this.kinds = List.of(kinds);
        }
    }

    /** How records came in. */
    public enum Way {
        /** From a file. */
        IMPORT,
        /** From a program. */
        API
    }

    /** Records came in, at that moment. */
    public record Arrival(Way way, Instant at) {

        /** Whether that is too long ago to be trusted without a word about it. */
        public boolean isOld(Instant now) {
            return Duration.between(at, now).compareTo(OLD) > 0;
        }
    }
}
