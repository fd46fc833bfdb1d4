package org.koploper.records;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What holds when people look at, change and remove records of a kind one by one.
 *
 * @param subject what the trail calls a record of the kind, such as {@code deal}
 * @param audience who may do what
 * @param explained fields of which a change needs a reason, because it moves money
 * @param counts whether a record, as it is, counts as money already; only then a reason is needed
 * @param parts rows of other tables that go when the record goes
 * @param kept SQL condition on the record (alias {@code r}) under which it has a history and is not removed any more;
 *     null for never
 */
public record ByHand(
        String subject,
        Audience audience,
        Set<String> explained,
        Predicate<Map<String, @Nullable Object>> counts,
        List<Part> parts,
        @Nullable String kept) {

    /** The kind arrives by file and API only. */
    public static final ByHand NEVER = of("record", Audience.NOBODY);

    /** Rows of another table that belong to a record. */
    public record Part(String table, String column) {}

    /** No reason is asked for, and a record may go while nothing refers to it. */
    public static ByHand of(String subject, Audience audience) {
        return new ByHand(subject, audience, Set.of(), record -> true, List.of(), null);
    }

    /** The same, with a reason for every change of these fields and for every removal. */
    public ByHand explaining(String... fields) {
        return new ByHand(subject, audience, Set.of(fields), counts, parts, kept);
    }

    /** The same, and a reason is needed only for records of which this holds. */
    public ByHand once(Predicate<Map<String, @Nullable Object>> holds) {
        return new ByHand(subject, audience, explained, holds, parts, kept);
    }

    /** The same, and these go along. */
    public ByHand with(Part... more) {
        return new ByHand(subject, audience, explained, counts, List.of(more), kept);
    }

    /** The same, and records for which this holds stay. */
    public ByHand keptWhere(String condition) {
        return new ByHand(subject, audience, explained, counts, parts, condition);
    }
}
