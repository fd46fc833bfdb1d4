package org.koploper.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.PersonOnly;
import org.koploper.audit.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The own notices. Nobody reads or marks those of somebody else, whatever their role. */
@Service
public class Notices {

    private final NoticeRows rows;
    private final ChoiceRows choices;
    private final LiveNotices live;
    private final Trail trail;
    private final Clock clock;

    Notices(NoticeRows rows, ChoiceRows choices, LiveNotices live, Trail trail, Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.live = live;
        this.trail = trail;
        this.clock = clock;
    }

    /** What the bell shows: how many are unread, and the newest, of the kinds that the person wants there. */
    @PersonOnly
    @Transactional(readOnly = true)
    public Bell bell(int newest) {
        PersonId self = Caller.now().self();
        Choices chosen = choices.of(self);
        List<NoticeKind> wanted = Arrays.stream(NoticeKind.values())
                .filter(kind -> chosen.of(kind).bell())
                .toList();
        return new Bell(rows.unread(self, wanted), rows.newest(self, wanted, newest));
    }

    /**
     * Some of the own notices, of every kind, the newest first.
     *
     * @param unread whether to leave out those that were read
     */
    @PersonOnly
    @Transactional(readOnly = true)
    public Page page(boolean unread, int offset, int limit) {
        PersonId self = Caller.now().self();
        return new Page(rows.count(self, unread), rows.page(self, unread, offset, limit));
    }

    /** An own notice, left as it is; empty where there is no such one. */
    @PersonOnly
    @Transactional(readOnly = true)
    public Optional<Notice> find(long id) {
        return rows.find(Caller.now().self(), id);
    }

    /** Marks an own notice as read, or as unread again; empty where there is no such one. */
    @PersonOnly
    @Transactional
    public Optional<Notice> mark(long id, boolean read) {
        PersonId self = Caller.now().self();
        Optional<Notice> notice = rows.find(self, id);
        if (notice.isPresent() && notice.get().read() != read) {
            rows.mark(self, id, read ? clock.instant() : null);
            record(read ? "notice.read" : "notice.unread", String.valueOf(id), self);
        }
        return notice;
    }

    /**
     * Marks all own notices as read.
     *
     * @return what {@link #unreadAgain} needs to take it back; empty when all were read
     */
    @PersonOnly
    @Transactional
    public Optional<Instant> readAll() {
        PersonId self = Caller.now().self();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (rows.readAll(self, now) == 0) {
            return Optional.empty();
        }
        record("notice.all-read", now.toString(), self);
        return Optional.of(now);
    }

    /** Takes {@link #readAll} back. */
    @PersonOnly
    @Transactional
    public void unreadAgain(Instant readAt) {
        PersonId self = Caller.now().self();
        if (rows.unreadAgain(self, readAt) > 0) {
            record("notice.all-unread", readAt.toString(), self);
        }
    }

    private void record(String action, String ref, PersonId self) {
        trail.record(action, new Trail.Subject("notice", ref, Caller.now().name()), null, null, null);
        live.changed(List.of(self));
    }

    /**
     * What the bell shows.
     *
     * @param unread how many, of those it shows
     */
    public record Bell(int unread, List<Notice> newest) {}

    /**
     * Some of many.
     *
     * @param total how many there are
     */
    public record Page(int total, List<Notice> notices) {}
}
