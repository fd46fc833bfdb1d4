package org.koploper.records;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows that would make something lie above itself: a team below its own subteam, two people managing each other; or
 * deeper than its kind goes.
 */
final class Cycles {

    private static final int MOST_LEVELS = 100;

    private final Run run;
    private final List<Line> lines;

    Cycles(Run run, List<Line> lines) {
        this.run = run;
        this.lines = lines;
    }

    void reject() {
        for (Field field : run.fields()) {
            if (field.type() == Field.Type.REFERENCE && run.kind().name().equals(field.references())) {
                reject(field);
            }
        }
    }

    private void reject(Field field) {
        Map<Long, @Nullable Long> above = new HashMap<>();
        for (Line line : lines) {
            above.put(line.id, (Long) line.incoming().will(field.name()));
        }
        complete(above, field);
        for (Line line : lines) {
            if (line.values.get(field.name()) != null && reachesItself(line.id, above)) {
                line.error(field.name(), "circular-reference", line.key);
            }
        }
        if (run.kind().isOneLevelDeep()) {
            rejectDeeper(above, field);
        }
    }

    private void rejectDeeper(Map<Long, @Nullable Long> above, Field field) {
        for (Line line : referring(field)) {
            if (above.get((Long) line.values.get(field.name())) != null) {
                line.error(
                        field.name(), "refers-on", line.key, line.entry.values().get(field.name()));
            }
        }
        Set<Long> referredTo = referredTo(above, field);
        for (Line line : referring(field)) {
            if (referredTo.contains(line.id)) {
                line.error(field.name(), "referred-to", line.key);
            }
        }
    }

    /** The lines that are still right and say what they refer to. */
    private List<Line> referring(Field field) {
        return lines.stream()
                .filter(line -> !line.rejected && line.values.get(field.name()) != null)
                .toList();
    }

    /** What something will refer to: of the lines that are still right, and of what is stored and stays as it is. */
    private Set<Long> referredTo(Map<Long, @Nullable Long> above, Field field) {
        Map<Long, @Nullable Long> will = new HashMap<>(run.rows().referring(field, above.keySet()));
        lines.stream().filter(line -> !line.rejected).forEach(line -> will.put(line.id, above.get(line.id)));
        return will.values().stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Follows the lines upwards through what is stored, one statement per level. */
    private void complete(Map<Long, @Nullable Long> above, Field field) {
        for (int level = 0; level < MOST_LEVELS; level++) {
            Set<Long> open = new HashSet<>();
            for (Long id : above.values()) {
                if (id != null && id > 0 && !above.containsKey(id)) {
                    open.add(id);
                }
            }
            if (open.isEmpty()) {
                return;
            }
            Map<Long, @Nullable Long> found = stored(open, field);
            open.forEach(id -> above.put(id, found.get(id)));
        }
    }

    private Map<Long, @Nullable Long> stored(Set<Long> ids, Field field) {
        Map<Long, @Nullable Long> found = new HashMap<>();
        if (field.column() != null) {
            run.rows()
                    .byId(ids)
                    .forEach((id, row) -> found.put(id, (Long) row.values().get(field.name())));
        } else {
            run.kind().aspects().stream()
                    .filter(aspect -> aspect.field().equals(field.name()))
                    .forEach(aspect ->
                            aspect.read(ids, run.batch()).forEach((id, text) -> found.put(id, Long.valueOf(text))));
        }
        return found;
    }

    private static boolean reachesItself(long start, Map<Long, @Nullable Long> above) {
        Long id = above.get(start);
        for (int steps = 0; id != null && steps <= above.size(); steps++) {
            if (id == start) {
                return true;
            }
            id = above.get(id);
        }
        return false;
    }
}
