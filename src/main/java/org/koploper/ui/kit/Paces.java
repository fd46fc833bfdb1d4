package org.koploper.ui.kit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Goal;
import org.koploper.kpi.GoalState;

/** Goals as the bar shows them. */
public final class Paces {

    private Paces() {}

    /** Null where no target is agreed. */
    public static @Nullable Pace of(Goal goal) {
        BigDecimal target = goal.target();
        BigDecimal progress = goal.progress();
        if (goal.state() == GoalState.NO_TARGET || target == null || progress == null) {
            return null;
        }
        BigDecimal expected = goal.expectedNow();
        return new Pace(
                progress,
                expected == null ? null : expected.divide(target, MathContext.DECIMAL64),
                state(goal.state()),
                amount(goal.value(), goal),
                amount(target, goal));
    }

    /** An amount of that goal: money without decimals, or a count. */
    public static String amount(BigDecimal amount, Goal goal) {
        Formats formats = Formats.here();
        String currency = goal.currency();
        return currency == null ? formats.number(amount) : formats.wholeMoney(amount, Currency.getInstance(currency));
    }

    /** How the bar calls a state. */
    public static Pace.State state(GoalState state) {
        return switch (state) {
            case NO_TARGET, NOT_STARTED -> Pace.State.NOT_STARTED;
            case REACHED -> Pace.State.REACHED;
            case ON_TRACK -> Pace.State.ON_TRACK;
            case BEHIND -> Pace.State.BEHIND;
            case AT_RISK -> Pace.State.AT_RISK;
            case ENDED_MISSED -> Pace.State.MISSED;
        };
    }
}
