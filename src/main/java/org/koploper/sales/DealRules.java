package org.koploper.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Problems;

/** What must hold between the fields of a deal, the same for files, the API and screens. */
final class DealRules {

    private DealRules() {}

    /** @param will what the deal will have, by name of the field of the kind {@code deals} */
    static void check(Function<String, @Nullable Object> will, LocalDate today, Problems problems) {
        if (!(will.apply("stage") instanceof String code)) {
            return;
        }
        DealStage stage = DealStage.valueOf(code);
        LocalDate engaged = (LocalDate) will.apply("engagedOn");
        LocalDate quoted = (LocalDate) will.apply("quotedOn");
        LocalDate closed = (LocalDate) will.apply("closedOn");
        LocalDate cancelled = (LocalDate) will.apply("cancelledOn");
        if (stage.isOpen() && closed != null) {
            problems.error("closedOn", "open-with-close-date", closed.toString());
        }
        if (!stage.isOpen() && closed == null) {
            problems.error("closedOn", "closed-without-date");
        }
        if (stage == DealStage.CANCELLED && cancelled == null) {
            problems.error("cancelledOn", "cancelled-without-date");
        }
        if (stage != DealStage.CANCELLED && cancelled != null) {
            problems.error("cancelledOn", "cancel-date-without-cancellation", cancelled.toString());
        }
        order(engaged, closed, "closedOn", "closed-before-engaged", problems);
        order(closed, cancelled, "cancelledOn", "cancelled-before-closed", problems);
        if (engaged != null && quoted != null && quoted.isBefore(engaged)) {
            problems.warning("quotedOn", "quoted-before-engaged", quoted.toString(), engaged.toString());
        }
        notAhead(closed, "closedOn", today, problems);
        notAhead(cancelled, "cancelledOn", today, problems);
        value(will, stage, problems);
    }

    private static void value(Function<String, @Nullable Object> will, DealStage stage, Problems problems) {
        BigDecimal value = (BigDecimal) will.apply("value");
        if (value != null && value.signum() < 0) {
            problems.error("value", "negative-value", value.toPlainString());
        }
        if (value == null && (stage == DealStage.WON || stage == DealStage.CANCELLED)) {
            problems.warning("value", "won-without-value");
        }
    }

    private static void order(
            @Nullable LocalDate first, @Nullable LocalDate then, String field, String code, Problems problems) {
        if (first != null && then != null && then.isBefore(first)) {
            problems.error(field, code, then.toString(), first.toString());
        }
    }

    private static void notAhead(@Nullable LocalDate date, String field, LocalDate today, Problems problems) {
        if (date != null && date.isAfter(today)) {
            problems.error(field, "date-in-future", date.toString(), today.toString());
        }
    }
}
