package org.koploper.commission.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who manages whom on which day; whoever moves counts for the new manager from that day on, and for the old one before. */
public record ReportingLines(List<ReportsTo> lines) {

    public static final ReportingLines NONE = new ReportingLines(List.of());

    /** @throws IllegalArgumentException when somebody reports to two managers on one day */
    public ReportingLines {
        lines = List.copyOf(lines);
        for (int i = 0; i < lines.size(); i++) {
            for (ReportsTo other : lines.subList(0, i)) {
                if (lines.get(i).overlaps(other)) {
                    throw new IllegalArgumentException("'" + other.person() + "' reports to '" + other.manager()
                            + "' and '" + lines.get(i).manager() + "' on one day");
                }
            }
        }
    }

    /**
     * Everybody above that person on that day, the direct manager first.
     *
     * @throws IllegalArgumentException when the line comes back to itself
     */
    public List<String> above(String person, LocalDate day) {
        List<String> above = new ArrayList<>();
        Optional<String> manager = manager(person, day);
        while (manager.isPresent()) {
            if (manager.get().equals(person) || above.contains(manager.get())) {
                throw new IllegalArgumentException(
                        "On " + day + " '" + person + "' reports in a circle, over '" + manager.get() + "'");
            }
            above.add(manager.get());
            manager = manager(manager.get(), day);
        }
        return above;
    }

    private Optional<String> manager(String person, LocalDate day) {
        return lines.stream()
                .filter(line -> line.person().equals(person) && line.holds(day))
                .map(ReportsTo::manager)
                .findFirst();
    }
}
