package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/** What a component has earned, limited or not, in the window over which its limit counts. */
final class Cap {

    private final Accumulate windows;
    private @Nullable Period window;
    private BigDecimal earned = BigDecimal.ZERO;

    Cap(Limits limits) {
        windows = limits.window();
    }

    void enter(YearMonth month) {
        if (window == null || !window.contains(month.atDay(1))) {
            window = windows.window(month.atDay(1));
            earned = BigDecimal.ZERO;
        }
    }

    void add(BigDecimal amount) {
        earned = earned.add(amount);
    }

    BigDecimal earned() {
        return earned;
    }

    String source() {
        return "window:" + (window == null ? "" : window.key());
    }
}
