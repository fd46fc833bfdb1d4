package org.koploper.ledger;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.koploper.access.PersonId;
import org.koploper.access.SystemOnly;
import org.koploper.ledger.Chains.Head;
import org.koploper.ledger.EntryRows.Hashed;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was posted to whom, for ever: entries are appended and never changed, each one chained by its hash to the one
 * before it of the same payee. What is due is the sum; a correction is one more entry with its own reason.
 */
@Service
public class Ledger {

    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;
    private final EntryRows rows;
    private final EntryWriter writer;
    private final Chains chains;
    private final Book book;
    private final Ids ids;
    private final Clock clock;

    Ledger(JdbcClient jdbc, EntryRows rows, EntryWriter writer, Chains chains, Book book, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.writer = writer;
        this.chains = chains;
        this.book = book;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes the running transaction (there must be one) the only one that may post for these payees until it ends. Lock
     * before reading what the difference is computed from, or two changes at once post the same difference twice.
     */
    @SystemOnly
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<PersonId> payees) {
        chains.lock(payees.stream().map(PersonId::value).toList());
    }

    /** Which months are closed. For whoever has locked a payee that stays so until the end of the transaction. */
    @SystemOnly
    @Transactional(readOnly = true)
    public ClosedMonths closed() {
        return book.closed();
    }

    /**
     * All lines that were ever posted about these months, by payee; payees without any are left out.
     *
     * @param from first month earned, included
     * @param to last month earned, included
     */
    @SystemOnly
    @Transactional(readOnly = true)
    public Map<PersonId, List<HeldLine>> held(Collection<PersonId> payees, YearMonth from, YearMonth to) {
        if (payees.isEmpty()) {
            return Map.of();
        }
        HeldLines lines = new HeldLines(book.closed().through());
        jdbc.sql("select " + HeldLines.COLUMNS + " from ledger_entries"
                        + " where person_id in (:payees) and earned_month between :from and :to")
                .withFetchSize(FETCH)
                .param("payees", payees.stream().map(PersonId::value).toList())
                .param("from", from.toString())
                .param("to", to.toString())
                .query(lines::add);
        return lines.byPayee();
    }

    /** Everybody for whom anything was ever posted. */
    @SystemOnly
    @Transactional(readOnly = true)
    public List<PersonId> payees() {
        return jdbc
                .sql("select distinct person_id from ledger_entries order by person_id")
                .query(Long.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    /**
     * Appends entries for one payee in the running transaction (there must be one). The ledger is its own trail: an entry
     * says what caused it. What is about a closed month stands on the first statement that is open.
     *
     * @throws IllegalArgumentException when an amount would not be kept exactly; nothing is written then
     */
    @SystemOnly
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(PersonId payee, List<NewEntry> entries) {
        append(Map.of(payee, entries));
    }

    /**
     * Appends entries for some payees, as above, with as many trips to the database as for one.
     *
     * @throws IllegalArgumentException when an amount would not be kept exactly; nothing is written then
     */
    @SystemOnly
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Map<PersonId, List<NewEntry>> entries) {
        SortedMap<Long, List<NewEntry>> wanted = new TreeMap<>();
        entries.forEach((payee, own) -> {
            if (!own.isEmpty()) {
                wanted.put(payee.value(), own);
            }
        });
        if (wanted.isEmpty()) {
            return;
        }
        SortedSet<Long> payees = new TreeSet<>(wanted.keySet());
        if (!chains.locked(payees)) {
            chains.lock(payees);
        }
        // read under that lock, which a closing waits for: no entry can come into a month that is being closed
        ClosedMonths closed = book.closed();
        Map<Long, Head> heads = chains.heads(payees);
        LocalDateTime now =
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        long[] fresh = ids.next(wanted.values().stream().mapToInt(List::size).sum());
        List<Hashed> chained = new ArrayList<>(fresh.length);
        wanted.forEach((payee, own) -> {
            for (NewEntry entry : own) {
                Head head = Objects.requireNonNull(heads.get(payee));
                Entry next = chain(fresh[chained.size()], payee, closed.statementOf(entry.earned()), entry, head, now);
                Hashed hashed = Hashed.of(next, entry.reasonPrint());
                chained.add(hashed);
                heads.put(payee, new Head(next.seq(), hashed.hash()));
            }
        });
        writer.insert(chained);
        chains.move(heads);
    }

    /** Walks every chain from its first entry on, a page at a time, and stops at the first fault. */
    @PreAuthorize("hasAnyRole('FINANCE') or hasAuthority('SYSTEM')")
    @Transactional(readOnly = true)
    public Verification verify() {
        return new ChainWalk(rows, chains, book).verify();
    }

    private static Entry chain(long id, long payee, YearMonth posted, NewEntry entry, Head head, LocalDateTime now) {
        return new Entry(
                id,
                payee,
                head.seq() + 1,
                posted,
                entry.earned(),
                entry.plan(),
                entry.version(),
                entry.component(),
                entry.deal(),
                entry.lineKey(),
                EntryWriter.exact(entry.base()),
                EntryWriter.exact(entry.rate()),
                EntryWriter.exact(entry.lineAmount()),
                EntryWriter.exact(entry.delta()),
                entry.currency().getCurrencyCode(),
                entry.kind(),
                entry.reason(),
                entry.cause(),
                now,
                head.hash());
    }
}
