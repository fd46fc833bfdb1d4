package org.koploper.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What the cells of a workbook say, as texts; see {@link #TYPED} and {@link #ERROR}. */
final class WorkbookCells {

    /** In front of a value that the workbook holds as a number, day or truth value, written our way. */
    static final char TYPED = '\u0001';

    /** In front of what stands where a value should be: {@code #REF!}, or a formula that was never computed. */
    static final char ERROR = '\u0002';

    /** A spreadsheet keeps no more digits of a number; what follows is noise of its binary form. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int MOST_DIGITS_OF_A_NUMBER = 60;
    private static final Set<String> ERRORS = Set.of(
            "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA");
    private static final Pattern NOT_A_CODE = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^]]*]");
    private static final Pattern DAY_OR_TIME = Pattern.compile("[ymdhs]");
    private static final Pattern DAY = Pattern.compile("[yd]|m(?!m*:)(?<!:m)");

    private int formulas;

    /** Cells whose last computed value was taken. */
    int formulas() {
        return formulas;
    }

    String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        Object value = cell.getValue();
        if (cell.getType() == CellType.FORMULA) {
            formulas++;
            if (value == null) {
                return ERROR + "=" + Values.shortened(String.valueOf(cell.getFormula()));
            }
        }
        return switch (value) {
            case null -> "";
            case Boolean bool -> TYPED + bool.toString();
            case BigDecimal number -> number(cell, number);
            default -> plain(cell, value.toString());
        };
    }

    private static String plain(Cell cell, String text) {
        if (cell.getType() == CellType.ERROR || ERRORS.contains(text)) {
            return ERROR + text;
        }
        // our own marks mean nothing in the text of somebody else
        return text.replace(TYPED, ' ').replace(ERROR, ' ');
    }

    private static String number(Cell cell, BigDecimal number) {
        String format = format(cell);
        if (DAY_OR_TIME.matcher(format).find()) {
            String moment = moment(cell, format);
            if (moment != null) {
                return moment;
            }
        }
        if (Math.abs(number.scale()) > MOST_DIGITS_OF_A_NUMBER) {
            return TYPED + number.toString();
        }
        BigDecimal exact = number.round(DIGITS).stripTrailingZeros();
        if (format.indexOf('%') >= 0) {
            // as the reader sees it; whether a field takes percentages is for the field to say
            return exact.movePointRight(2).toPlainString() + "%";
        }
        return TYPED + exact.toPlainString();
    }

    /** Null where the number is no day: before the first or after the last one that a spreadsheet knows. */
    private static @Nullable String moment(Cell cell, String format) {
        double days = Double.parseDouble(cell.getRawValue());
        if (days < 0 || days > 2_958_465) {
            return null;
        }
        try {
            LocalDateTime moment = cell.asDate();
            if (days < 1 && !DAY.matcher(format).find()) {
                return moment.toLocalTime().toString();
            }
            LocalTime time = moment.toLocalTime().truncatedTo(ChronoUnit.SECONDS);
            return TYPED + moment.toLocalDate().toString() + (time.equals(LocalTime.MIDNIGHT) ? "" : " " + time);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** The codes of the format alone: without texts in quotes, colours and conditions; a locale's own day as a day. */
    private static String format(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        if (format == null) {
            boolean day = id != null && (id >= 27 && id <= 36 || id >= 50 && id <= 58);
            return day ? "yymmdd" : "";
        }
        String first =
                NOT_A_CODE.matcher(format).replaceAll("").split(";", 2)[0].toLowerCase(Locale.ROOT);
        return first.contains("general") || first.contains("standaard") ? "" : first;
    }
}
