package org.koploper.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Finding.Evidence;
import org.koploper.intake.Finding.State;

/** Which decimal sign the numbers of a file use, from the columns that hold numbers. */
final class NumberGuess {

    private static final int MOST_EVIDENCE = 3;
    private static final int MOST_CHARS = 40;

    private NumberGuess() {}

    static Finding<DecimalSign> of(SampleTable table) {
        List<Evidence> dot = new ArrayList<>();
        List<Evidence> comma = new ArrayList<>();
        List<Evidence> either = new ArrayList<>();
        for (int column = 0; column < table.header().size(); column++) {
            if (!holdsNumbers(table, column)) {
                continue;
            }
            for (SampleTable.Cell cell : table.texts(column)) {
                NumberText number = number(cell.text());
                switch (number == null ? NumberText.Shows.NOTHING : number.shows()) {
                    case DOT -> add(dot, "decimal-dot", cell);
                    case COMMA -> add(comma, "decimal-comma", cell);
                    case EITHER -> add(either, "decimal-either", cell);
                    case NOTHING -> {}
                }
            }
        }
        return conclusion(dot, comma, either);
    }

    /** A mistyped number among others does not hide what the others say; a date with dots is none of them. */
    private static boolean holdsNumbers(SampleTable table, int column) {
        long numbers = table.texts(column).stream()
                .filter(cell -> number(cell.text()) != null)
                .count();
        return 2 * numbers >= table.texts(column).size()
                && table.mostly(
                        column,
                        cell -> number(cell) != null || (NumberText.of(cell) != null && !DateShape.written(cell)));
    }

    private static Finding<DecimalSign> conclusion(List<Evidence> dot, List<Evidence> comma, List<Evidence> either) {
        List<DecimalSign> both = List.of(DecimalSign.DOT, DecimalSign.COMMA);
        if (!dot.isEmpty() && !comma.isEmpty()) {
            List<Evidence> all = new ArrayList<>(dot);
            all.addAll(comma);
            all.addAll(either);
            return new Finding<>(State.CONTRADICTORY, DecimalSign.UNDECIDED, both, all);
        }
        if (!dot.isEmpty()) {
            return new Finding<>(State.DECIDED, DecimalSign.DOT, both, dot);
        }
        if (!comma.isEmpty()) {
            return new Finding<>(State.DECIDED, DecimalSign.COMMA, both.reversed(), comma);
        }
        return either.isEmpty()
                ? new Finding<>(State.NOT_SEEN, DecimalSign.UNDECIDED, both, List.of())
                : new Finding<>(State.AMBIGUOUS, DecimalSign.UNDECIDED, both, either);
    }

    private static void add(List<Evidence> evidence, String code, SampleTable.Cell cell) {
        // one of every column: a column without any is taken to depend on nothing
        if (evidence.size() < MOST_EVIDENCE
                || evidence.stream().noneMatch(seen -> cell.column().equals(seen.column()))) {
            evidence.add(cell.shows(code));
        }
    }

    private static @Nullable NumberText number(String cell) {
        String text = cell.endsWith("%") ? Values.text(cell.substring(0, cell.length() - 1)) : cell;
        NumberText number = text.length() > MOST_CHARS ? null : NumberText.of(text);
        // 20.10.2016 has the letters of a number and fits neither notation
        return number != null && (number.value('.') != null || number.value(',') != null) ? number : null;
    }
}
