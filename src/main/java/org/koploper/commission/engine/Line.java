package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Exact;

/**
 * One amount of money with its reason. Amounts are exact and unrounded; those of one component and month add up to the
 * rounded payout. No record, for the same reason as {@link Reason} is none.
 */
public final class Line {

    public static final int NO_BAND = -1;

    private final LineKind kind;
    private final String component;
    private final @Nullable String deal;
    private final YearMonth month;
    private final int band;
    private final Exact base;
    private final Exact rate;
    private final Reason reason;

    Line(
            LineKind kind,
            String component,
            @Nullable String deal,
            YearMonth month,
            int band,
            Exact base,
            Exact rate,
            Reason reason) {
        this.kind = kind;
        this.component = component;
        this.deal = deal;
        this.month = month;
        this.band = band;
        this.base = base;
        this.rate = rate;
        this.reason = reason;
    }

    /** A line that is no rate of anything. */
    Line(LineKind kind, String component, @Nullable String deal, YearMonth month, Reason reason) {
        this(kind, component, deal, month, NO_BAND, Exact.ZERO, Exact.ZERO, reason);
    }

    public LineKind kind() {
        return kind;
    }

    /** Name of the plan's component. */
    public String component() {
        return component;
    }

    /** Id of the credit; null when the line is not about one. */
    public @Nullable String deal() {
        return deal;
    }

    /** Payout month. */
    public YearMonth month() {
        return month;
    }

    /**
     * Index from 0 of the band in {@link TierRule#bands}; of the case or step where the rule has those; {@link #NO_BAND}
     * when the line has none.
     */
    public int band() {
        return band;
    }

    /** What the rate applies to; for {@link LineKind#ROUNDING} the total before rounding. */
    public BigDecimal base() {
        return base.value();
    }

    /** Of a {@link LineKind#DEAL} line whose amount is a rate of the base; zero in other lines. */
    public BigDecimal rate() {
        return rate.value();
    }

    /** In the plan's currency, or the one it pays in: the reason's result. */
    public BigDecimal amount() {
        return reason.result();
    }

    public Reason reason() {
        return reason;
    }

    /** The same line in another currency: its base stays, and what it comes to is no rate of that any more. */
    Line exchanged(Reason amount) {
        return new Line(kind, component, deal, month, band, base, Exact.ZERO, amount);
    }

    /** The same for the same line in every run: {@code component|month|deal|band}, or {@code rounding} or {@code none} last. */
    public String key() {
        return new LineKey(component, month, deal, kind, band).text();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Line line
                && kind == line.kind
                && band == line.band
                && component.equals(line.component)
                && Objects.equals(deal, line.deal)
                && month.equals(line.month)
                && base.equals(line.base)
                && rate.equals(line.rate)
                && reason.equals(line.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, component, deal, month, band, reason);
    }

    /** For logs and test failures. */
    @Override
    public String toString() {
        return key() + ": " + base + " x " + rate + " = " + reason;
    }
}
