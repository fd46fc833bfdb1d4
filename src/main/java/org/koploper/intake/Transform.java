package org.koploper.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is done with the cells of one column before they are read as a field. The same cell always becomes the same one; a
 * cell that the change has nothing to say about stays as it is, so that reading it says what is wrong with it.
 */
sealed interface Transform {

    /** A trimmed text, and how it is to be read. */
    record Cell(String text, CellReading reading) {}

    /**
     * The cell that is read instead.
     *
     * @param row the text of another cell of the row, by its header
     */
    Cell apply(Cell cell, UnaryOperator<String> row);

    /** Nothing. */
    record AsItIs() implements Transform {
        @Override
        public Cell apply(Cell cell, UnaryOperator<String> row) {
            return cell;
        }
    }

    /** Only the first word, or only what follows it. */
    record Words(boolean first) implements Transform {
        private static final Pattern SPACES = Pattern.compile("[\\s\\h]+");

        @Override
        public Cell apply(Cell cell, UnaryOperator<String> row) {
            String[] parts = SPACES.split(cell.text(), 2);
            return new Cell(first ? parts[0] : parts.length > 1 ? parts[1] : "", cell.reading());
        }
    }

    /** One space between two words. */
    record SingleSpaces() implements Transform {
        @Override
        public Cell apply(Cell cell, UnaryOperator<String> row) {
            return new Cell(Words.SPACES.matcher(cell.text()).replaceAll(" "), cell.reading());
        }
    }

    /** All letters capital, or none. */
    record Letters(boolean capital) implements Transform {
        @Override
        public Cell apply(Cell cell, UnaryOperator<String> row) {
            String text = cell.text();
            return new Cell(capital ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT), cell.reading());
        }
    }

    /** {@code Peeters, An} turned around; a text without exactly one comma inside stays. */
    record FirstNameFirst() implements Transform {
        @Override
        public Cell apply(Cell cell, UnaryOperator<String> row) {
            int comma = cell.text().indexOf(',');
            if (comma < 0 || comma != cell.text().lastIndexOf(',')) {
                return cell;
            }
            String last = Values.text(cell.text().substring(0, comma));
            String first = Values.text(cell.text().substring(comma + 1));
            return last.isEmpty() || first.isEmpty() ? cell : new Cell(first + " " + last, cell.reading());
        }
    }

    /** Followed by the text of another column. */
    record With(String header) implements Transform {
        @Override
        public Cell apply(Cell cell, UnaryOperator<String> row) {
            String both = Stream.of(cell.text(), Values.text(row.apply(header)))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "));
            return new Cell(both, cell.reading());
        }
    }

    /** Read as dates of that form; a day that a workbook holds as a day needs no form. */
    record Dates(DatePattern pattern) implements Transform {
        @Override
        public Cell apply(Cell cell, UnaryOperator<String> row) {
            CellReading reading = cell.reading();
            return reading.equals(CellReading.OURS)
                    ? cell
                    : new Cell(cell.text(), new CellReading(reading.sign(), pattern, reading.zone()));
        }
    }

    /** Read with that decimal sign; a number that a workbook holds as a number needs none. */
    record Decimals(DecimalSign sign) implements Transform {
        @Override
        public Cell apply(Cell cell, UnaryOperator<String> row) {
            CellReading reading = cell.reading();
            return reading.equals(CellReading.OURS)
                    ? cell
                    : new Cell(cell.text(), new CellReading(sign, reading.dates(), reading.zone()));
        }
    }

    /** A minus behind the number, brackets around it, or a longer dash, read as a minus. */
    record MinusAround() implements Transform {
        private static final Pattern NEGATIVE =
                Pattern.compile("\\(([^()]*\\d[^()]*)\\)|([^-\\u2212]*\\d)\\h?[-\\u2212]|[\\u2212\\u2013](.*\\d.*)");

        @Override
        public Cell apply(Cell cell, UnaryOperator<String> row) {
            Matcher number = NEGATIVE.matcher(cell.text());
            if (!number.matches()) {
                return cell;
            }
            String digits = Stream.of(1, 2, 3)
                    .map(number::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            return new Cell("-" + Values.text(digits), cell.reading());
        }
    }

    /** More than nothing becomes less than nothing, and the other way round. */
    record OtherSign() implements Transform {
        @Override
        public Cell apply(Cell cell, UnaryOperator<String> row) {
            return number(cell, cell.text(), BigDecimal::negate);
        }
    }

    /** Percent as a fraction of one. */
    record ToFraction() implements Transform {
        @Override
        public Cell apply(Cell cell, UnaryOperator<String> row) {
            return number(cell, withoutPercent(cell.text()), number -> number.movePointLeft(2));
        }
    }

    /** A fraction of one as percent; where a percent sign stands, it is one already. */
    record ToPercent() implements Transform {
        @Override
        public Cell apply(Cell cell, UnaryOperator<String> row) {
            String plain = withoutPercent(cell.text());
            boolean already = !plain.equals(cell.text());
            return number(cell, plain, number -> already ? number : number.movePointRight(2));
        }
    }

    private static String withoutPercent(String text) {
        return text.endsWith("%") ? Values.text(text.substring(0, text.length() - 1)) : text;
    }

    private static Cell number(Cell cell, String text, UnaryOperator<BigDecimal> change) {
        return Values.decimal(text, cell.reading().sign()) instanceof Parsed.Value<BigDecimal>(BigDecimal number)
                ? new Cell(change.apply(number).toPlainString(), CellReading.OURS)
                : cell;
    }

    /** What was said, understood; refused as {@code unknown-change}, {@code unknown-date-format}, {@code unknown-decimal-sign}. */
    static Parsed<Transform> of(ColumnChange said) {
        String value = said.value() == null ? "" : said.value();
        return switch (said.change()) {
            case ColumnChange.FIRST_WORD -> Parsed.value(new Words(true));
            case ColumnChange.OTHER_WORDS -> Parsed.value(new Words(false));
            case ColumnChange.SINGLE_SPACES -> Parsed.value(new SingleSpaces());
            case ColumnChange.UPPER_CASE -> Parsed.value(new Letters(true));
            case ColumnChange.LOWER_CASE -> Parsed.value(new Letters(false));
            case ColumnChange.FIRST_NAME_FIRST -> Parsed.value(new FirstNameFirst());
            case ColumnChange.WITH_COLUMN -> Parsed.value(new With(value));
            case ColumnChange.DATE_FORMAT -> DatePattern.of(value).map(Dates::new);
            case ColumnChange.DECIMAL -> decimals(value);
            case ColumnChange.MINUS_AROUND -> Parsed.value(new MinusAround());
            case ColumnChange.OTHER_SIGN -> Parsed.value(new OtherSign());
            case ColumnChange.TO_FRACTION -> Parsed.value(new ToFraction());
            case ColumnChange.TO_PERCENT -> Parsed.value(new ToPercent());
            default ->
                new Parsed.Refused<>("unknown-change", List.of(Values.shortened(said.change()), ColumnChange.names()));
        };
    }

    private static Parsed<Transform> decimals(String sign) {
        return switch (sign) {
            case "." -> Parsed.value(new Decimals(DecimalSign.DOT));
            case "," -> Parsed.value(new Decimals(DecimalSign.COMMA));
            default -> Parsed.refused("unknown-decimal-sign", Values.shortened(sign));
        };
    }
}
