package org.koploper.records;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SignedInOnly;
import org.koploper.audit.Trail;
import org.koploper.records.Audience.Act;
import org.koploper.records.Saved.What;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes one record of whatever kind, as a person does it on a screen. It goes the way of the {@link RecordDesk}: the same
 * rules, the same writing, the same events, so that totals, boards and statements follow. What the {@link ByHand} of the
 * kind says holds as well: before the change and after it the record must be one that the caller may change.
 *
 * <p>Values come by field name in the Java type of the field; references and other aspects as texts, as files have them.
 * A field that is not mentioned stays what it is. Every method leaves one record in the trail, or nothing where nothing
 * differed.
 */
@Service
public class RecordEdits {

    private static final int LONGEST_REASON = 1_000;

    private final RecordKinds kinds;
    private final RecordShelf shelf;
    private final Reaching reaching;
    private final RecordRemoval removal;
    private final JdbcTemplate jdbc;
    private final Deciding deciding;
    private final Trail trail;

    RecordEdits(
            RecordKinds kinds,
            RecordShelf shelf,
            Reaching reaching,
            RecordRemoval removal,
            JdbcTemplate jdbc,
            Deciding deciding,
            Trail trail) {
        this.kinds = kinds;
        this.shelf = shelf;
        this.reaching = reaching;
        this.removal = removal;
        this.jdbc = jdbc;
        this.deciding = deciding;
        this.trail = trail;
    }

    /**
     * Adds a record. One without an external id gets one that begins with {@code KP-}, unless its kind puts ids together
     * from what makes a record unique.
     *
     * @throws RecordRefused when a rule is broken, also when the external id is taken
     * @throws AccessDeniedException when the caller may never add records of the kind
     */
    @SignedInOnly
    @Transactional
    public Saved create(String kind, Map<String, @Nullable Object> values) {
        return create(kind(kind), values, "record.created");
    }

    /**
     * Changes a record.
     *
     * @param version of the record as it was read
     * @param reason why, in the user's own words; needed where the change moves money
     * @throws RecordRefused when a rule is broken
     * @throws RecordConflict when somebody else changed it since
     * @throws AccessDeniedException when there is no such record or the caller may not change it
     */
    @SignedInOnly
    @Transactional
    public Saved change(
            String kind,
            String externalId,
            int version,
            Map<String, @Nullable Object> values,
            @Nullable String reason) {
        return change(new Target(kind(kind), externalId, version), values, said(reason), "record.changed", true);
    }

    /**
     * Removes a record to which nothing refers and that has no history yet.
     *
     * @throws RecordRefused when it has to stay, or a reason is needed and none is given
     * @throws RecordConflict when somebody else changed it since
     * @throws AccessDeniedException when there is no such record or the caller may not remove it
     */
    @SignedInOnly
    @Transactional
    public Saved remove(String kind, String externalId, int version, @Nullable String reason) {
        return remove(new Target(kind(kind), externalId, version), said(reason), "record.removed", true);
    }

    /**
     * Makes a record what it was before, provided that nobody changed it since.
     *
     * @throws RecordRefused when a rule is broken by now, such as something else referring to a record that was new
     * @throws RecordConflict when somebody else changed it since
     */
    @SignedInOnly
    @Transactional
    public Saved undo(Saved saved) {
        Target target = new Target(kind(saved.kind()), saved.externalId(), saved.version());
        return switch (saved.what()) {
            case CREATED -> remove(target, null, "record.undone", false);
            case CHANGED -> change(target, Objects.requireNonNull(saved.before()), null, "record.undone", false);
            case REMOVED -> create(target.kind(), Objects.requireNonNull(saved.before()), "record.undone");
            case NOTHING -> saved;
        };
    }

    /**
     * What would be wrong with these values, without writing anything.
     *
     * @param externalId null for a new record
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<Issue> check(String kind, @Nullable String externalId, Map<String, @Nullable Object> values) {
        RecordKind found = kind(kind);
        if (externalId == null
                ? !reaching.ever(Act.CHANGE, found)
                : shelf.find(kind, externalId).isEmpty()) {
            throw new AccessDeniedException("Not yours to change");
        }
        return deciding.about(found, externalId, values, "record.checked").only().issues;
    }

    private record Target(RecordKind kind, String externalId, int version) {}

    private Saved create(RecordKind kind, Map<String, @Nullable Object> values, String action) {
        if (!reaching.ever(Act.CHANGE, kind)) {
            throw new AccessDeniedException("Not yours to add");
        }
        Deciding.Decided decided = deciding.about(kind, null, values, action);
        if (!decided.only().isNew()) {
            throw RecordRefused.because("externalId", "already-there", decided.only().key);
        }
        return write(decided, What.CREATED, null);
    }

    private Saved change(
            Target target, Map<String, @Nullable Object> values, @Nullable String reason, String action, boolean why) {
        RecordView now = mine(target, Act.CHANGE);
        Deciding.Decided decided = deciding.about(target.kind(), target.externalId(), values, action);
        Line line = decided.only();
        if (line.isNew() || line.version != target.version()) {
            throw conflict(target, now);
        }
        if (!line.rejected && line.changed.isEmpty()) {
            return saved(decided, What.NOTHING, target.version(), null);
        }
        ByHand rules = target.kind().byHand();
        if (why
                && !line.rejected
                && line.changed.stream().anyMatch(rules.explained()::contains)
                && line.before != null
                && rules.counts().test(line.before)) {
            need(reason);
        }
        return write(decided, What.CHANGED, reason);
    }

    private Saved remove(Target target, @Nullable String reason, String action, boolean why) {
        RecordView now = mine(target, why ? Act.REMOVE : Act.CHANGE);
        if (now.row().version() != target.version()) {
            throw conflict(target, now);
        }
        if (why && !target.kind().byHand().explained().isEmpty()) {
            need(reason);
        }
        Rows.Stored stored = removal.remove(target.kind(), target.externalId(), deciding.batch());
        Wording wording =
                new Wording(target.kind(), kinds.byName(), JdbcClient.create(jdbc)).of(List.of(stored.values()));
        Map<String, @Nullable Object> before = wording.entered(stored.values());
        trail.record(
                action,
                Deciding.subject(target.kind(), target.externalId(), before),
                wording.told(stored.values(), present(stored.values())),
                null,
                reason);
        return new Saved(
                What.REMOVED,
                target.kind().name(),
                target.externalId(),
                0,
                now.row().label(),
                before,
                List.of());
    }

    private RecordView mine(Target target, Act act) {
        RecordView seen = shelf.find(target.kind().name(), target.externalId())
                .orElseThrow(() -> new AccessDeniedException("No such record, or not yours to see"));
        if (act == Act.CHANGE ? !seen.mayChange() : !seen.mayRemove()) {
            throw new AccessDeniedException("Not yours to change");
        }
        return seen;
    }

    private RecordConflict conflict(Target target, RecordView now) {
        Trail.Last last = trail.last(target.kind().byHand().subject(), target.externalId())
                .orElse(null);
        return new RecordConflict(now, last == null ? null : last.actor(), last == null ? null : last.at());
    }

    private Saved write(Deciding.Decided decided, What what, @Nullable String reason) {
        Line line = decided.only();
        RecordKind kind = decided.run().kind();
        new Seen(kinds, reaching).check(kind, line);
        if (line.rejected) {
            throw new RecordRefused(line.issues.stream().filter(Issue::error).toList());
        }
        try {
            decided.chunk().write(null);
        } catch (DataIntegrityViolationException e) {
            throw RecordRefused.because("", "not-stored");
        } catch (ConcurrencyFailureException e) {
            throw new RecordConflict(null, null, null);
        }
        if (!reaching.may(Act.CHANGE, kind, line.id)) {
            throw RecordRefused.because("", "beyond-reach");
        }
        decided.run()
                .writtenKinds(decided.chunk())
                .forEach(written -> written.finished(decided.run().batch()));
        Map<String, @Nullable Object> stored = line.before == null ? Map.of() : line.before;
        Wording wording = new Wording(kind, kinds.byName(), JdbcClient.create(jdbc)).of(List.of(stored, line.after));
        Set<String> differing = line.isNew() ? present(line.after) : line.changed;
        trail.record(
                decided.run().order().action(),
                Deciding.subject(kind, line.key, line.after),
                line.isNew() ? null : wording.told(stored, differing),
                wording.told(line.after, differing),
                reason);
        return saved(decided, what, version(kind, line.id), line.isNew() ? null : wording.entered(stored));
    }

    private int version(RecordKind kind, long id) {
        return JdbcClient.create(jdbc)
                .sql("select version from " + kind.table() + " where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static Saved saved(
            Deciding.Decided decided, What what, int version, @Nullable Map<String, @Nullable Object> before) {
        Line line = decided.only();
        Object name = line.after.get("name");
        return new Saved(
                what,
                decided.run().kind().name(),
                line.key,
                version,
                name == null ? line.key : name.toString(),
                before,
                List.copyOf(line.issues));
    }

    private static Set<String> present(Map<String, @Nullable Object> values) {
        return values.entrySet().stream()
                .filter(value -> value.getValue() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static @Nullable String said(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    private static void need(@Nullable String reason) {
        if (reason == null) {
            throw RecordRefused.because("why", "reason-needed");
        }
        if (reason.length() > LONGEST_REASON) {
            throw RecordRefused.because("why", "too-long", LONGEST_REASON, reason.length());
        }
    }

    private RecordKind kind(String name) {
        return kinds.find(name).orElseThrow(() -> new IllegalArgumentException("No such kind of record: " + name));
    }
}
