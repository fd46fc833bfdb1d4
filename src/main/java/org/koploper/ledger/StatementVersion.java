package org.koploper.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it was after something happened: all entries that were posted at one moment make one version of it.
 *
 * @param number from 1
 * @param cause code with its object, such as {@code sales-changed 1200}
 * @param changes what it changed of the version before, the newest first
 */
public record StatementVersion(int number, Instant at, String cause, List<StatementChange> changes) {

    /**
     * The newest first.
     *
     * @param changes all of a statement, the newest first
     */
    public static List<StatementVersion> of(List<StatementChange> changes) {
        Map<Instant, List<StatementChange>> moments = new LinkedHashMap<>();
        changes.forEach(change ->
                moments.computeIfAbsent(change.at(), at -> new ArrayList<>()).add(change));
        List<StatementVersion> versions = new ArrayList<>();
        int number = moments.size();
        for (Map.Entry<Instant, List<StatementChange>> moment : moments.entrySet()) {
            versions.add(new StatementVersion(
                    number--, moment.getKey(), moment.getValue().getFirst().cause(), List.copyOf(moment.getValue())));
        }
        return versions;
    }

    /**
     * A line that is not the same in two versions.
     *
     * @param line the first entry about it
     * @param before null where it was not there
     * @param after null where it is not there any more
     * @param causes of all that happened to it in between, the oldest first
     */
    public record Changed(
            StatementChange line,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            Set<String> causes) {}

    /**
     * What is different, in the order in which lines were first posted.
     *
     * @param versions as {@link #of} gives them
     * @param from number of the earlier version; 0 for the empty statement
     * @param to number of the later one
     */
    public static List<Changed> between(List<StatementVersion> versions, int from, int to) {
        Map<String, Course> courses = new LinkedHashMap<>();
        for (StatementVersion version : versions.reversed()) {
            if (version.number() <= to) {
                version.changes()
                        .reversed()
                        .forEach(change -> courses.computeIfAbsent(change.line(), line -> new Course(change))
                                .add(change, version.number() <= from));
            }
        }
        return courses.values().stream()
                .filter(Course::isChanged)
                .map(Course::changed)
                .toList();
    }

    /** What became of one line. */
    private static final class Course {
        private final StatementChange first;
        private final Set<String> causes = new LinkedHashSet<>();
        private BigDecimal amount = BigDecimal.ZERO;
        private @Nullable BigDecimal before;
        private @Nullable BigDecimal after;

        Course(StatementChange first) {
            this.first = first;
        }

        void add(StatementChange change, boolean early) {
            amount = amount.add(change.delta());
            boolean isThere = change.adjusts() ? amount.signum() != 0 : change.kind() != EntryKind.GONE;
            after = isThere ? amount : null;
            if (early) {
                before = after;
            } else if (change.kind() != EntryKind.EXPLAINED) {
                causes.add(change.cause());
            }
        }

        boolean isChanged() {
            return before == null || after == null ? before != after : before.compareTo(after) != 0;
        }

        Changed changed() {
            return new Changed(first, before, after, causes);
        }
    }
}
