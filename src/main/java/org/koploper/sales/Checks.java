package org.koploper.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;

/** Rules that several kinds share. */
final class Checks {

    private Checks() {}

    static void notNegative(Incoming row, Problems problems, String... fields) {
        for (String field : fields) {
            if (row.will(field) instanceof Number number && signum(number) < 0) {
                problems.error(field, "negative-value", number.toString());
            }
        }
    }

    /** Whole numbers on a scale, both ends included. */
    static void between(Incoming row, Problems problems, String field, int lowest, int highest) {
        if (row.will(field) instanceof Integer score && (score < lowest || score > highest)) {
            problems.error(
                    field, "score-out-of-range", score.toString(), Integer.toString(lowest), Integer.toString(highest));
        }
    }

    static void positive(Incoming row, Problems problems, String field) {
        if (row.will(field) instanceof Number number && signum(number) <= 0) {
            problems.error(field, "not-positive", number.toString());
        }
    }

    static void inOrder(Incoming row, Problems problems, String first, String then, String code) {
        if (row.will(first) instanceof LocalDate from && row.will(then) instanceof LocalDate to && to.isBefore(from)) {
            problems.error(then, code, to.toString(), from.toString());
        }
    }

    /** Whether two values are the same; numbers whatever their scale. */
    static boolean same(@Nullable Object a, @Nullable Object b) {
        return a instanceof BigDecimal one && b instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(a, b);
    }

    private static int signum(Number number) {
        return number instanceof BigDecimal exact ? exact.signum() : Long.signum(number.longValue());
    }
}
