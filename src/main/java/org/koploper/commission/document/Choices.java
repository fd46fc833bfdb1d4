package org.koploper.commission.document;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Boundary;
import org.koploper.commission.engine.Budget;
import org.koploper.commission.engine.Measure;
import org.koploper.commission.engine.On;
import org.koploper.commission.engine.PartTime;
import org.koploper.commission.engine.Proration;
import org.koploper.commission.engine.RateDay;
import org.koploper.commission.engine.Ties;
import org.koploper.commission.engine.Whose;

/** The words of a document that stand for one of a few meanings. */
final class Choices {

    static final Map<String, Accumulate> ACCUMULATE = accumulate();
    static final Map<String, Boundary> BOUNDARY = of(Boundary.values());
    static final Map<String, Measure> MEASURE = of(Measure.values());
    static final Map<String, On> ON = on();
    static final Map<String, RoundingMode> ROUNDING = rounding();
    static final Map<String, Proration> PRORATION = proration();
    static final Map<String, PartTime> PART_TIME = of(PartTime.values());
    static final Map<String, Whose> WHOSE = of(Whose.values());
    static final Map<String, Ties> TIES = of(Ties.values());
    static final Map<String, RateDay> RATE_DAY = of(RateDay.values());
    static final Map<String, Budget.Overrun> OVERRUN = of(Budget.Overrun.values());
    static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "false", false);

    private Choices() {}

    private static <E extends Enum<E>> Map<String, E> of(E[] values) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E value : values) {
            choices.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
        }
        return choices;
    }

    private static Map<String, Accumulate> accumulate() {
        Map<String, Accumulate> choices = new LinkedHashMap<>();
        choices.put("period", Accumulate.MONTH);
        choices.putAll(of(Accumulate.values()));
        return choices;
    }

    private static Map<String, On> on() {
        Map<String, On> choices = new LinkedHashMap<>();
        choices.put("amount", On.COUNTED);
        choices.put("quantity", On.COUNTED);
        choices.putAll(of(On.values()));
        choices.remove("counted");
        return choices;
    }

    private static Map<String, RoundingMode> rounding() {
        Map<String, RoundingMode> choices = new LinkedHashMap<>();
        for (RoundingMode mode :
                new RoundingMode[] {RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN}) {
            choices.put(mode.name(), mode);
            choices.put(mode.name().toLowerCase(Locale.ROOT).replace('_', '-'), mode);
        }
        return choices;
    }

    private static Map<String, Proration> proration() {
        Map<String, Proration> choices = new LinkedHashMap<>();
        choices.put("none", Proration.NONE);
        choices.put("actual", Proration.ACTUAL);
        choices.put("30-360", Proration.THIRTY_360);
        return choices;
    }
}
