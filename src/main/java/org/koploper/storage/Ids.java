package org.koploper.storage;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Hands out ids for rows that are written past JPA. Ids come from the same sequence as those of entities
 * ({@code @SequenceGenerator(sequenceName = "ids", allocationSize = 100)}), so both ways never collide.
 */
@Component
public class Ids {

    /** How many ids one step of the sequence stands for: {@code increment by} in the schema, allocation size in entities. */
    public static final int BLOCK = 100;

    private final JdbcTemplate jdbc;
    private final String step;
    private final boolean stepsTogether;
    private long next;
    private long end;

    Ids(DataSource dataSource) throws MetaDataAccessException {
        this.jdbc = new JdbcTemplate(dataSource);
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getDatabaseProductName());
        this.stepsTogether = product.startsWith("PostgreSQL");
        this.step = stepsTogether ? "select nextval('ids')" : "call next value for ids";
    }

    /** A new id, never given before, also not by another node. */
    public long next() {
        synchronized (this) {
            if (next != end) {
                return next++;
            }
        }
        // not inside the lock: who waits for a connection here must not stop those who have one
        // pooled: the value of the sequence is the last of its block, as Hibernate's optimizer reads it
        long last = java.util.Objects.requireNonNull(jdbc.queryForObject(step, Long.class));
        long first = last - BLOCK + 1;
        synchronized (this) {
            if (next == end) {
                next = first + 1;
                end = last + 1;
            }
        }
        return first;
    }

    /** As many new ids, with one or two trips to the database. */
    public long[] next(int count) {
        long[] ids = new long[count];
        int filled = 0;
        for (long last : blocks(count / BLOCK)) {
            for (long id = last - BLOCK + 1; id <= last; id++) {
                ids[filled++] = id;
            }
        }
        while (filled < count) {
            ids[filled++] = next();
        }
        return ids;
    }

    /** The last id of as many blocks. */
    private List<Long> blocks(int count) {
        if (count > 0 && stepsTogether) {
            return jdbc.queryForList("select nextval('ids') from generate_series(1, ?)", Long.class, count);
        }
        // the embedded database is in this process: no trip
        return Stream.generate(() -> java.util.Objects.requireNonNull(jdbc.queryForObject(step, Long.class)))
                .limit(count)
                .toList();
    }
}
