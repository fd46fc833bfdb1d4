package org.koploper.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Finding.Evidence;
import org.koploper.intake.Finding.State;

/**
 * In which order the dates of a file stand. Columns of the same shape share their evidence, because one program wrote them
 * all: a close date of 10/20 settles an open date of 3/1.
 *
 * @param finding the pattern for the file
 * @param columns header name → pattern, for date columns of another shape
 */
record DateGuess(Finding<DatePattern> finding, Map<String, DatePattern> columns) {

    private static final int MOST_EVIDENCE = 3;

    /** What the dates of one shape say, over all columns. */
    private static final class Votes {
        final List<Evidence> dayFirst = new ArrayList<>();
        final List<Evidence> monthFirst = new ArrayList<>();
        final List<Evidence> either = new ArrayList<>();

        void add(DateShape shape, SampleTable.Cell cell) {
            switch (shape.order(cell.text())) {
                case DAY_FIRST -> add(dayFirst, shape.patterns().size() == 1 ? "year-first" : "day-first", cell);
                case MONTH_FIRST -> add(monthFirst, "month-first", cell);
                case EITHER -> add(either, "order-either", cell);
            }
        }

        private static void add(List<Evidence> evidence, String code, SampleTable.Cell cell) {
            if (evidence.size() < MOST_EVIDENCE) {
                evidence.add(cell.shows(code));
            }
        }

        boolean contradict() {
            return !dayFirst.isEmpty() && !monthFirst.isEmpty();
        }

        @Nullable
        DatePattern pattern(DateShape shape) {
            if (contradict()) {
                return null;
            }
            return dayFirst.isEmpty() && monthFirst.isEmpty()
                    ? shape.withoutEvidence()
                    : shape.ordered(!monthFirst.isEmpty());
        }

        List<Evidence> evidence() {
            List<Evidence> all = new ArrayList<>(dayFirst);
            all.addAll(monthFirst);
            return all.isEmpty() ? either : all;
        }
    }

    /** @param chosen what somebody answered; it also settles the order of other shapes the file leaves open */
    static DateGuess of(SampleTable table, @Nullable DatePattern chosen) {
        Map<DateShape, Votes> votes = new EnumMap<>(DateShape.class);
        Map<DateShape, Integer> uses = new EnumMap<>(DateShape.class);
        Map<String, DateShape> shapes = new HashMap<>();
        List<Evidence> mixed = new ArrayList<>();
        for (int column = 0; column < table.header().size(); column++) {
            if (!holdsDates(table, column)) {
                continue;
            }
            Map<DateShape, SampleTable.Cell> firsts = new EnumMap<>(DateShape.class);
            for (SampleTable.Cell cell : table.texts(column)) {
                DateShape shape = DateShape.of(cell.text());
                if (shape != null) {
                    firsts.putIfAbsent(shape, cell);
                    votes.computeIfAbsent(shape, s -> new Votes()).add(shape, cell);
                }
            }
            if (firsts.size() > 1) {
                firsts.values().forEach(cell -> mixed.add(cell.shows("date-shapes-mixed")));
            } else {
                DateShape shape = firsts.keySet().iterator().next();
                shapes.put(table.header().get(column), shape);
                uses.merge(shape, 1, Integer::sum);
            }
        }
        return chosen == null ? found(votes, uses, shapes, mixed) : answered(chosen, votes, shapes);
    }

    /** A few days that do not exist make no other column of it: those are mistakes to report, not a reason to look away. */
    private static boolean holdsDates(SampleTable table, int column) {
        return table.mostly(column, text -> DateShape.written(text) || DateShape.of(text) != null)
                && table.texts(column).stream().anyMatch(cell -> DateShape.of(cell.text()) != null);
    }

    private static DateGuess found(
            Map<DateShape, Votes> votes,
            Map<DateShape, Integer> uses,
            Map<String, DateShape> shapes,
            List<Evidence> mixed) {
        if (votes.isEmpty()) {
            return new DateGuess(new Finding<>(State.NOT_SEEN, null, List.of(), List.of()), Map.of());
        }
        Map<DateShape, DatePattern> patterns = new EnumMap<>(DateShape.class);
        votes.forEach((shape, said) -> {
            DatePattern pattern = said.pattern(shape);
            if (pattern != null) {
                patterns.put(shape, pattern);
            }
        });
        Map<String, DatePattern> columns = new HashMap<>();
        shapes.forEach((column, shape) -> {
            DatePattern pattern = patterns.get(shape);
            if (pattern != null) {
                columns.put(column, pattern);
            }
        });
        for (var entry : votes.entrySet()) {
            if (entry.getValue().contradict()) {
                return open(
                        State.CONTRADICTORY,
                        entry.getKey().patterns(),
                        entry.getValue().evidence(),
                        columns);
            }
        }
        if (!mixed.isEmpty()) {
            List<DatePattern> options =
                    votes.keySet().stream().flatMap(s -> s.patterns().stream()).toList();
            return open(State.CONTRADICTORY, options, mixed, columns);
        }
        for (var entry : votes.entrySet()) {
            if (!patterns.containsKey(entry.getKey())) {
                return open(
                        State.AMBIGUOUS,
                        entry.getKey().patterns(),
                        entry.getValue().evidence(),
                        columns);
            }
        }
        DateShape main = uses.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
        DatePattern pattern = main.ordered(!of(votes, main).monthFirst.isEmpty());
        columns.values().removeIf(pattern::equals);
        boolean proved =
                of(votes, main).dayFirst.size() + of(votes, main).monthFirst.size() > 0;
        State state = proved ? State.DECIDED : State.ASSUMED;
        return new DateGuess(
                new Finding<>(state, pattern, main.patterns(), of(votes, main).evidence()), Map.copyOf(columns));
    }

    private static Votes of(Map<DateShape, Votes> votes, DateShape shape) {
        return votes.getOrDefault(shape, new Votes());
    }

    private static DateGuess open(
            State state, List<DatePattern> options, List<Evidence> evidence, Map<String, DatePattern> columns) {
        return new DateGuess(new Finding<>(state, null, options, evidence), Map.copyOf(columns));
    }

    private static DateGuess answered(DatePattern chosen, Map<DateShape, Votes> votes, Map<String, DateShape> shapes) {
        Map<String, DatePattern> columns = new HashMap<>();
        shapes.forEach((column, shape) -> {
            if (!shape.matches(chosen)) {
                DatePattern known = of(votes, shape).pattern(shape);
                if (known != null) {
                    columns.put(column, known);
                } else if (!chosen.startsWithYear()) {
                    columns.put(column, shape.ordered(chosen.startsWithMonth()));
                }
            }
        });
        return new DateGuess(Finding.chosen(chosen), Map.copyOf(columns));
    }
}
