package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.function.Function;

/**
 * How much more or less something is than something else: arrow, sign and colour, never the colour alone, and in words for
 * screen readers. What rounds to nothing is no difference.
 */
public final class Delta extends Span {

    private static final int POINT_DECIMALS = 3;

    /** Which way is good news. */
    public enum Wanted {
        MORE,
        LESS,
        /** Neither is good or bad by itself. */
        EITHER
    }

    private Delta(BigDecimal difference, Function<BigDecimal, String> written, Wanted wanted) {
        addClassName("kp-delta");
        int sign = difference.signum();
        String size = written.apply(difference.abs());
        Span shown = new Span(
                sign == 0 ? "=" : (sign > 0 ? "▲ " : "▼ ") + Formats.here().signed(difference, written));
        shown.getElement().setAttribute("aria-hidden", "true");
        Span said = new Span(
                sign == 0
                        ? getTranslation("delta.same")
                        : getTranslation(sign > 0 ? "delta.more" : "delta.less", size));
        said.addClassName("kp-told");
        add(shown, said);
        if (sign != 0 && wanted != Wanted.EITHER) {
            addClassName((sign > 0) == (wanted == Wanted.MORE) ? "kp-good" : "kp-bad");
        }
    }

    /**
     * Of anything.
     *
     * @param difference rounded as it is to be read
     * @param written how it is written, below zero too
     */
    public static Delta of(BigDecimal difference, Function<BigDecimal, String> written, Wanted wanted) {
        return new Delta(difference, written, wanted);
    }

    /** Of two amounts, with the decimals of the currency. */
    public static Delta money(BigDecimal difference, Currency currency, Wanted wanted) {
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        return of(
                difference.setScale(decimals, RoundingMode.HALF_UP),
                size -> Formats.here().money(size, currency),
                wanted);
    }

    /** Of two amounts, without decimals. */
    public static Delta wholeMoney(BigDecimal difference, Currency currency, Wanted wanted) {
        return of(
                difference.setScale(0, RoundingMode.HALF_UP),
                size -> Formats.here().wholeMoney(size, currency),
                wanted);
    }

    /** Of two shares, in percentage points: 0.68 after 0.70 is 2 pp less. */
    public static Delta points(BigDecimal difference, Wanted wanted) {
        return of(difference.setScale(POINT_DECIMALS, RoundingMode.HALF_UP), Formats.here()::points, wanted);
    }

    /** Says what it is held against, such as a period. */
    public Delta against(String what) {
        Span beside = new Span(getTranslation("delta.against", what));
        beside.addClassName("kp-quiet");
        add(beside);
        return this;
    }
}
