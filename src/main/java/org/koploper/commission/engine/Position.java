package org.koploper.commission.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Exact;
import org.koploper.period.Period;

/** What has accumulated in the window of the credit at hand. */
final class Position {

    private final Accumulate accumulate;
    private final Unit unit;
    private final Reason alone;
    private @Nullable Period window;
    private String windowSource = "";
    private Exact reached = Exact.ZERO;

    Position(Accumulate accumulate, Unit unit, String source) {
        this.accumulate = accumulate;
        this.unit = unit;
        this.alone = Reason.given(Label.EACH_DEAL_ALONE, Exact.ZERO, unit, source);
    }

    /** @return whether a new window begins, in which nothing has accumulated yet */
    boolean enter(LocalDate date) {
        boolean isNew = window == null || !window.contains(date);
        if (isNew) {
            window = accumulate.window(date);
            windowSource = "window:" + window.key();
        }
        if (isNew || accumulate == Accumulate.NONE) {
            reached = Exact.ZERO;
        }
        return isNew;
    }

    Period window() {
        return java.util.Objects.requireNonNull(window, "no credit yet");
    }

    Exact reached() {
        return reached;
    }

    /** What had accumulated before the credit at hand. */
    Reason before() {
        return accumulate == Accumulate.NONE ? alone : Reason.given(Label.POSITION_BEFORE, reached, unit, windowSource);
    }

    void moveTo(Exact position) {
        reached = position;
    }
}
