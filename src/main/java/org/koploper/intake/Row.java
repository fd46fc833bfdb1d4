package org.koploper.intake;

import java.util.BitSet;
import java.util.List;

/**
 * One data row of a file.
 *
 * @param number the row as a spreadsheet shows it: a cell with line breaks is still one row, a blank line is one too
 * @param line the line of the text file on which the row starts; equal to {@code number} until a cell holds a line break
 * @param cells the cells as they stand in the file, untrimmed, in the order of the header; a row with problems may have
 *     fewer or more than the header, and a cell that is too long is empty
 * @param typed by index: cells that a workbook holds as a number or day, written with a dot and as {@code yyyy-MM-dd}
 * @param problems why the row cannot be used; empty for a readable row
 */
public record Row(long number, long line, List<String> cells, List<Problem> problems, BitSet typed) {

    public Row {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }

    Row(long number, long line, List<String> cells, List<Problem> problems) {
        this(number, line, cells, problems, new BitSet(0));
    }

    /** True when every cell could be read and there are as many cells as header names. */
    public boolean readable() {
        return problems.isEmpty();
    }
}
