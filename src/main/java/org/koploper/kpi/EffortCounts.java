package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * What was done to sell and what came of it, in counts that add up over weeks and people. None is negative.
 *
 * @param calls how often somebody called
 * @param decisionMakers how many of them reached who decides
 * @param meetings how many of those gave an appointment
 * @param callbacksShort how many of those want to be called again soon
 * @param callbacksLong how many of those want to be called again much later
 * @param other how many of those gave nothing: no interest, the wrong person
 * @param minutes of the weeks for which somebody said them
 * @param timedCalls calls of those weeks
 */
public record EffortCounts(
        int calls,
        int decisionMakers,
        int meetings,
        int callbacksShort,
        int callbacksLong,
        int other,
        int minutes,
        int timedCalls) {

    /** Nothing yet. */
    public static final EffortCounts NONE = new EffortCounts(0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public EffortCounts plus(EffortCounts more) {
        return new EffortCounts(
                Math.addExact(calls, more.calls),
                Math.addExact(decisionMakers, more.decisionMakers),
                Math.addExact(meetings, more.meetings),
                Math.addExact(callbacksShort, more.callbacksShort),
                Math.addExact(callbacksLong, more.callbacksLong),
                Math.addExact(other, more.other),
                Math.addExact(minutes, more.minutes),
                Math.addExact(timedCalls, more.timedCalls));
    }

    /**
     * Decision makers of whom nobody says what came of it; below zero where more came of them than there were. Zero where
     * the books are right: decision makers = meetings + call-backs + other.
     */
    public int unaccounted() {
        return decisionMakers - meetings - callbacksShort - callbacksLong - other;
    }

    /** How long a call takes, unrounded, over the weeks whose minutes are known; null where none are. */
    public @Nullable BigDecimal minutesPerCall() {
        return minutes == 0 || timedCalls == 0
                ? null
                : Decimals.canonical(
                        BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(timedCalls), MathContext.DECIMAL64));
    }
}
