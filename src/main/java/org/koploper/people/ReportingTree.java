package org.koploper.people;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows direct, dated reporting lines upwards and downwards. Pure. */
final class ReportingTree {

    private final Map<Long, List<ReportingLine>> up = new HashMap<>();
    private final Map<Long, Set<Long>> down = new HashMap<>();

    ReportingTree(Collection<ReportingLine> lines) {
        for (ReportingLine line : lines) {
            up.computeIfAbsent(line.person(), person -> new ArrayList<>()).add(line);
            down.computeIfAbsent(line.manager(), manager -> new HashSet<>()).add(line.person());
        }
    }

    /** These persons and everybody who was, is or will be below one of them. */
    Set<Long> withAllBelow(Collection<Long> persons) {
        Set<Long> found = new HashSet<>(persons);
        Deque<Long> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (Long below : down.getOrDefault(open.pop(), Set.of())) {
                if (found.add(below)) {
                    open.push(below);
                }
            }
        }
        return found;
    }

    /**
     * Everybody above that person, on whatever level, with the days on which the whole chain in between held. Per manager
     * the stretches neither overlap nor touch.
     *
     * @throws ReportingCycle when the person is, on some day, above themselves, or somebody above is
     */
    List<ReportingLine> above(long person) {
        List<ReportingLine> found = new ArrayList<>();
        climb(person, person, Days.ALWAYS, Days.FOREVER, new ArrayList<>(List.of(person)), found);
        return joined(found);
    }

    // Two people may well swap places over the years; only a circle on one and the same day is wrong, so the
    // stretch of days gets narrower on the way up and the way itself is remembered.
    private void climb(
            long start, long at, LocalDate first, LocalDate last, List<Long> path, List<ReportingLine> found) {
        for (ReportingLine line : up.getOrDefault(at, List.of())) {
            ReportingLine held = line.within(first, last);
            if (held == null) {
                continue;
            }
            boolean circle = path.contains(held.manager());
            path.add(held.manager());
            if (circle) {
                throw new ReportingCycle(path.subList(path.indexOf(held.manager()), path.size()));
            }
            found.add(new ReportingLine(start, held.manager(), held.from(), held.to()));
            climb(start, held.manager(), held.from(), held.to(), path, found);
            path.removeLast();
        }
    }

    private static List<ReportingLine> joined(List<ReportingLine> lines) {
        lines.sort(Comparator.comparing(ReportingLine::manager).thenComparing(ReportingLine::from));
        List<ReportingLine> joined = new ArrayList<>();
        for (ReportingLine line : lines) {
            ReportingLine last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && last.manager() == line.manager()
                    && !line.from().isAfter(last.to().plusDays(1))) {
                LocalDate end = last.to().isAfter(line.to()) ? last.to() : line.to();
                joined.set(joined.size() - 1, new ReportingLine(line.person(), line.manager(), last.from(), end));
            } else {
                joined.add(line);
            }
        }
        return joined;
    }
}
