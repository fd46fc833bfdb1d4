package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/** What somebody gets, or gives back, because a closed month turns out to be worth something else. */
public final class Adjustment {

    private Adjustment() {}

    /**
     * What a line comes to now less what stands on closed statements for it.
     *
     * @param now the reason of the line as it is now; zero, and gone, where nothing is left of it
     * @param settled the part that stands on closed statements, whichever they are
     * @param earned the closed month that the line is about
     */
    public static Reason of(Reason now, BigDecimal settled, YearMonth earned) {
        Reason before = Reason.given(Label.ON_CLOSED_STATEMENT, settled, Unit.AMOUNT, "closed:" + earned);
        return Reason.amount(Label.ADJUSTMENT, Formula.DIFFERENCE, "closed:" + earned, List.of(now, before));
    }
}
