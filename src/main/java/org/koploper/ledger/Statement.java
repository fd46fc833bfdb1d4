package org.koploper.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.people.PersonRef;

/**
 * What one person earned in one month, and why.
 *
 * @param period the month
 * @param currency of the total
 * @param total sum of all that was posted on this statement in its currency, exact to the minor unit
 * @param lines by plan, component, earned month and deal, the rounding of a component last; a line that is no longer
 *     earned is not here but in {@link Statements#changes}
 * @param asOf when the last of it was posted; the present where nothing was
 * @param plan what pays at the end of the month, the latest on which a plan was assigned; null when none was
 * @param empty why there is no line; null when there is one
 * @param closing when it became final, and by when it has to be paid; null while it is open
 * @param versions how many there were up to now; 0 where nothing was ever posted
 * @param otherTotals totals in further currencies, empty unless plans in two currencies paid in the same month
 */
public record Statement(
        PersonRef person,
        YearMonth period,
        Currency currency,
        StatementState state,
        BigDecimal total,
        List<StatementLine> lines,
        Instant asOf,
        @Nullable PlanInForce plan,
        @Nullable Empty empty,
        @Nullable Closing closing,
        int versions,
        Map<Currency, BigDecimal> otherTotals) {

    /** Whether that line of it adds to, or takes from, what an earlier month came to when it was closed. */
    public boolean adjusts(StatementLine line) {
        return line.earned().isBefore(period);
    }

    /** Ids of the credits that its lines are about. */
    public Set<String> credits() {
        return lines.stream().map(StatementLine::deal).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Why a statement has no lines. */
    public enum Empty {
        /** No plan was assigned on any day of the month. */
        NO_PLAN,
        /** A plan was assigned, but nothing was credited. */
        NOTHING_CREDITED;

        /** For example {@code statement.empty.no-plan}: what translations are found by. */
        public String key() {
            return "statement.empty."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
