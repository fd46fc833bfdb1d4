package org.koploper.commission.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who manages whom on which day; whoever moves counts for the new manager from that day on, and for the old one before. */
public final class ReportingLines {

    public static final ReportingLines NONE = new ReportingLines(List.of());

    /** More levels than any company has, so that nobody can ask for more work than that. */
    private static final int MOST_LEVELS = 20;

    private final List<ReportsTo> lines;
    private final Map<String, List<ReportsTo>> byPerson = new HashMap<>();

    /** @throws IllegalArgumentException when somebody reports to two managers on one day */
    public ReportingLines(List<ReportsTo> lines) {
        this.lines = List.copyOf(lines);
        for (ReportsTo line : lines) {
            List<ReportsTo> others = byPerson.computeIfAbsent(line.person(), person -> new ArrayList<>());
            for (ReportsTo other : others) {
                if (line.overlaps(other)) {
                    throw new IllegalArgumentException("'" + other.person() + "' reports to '" + other.manager()
                            + "' and '" + line.manager() + "' on one day");
                }
            }
            others.add(line);
        }
    }

    List<ReportsTo> lines() {
        return lines;
    }

    /**
     * Everybody above that person on that day, the direct manager first.
     *
     * @throws IllegalArgumentException when the line comes back to itself, or has too many levels
     */
    public List<String> above(String person, LocalDate day) {
        List<String> above = new ArrayList<>();
        Optional<String> manager = manager(person, day);
        while (manager.isPresent()) {
            if (manager.get().equals(person) || above.contains(manager.get())) {
                throw new IllegalArgumentException(
                        "On " + day + " '" + person + "' reports in a circle, over '" + manager.get() + "'");
            }
            if (above.size() == MOST_LEVELS) {
                throw new IllegalArgumentException("More than " + MOST_LEVELS + " levels above '" + person + "'");
            }
            above.add(manager.get());
            manager = manager(manager.get(), day);
        }
        return above;
    }

    private Optional<String> manager(String person, LocalDate day) {
        return byPerson.getOrDefault(person, List.of()).stream()
                .filter(line -> line.holds(day))
                .map(ReportsTo::manager)
                .findFirst();
    }
}
