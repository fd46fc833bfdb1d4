package org.koploper.commission;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.koploper.access.PersonId;
import org.springframework.stereotype.Component;

/** Finds who else is computed when some people's pay can have moved, and for which months. */
@Component
class Dependants {

    private final Fellows fellows;
    private final Coverage coverage;

    Dependants(Fellows fellows, Coverage coverage) {
        this.fellows = fellows;
        this.coverage = coverage;
    }

    /** The same spans with those of everybody whose pay hangs together with that of somebody in them, however far. */
    Spans with(Spans spans) {
        List<Set<PersonId>> groups = fellows.groups();
        Map<PersonId, Set<PersonId>> managers = managers();
        Map<PersonId, List<Piece>> plans = new HashMap<>();
        boolean more = !groups.isEmpty() || !managers.isEmpty();
        while (more) {
            more = false;
            for (Set<PersonId> group : groups) {
                more |= spans.spread(group);
            }
            for (Map.Entry<PersonId, Set<PersonId>> manager : managers.entrySet()) {
                Optional<Span> moved = moved(spans, manager.getValue(), plans);
                more |= moved.isPresent() && spans.below(manager.getKey(), moved.get());
            }
        }
        return spans;
    }

    /** Those who are paid on what lower levels leave, with all who are or were below them. */
    private Map<PersonId, Set<PersonId>> managers() {
        Map<PersonId, Set<PersonId>> managers = new HashMap<>();
        fellows.paidOnTheRest().forEach(manager -> managers.put(manager, fellows.below(List.of(manager))));
        return managers;
    }

    /** Months in which one of these can earn something else, by the windows of their own plans. */
    private Optional<Span> moved(Spans spans, Set<PersonId> people, Map<PersonId, List<Piece>> plans) {
        Set<PersonId> moved = new HashSet<>(spans.persons());
        moved.retainAll(people);
        read(moved, plans);
        return moved.stream()
                .map(person -> Optional.ofNullable(spans.of(person, plans.getOrDefault(person, List.of()))))
                .flatMap(Optional::stream)
                .reduce(Span::and);
    }

    private void read(Collection<PersonId> people, Map<PersonId, List<Piece>> plans) {
        Set<PersonId> unread = new HashSet<>(people);
        unread.removeAll(plans.keySet());
        plans.putAll(coverage.of(unread));
    }
}
