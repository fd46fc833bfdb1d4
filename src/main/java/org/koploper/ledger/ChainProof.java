package org.koploper.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonNames;
import org.koploper.audit.Facts;
import org.koploper.audit.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether the ledger is as it was written, as somebody had it checked: counts and places, never an amount. Each check leaves
 * a record in the trail, which is where the last one is remembered.
 */
@Service
public class ChainProof {

    private static final String ACTION = "ledger.verified";
    private static final String KEEPERS = "hasAnyRole('FINANCE','ADMIN')";
    private static final Trail.Subject LEDGER = new Trail.Subject("ledger", "1", "Koploper");

    private final EntryRows rows;
    private final Chains chains;
    private final Book book;
    private final PersonNames names;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    ChainProof(
            EntryRows rows,
            Chains chains,
            Book book,
            PersonNames names,
            Trail trail,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.chains = chains;
        this.book = book;
        this.names = names;
        this.trail = trail;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactions);
    }

    /** Walks every chain from its first entry on, and remembers what was found. */
    @PreAuthorize(KEEPERS)
    public Verification check() {
        Verification found = reading.execute(status -> new ChainWalk(rows, chains, book).verify());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("chains", Long.toString(found.chains()));
        facts.put("entries", Long.toString(found.entries()));
        Verification.Broken broken = found.broken();
        if (broken != null) {
            facts.put("brokenOf", names.nameOf(broken.person()));
            facts.put("brokenAt", Long.toString(broken.seq()));
        }
        YearMonth otherTotal = found.otherTotal();
        if (otherTotal != null) {
            facts.put("otherTotal", otherTotal.toString());
        }
        writing.executeWithoutResult(status -> trail.record(ACTION, LEDGER, null, Facts.of(facts), null));
        return found;
    }

    /** What the last check found; empty where nobody checked yet. */
    @PreAuthorize(KEEPERS)
    public Optional<Checked> last() {
        return jdbc.sql("select actor, recorded_at, after_state from audit_records where object_ref = :ref"
                        + " and object_kind = :kind order by object_ref desc, object_kind desc, recorded_at desc, id desc"
                        + " fetch first 1 rows only")
                .param("ref", LEDGER.ref())
                .param("kind", LEDGER.kind())
                .query((row, number) -> {
                    Map<String, String> facts = Facts.read(row.getString("after_state"));
                    return new Checked(
                            row.getString("actor"),
                            row.getTimestamp("recorded_at").toLocalDateTime().toInstant(ZoneOffset.UTC),
                            Long.parseLong(facts.getOrDefault("entries", "0")),
                            facts.get("brokenOf"),
                            Long.parseLong(facts.getOrDefault("brokenAt", "0")),
                            Optional.ofNullable(facts.get("otherTotal"))
                                    .map(YearMonth::parse)
                                    .orElse(null));
                })
                .optional();
    }

    /**
     * What a check found.
     *
     * @param by who had it checked
     * @param entries how many were walked
     * @param brokenOf name of the payee whose chain is broken; null where all are in order
     * @param brokenAt number of the entry at which it is
     * @param otherTotal a closed month that does not come to the totals it was closed with; null where all do
     */
    public record Checked(
            String by,
            Instant at,
            long entries,
            @Nullable String brokenOf,
            long brokenAt,
            @Nullable YearMonth otherTotal) {

        public boolean inOrder() {
            return brokenOf == null && otherTotal == null;
        }
    }
}
