package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/** What a component has earned, limited or not, in the window over which its limit counts, with what earlier ones left. */
final class Cap {

    private final Accumulate windows;
    private final @Nullable BigDecimal carriedBeyond;
    private @Nullable Period window;
    private BigDecimal earned = BigDecimal.ZERO;
    private BigDecimal carried = BigDecimal.ZERO;
    private @Nullable Opening opening;

    /** @param opening what an earlier version of the plan leaves; null for nothing */
    Cap(Limits limits, @Nullable Opening opening) {
        this.opening = opening;
        windows = limits.window();
        carriedBeyond = limits.carried() ? limits.most() : null;
    }

    /** A new window begins with what the one before it had earned beyond its limit. */
    void enter(YearMonth month) {
        if (window == null || !window.contains(month.atDay(1))) {
            window = windows.window(month.atDay(1));
            carried = carriedBeyond == null
                    ? BigDecimal.ZERO
                    : earned.subtract(carriedBeyond).max(BigDecimal.ZERO);
            earned = carried;
        }
        if (opening != null && !month.isBefore(opening.month())) {
            open(opening);
            opening = null;
        }
    }

    /** In the same window its room goes on being used; another one begins with what is left beyond the limit. */
    private void open(Opening left) {
        if (left.window().equals(window)) {
            earned = left.earned();
        } else if (carriedBeyond != null) {
            carried = left.beyond();
            earned = carried;
        }
    }

    /** What is left for the version that begins in that month; null where nothing was counted. */
    @Nullable
    Opening left(String component, YearMonth next) {
        BigDecimal beyond = carriedBeyond == null
                ? BigDecimal.ZERO
                : earned.subtract(carriedBeyond).max(BigDecimal.ZERO);
        return window == null ? null : new Opening(component, next, window, earned, beyond);
    }

    /** What is left of earlier windows, once: nobody asks for it twice. */
    BigDecimal takeCarried() {
        BigDecimal taken = carried;
        carried = BigDecimal.ZERO;
        return taken;
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
