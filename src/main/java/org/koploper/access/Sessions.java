package org.koploper.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.koploper.access.SessionTable.Open;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody is signed in now, and ending that from elsewhere. What is ended is out at the next click at the latest. */
@Service
public class Sessions {

    private final SessionTable table;
    private final AccountRows rows;
    private final ApplicationEventPublisher events;

    Sessions(SessionTable table, AccountRows rows, ApplicationEventPublisher events) {
        this.table = table;
        this.rows = rows;
        this.events = events;
    }

    /** The own sessions, this one first, then the one seen last. */
    @PersonOnly
    public List<OpenSession> own() {
        return open(Caller.now().self());
    }

    /** The sessions of a person. */
    @PreAuthorize("hasAnyRole('ADMIN')")
    public List<OpenSession> of(PersonId person) {
        return open(person);
    }

    private List<OpenSession> open(PersonId person) {
        String current = SessionTable.current();
        return table.of(person).stream()
                .map(entry -> new OpenSession(
                        entry.handle,
                        entry.device,
                        entry.place,
                        entry.since,
                        entry.seen,
                        entry.session.getId().equals(current)))
                .sorted(Comparator.comparing(OpenSession::current)
                        .thenComparing(OpenSession::seen)
                        .reversed())
                .toList();
    }

    /** Ends one of the own sessions; nothing happens where it is over or somebody else's. */
    @PersonOnly
    @Transactional
    public void endOwn(String handle) {
        PersonId self = Caller.now().self();
        record(self, table.end(self, entry -> entry.handle.equals(handle)));
    }

    /** Ends all own sessions but the one that asks. */
    @PersonOnly
    @Transactional
    public int endOthers() {
        PersonId self = Caller.now().self();
        String current = SessionTable.current();
        return record(self, table.end(self, entry -> !entry.session.getId().equals(current)));
    }

    /** Something was done in this session: it goes on. */
    @PersonOnly
    public void acted() {
        String current = SessionTable.current();
        if (current != null) {
            table.acted(current);
        }
    }

    /** Ends this session: nothing was done in it for too long, or its owner goes. */
    @PersonOnly
    public void endThis() {
        String current = SessionTable.current();
        table.end(Caller.now().signedIn().self(), entry -> entry.session.getId().equals(current));
    }

    /** In how many places a person is signed in. */
    @PreAuthorize("hasAnyRole('ADMIN')")
    public int count(PersonId person) {
        return table.of(person).size();
    }

    /** In how many places anybody is signed in, on this node. */
    @PreAuthorize("hasAnyRole('ADMIN')")
    public int countAll() {
        return table.size();
    }

    /** Ends all sessions of a person; answers how many there were. */
    @PreAuthorize("hasAnyRole('ADMIN')")
    @Transactional
    public int endAll(PersonId person) {
        return record(person, table.end(person, (Open entry) -> true));
    }

    private int record(PersonId person, int ended) {
        String username = rows.findById(person.value()).map(Account::username).orElse("?");
        events.publishEvent(
                new AccountChanged(person, username, "account.sessions-ended", null, Integer.toString(ended)));
        return ended;
    }

    /**
     * One place where somebody is signed in.
     *
     * @param handle names it in a call; worth nothing elsewhere
     * @param place the shortened address
     * @param since when it was signed in
     * @param seen when something was last done there
     * @param current whether it is the one that asks
     */
    public record OpenSession(
            String handle, Device device, String place, Instant since, Instant seen, boolean current) {}
}
