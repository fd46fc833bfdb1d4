package org.koploper.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The first rows of a file, by column. */
final class SampleTable {

    private static final double MOSTLY = 0.8;

    /** A cell that is not blank, with its text trimmed. */
    record Cell(long row, String column, String text, boolean typed) {

        Finding.Evidence shows(String code) {
            return new Finding.Evidence(code, row, column, Values.shortened(text));
        }
    }

    private final List<String> header;
    private final List<List<Cell>> columns = new ArrayList<>();

    SampleTable(List<Records.Raw> rows) {
        header = rows.isEmpty() ? List.of() : TableReader.names(rows.getFirst());
        for (int column = 0; column < header.size(); column++) {
            columns.add(new ArrayList<>());
        }
        for (Records.Raw row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            for (int index = 0; index < Math.min(header.size(), row.cells().size()); index++) {
                String text = Values.text(row.cells().get(index));
                if (!text.isEmpty()) {
                    columns.get(index)
                            .add(new Cell(
                                    row.row(),
                                    TableReader.column(header, index),
                                    text,
                                    row.typed().get(index)));
                }
            }
        }
    }

    List<String> header() {
        return header;
    }

    List<Cell> column(int index) {
        return columns.get(index);
    }

    /** Those that are texts, so that how they are written has to be found out. */
    List<Cell> texts(int index) {
        return columns.get(index).stream().filter(cell -> !cell.typed()).toList();
    }

    /** True when at least four in five of the filled cells are like this, and there is one. */
    boolean mostly(int column, Predicate<String> like) {
        List<Cell> cells = texts(column);
        return !cells.isEmpty()
                && cells.stream().filter(cell -> like.test(cell.text())).count() >= MOSTLY * cells.size();
    }
}
