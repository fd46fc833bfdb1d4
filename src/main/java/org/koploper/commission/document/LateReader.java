package org.koploper.commission.document;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.koploper.commission.engine.Late;

/** Reads what becomes of what is found out about a closed month: carried forward, or forgiven below an amount. */
final class LateReader {

    private static final Map<String, Boolean> CLOSED = Map.of("carry-forward", false, "forgive", true);

    private LateReader() {}

    static Late read(PlanFields document) {
        if (!document.has("late")) {
            return Late.CARRIED_FORWARD;
        }
        PlanFields fields = document.object("late");
        boolean forgives = fields.choice("closed", CLOSED, "carry-forward");
        BigDecimal below = fields.decimalOrNull("below", PlanDocument.AMOUNT_DECIMALS);
        fields.done();
        if (forgives && below == null) {
            throw fields.fault("below", "missing");
        }
        if (!forgives && below != null) {
            throw fields.fault("below", "nothing-forgiven");
        }
        return forgives ? fields.fitting("below", () -> new Late(Objects.requireNonNull(below))) : Late.CARRIED_FORWARD;
    }
}
