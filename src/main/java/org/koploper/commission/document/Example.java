package org.koploper.commission.document;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.ReportingLines;

/**
 * A worked case that a plan is held to.
 *
 * @param name unique among the examples of a plan
 * @param people what is known of each, by id, in the order in which they are named
 * @param reporting who manages whom
 * @param before what was known of each when months were posted first; none where nothing became known later
 * @param closed the last month that was closed by then; null for none
 */
public record Example(
        String name,
        Map<String, History> people,
        ReportingLines reporting,
        Map<String, History> before,
        @Nullable YearMonth closed,
        List<Expected> expected) {

    /**
     * What one person is paid.
     *
     * @param month null for all months together
     * @param total rounded as the plan says; null where none is expected
     * @param drawn what is still to be earned of draws after that month; null where none is expected
     * @param held what is earned but not due after that month; null where none is expected
     * @param books what the books say after that month
     */
    public record Expected(
            String person,
            @Nullable YearMonth month,
            @Nullable BigDecimal total,
            @Nullable BigDecimal drawn,
            @Nullable BigDecimal held,
            Books books,
            List<ExpectedLine> lines) {}

    /**
     * What books say of one person.
     *
     * @param expense of the month; null where none is expected
     * @param asset what is still to be expensed after that month; null where none is expected
     * @param liability by deal, what is earned and not paid after that month
     * @param changes what is posted to the lines of the month since something became known later
     */
    public record Books(
            @Nullable BigDecimal expense,
            @Nullable BigDecimal asset,
            List<ExpectedLine> liability,
            List<ExpectedLine> changes) {

        boolean isEmpty() {
            return expense == null && asset == null && liability.isEmpty() && changes.isEmpty();
        }
    }

    /**
     * What one deal earns in one component, before its payout is rounded; or what comes to nobody's deal.
     *
     * @param component null where the plan has only one
     * @param deal null for the lines that are not about one
     * @param amount to as many decimals as it is written with
     */
    public record ExpectedLine(
            @Nullable String component, @Nullable String deal, BigDecimal amount) {}
}
