package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.List;

/** What a component counts of a credit, in the payee's share of it. */
public enum Measure {
    /** The amount sold. */
    REVENUE(Unit.AMOUNT),
    /** The amount sold less its cost, but never a deal below zero. */
    MARGIN(Unit.AMOUNT),
    /** Units sold. */
    QUANTITY(Unit.COUNT),
    /** Deals won; one cancelled counts as one less. */
    DEALS(Unit.COUNT);

    private final Unit unit;

    Measure(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /**
     * The payee's share of what the credit counts, with its reason.
     *
     * @param deal how reasons name the deal
     */
    Reason of(Credit credit, Source deal) {
        Reason share = Reason.given(Label.SHARE, credit.share(), Unit.RATE, Source.split(credit.deal()));
        return Reason.of(Label.CREDITED, Formula.PRODUCT, unit, deal, whole(credit, deal), share);
    }

    /** The payee's share of what the credit counts. */
    BigDecimal amount(Credit credit) {
        return whole(credit).multiply(credit.share());
    }

    private BigDecimal whole(Credit credit) {
        return switch (this) {
            case REVENUE -> credit.dealAmount();
            case MARGIN -> margin(credit);
            case QUANTITY -> credit.facts().quantity();
            case DEALS -> credit.facts().deals();
        };
    }

    private Reason whole(Credit credit, Source deal) {
        return switch (this) {
            case REVENUE -> price(credit, deal);
            case MARGIN -> margin(credit, deal);
            case QUANTITY -> Reason.given(Label.QUANTITY, credit.facts().quantity(), unit, deal);
            case DEALS -> Reason.given(Label.DEALS, credit.facts().deals(), unit, deal);
        };
    }

    /** The whole deal, with how it came into the plan's currency. */
    static Reason price(Credit credit, Source deal) {
        Conversion conversion = credit.facts().origin().conversion();
        return conversion == null
                ? Reason.given(Label.DEAL_AMOUNT, credit.dealAmount(), Unit.AMOUNT, deal)
                : conversion.of(Label.DEAL_AMOUNT, conversion.amount(), deal);
    }

    /** What the whole deal costs, with how it came into the plan's currency. */
    static Reason cost(Credit credit, Source deal) {
        Conversion conversion = credit.facts().origin().conversion();
        return conversion == null
                ? Reason.given(Label.COST, credit.facts().cost(), Unit.AMOUNT, deal)
                : conversion.of(Label.COST, conversion.cost(), deal);
    }

    private static BigDecimal margin(Credit credit) {
        BigDecimal margin = credit.dealAmount().subtract(credit.facts().cost());
        return isLoss(credit, margin) ? BigDecimal.ZERO : margin;
    }

    /** A deal sold below its cost, or the reversal of one. */
    private static boolean isLoss(Credit credit, BigDecimal margin) {
        return margin.signum() * credit.dealAmount().signum() < 0;
    }

    private static Reason margin(Credit credit, Source deal) {
        Reason margin =
                Reason.amount(Label.MARGIN, Formula.DIFFERENCE, deal, List.of(price(credit, deal), cost(credit, deal)));
        if (!isLoss(credit, margin.result())) {
            return margin;
        }
        Reason none = Reason.given(Label.NO_LOSS, BigDecimal.ZERO, Unit.AMOUNT, null);
        Formula formula = margin.result().signum() < 0 ? Formula.MOST : Formula.LEAST;
        return Reason.amount(Label.MARGIN, formula, deal, List.of(margin, none));
    }
}
