package org.koploper.commission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Label;
import org.koploper.commission.engine.Reason;

/** The one sentence that a reason comes down to. */
final class ReasonSentence {

    private final ReasonWords words;

    ReasonSentence(ReasonWords words) {
        this.words = words;
    }

    String of(Reason reason) {
        return switch (reason.label()) {
            case COMMISSION_ON_DEAL ->
                words.text("reason.sentence.deal", words.number(reason), credit(reason), rate(reason));
            case COMMISSION_IN_TIER ->
                words.text("reason.sentence.tier", words.number(reason), base(reason), rate(reason), tier(reason));
            case ROUNDING_DIFFERENCE ->
                words.text("reason.sentence.rounding", words.number(reason), words.formula(reason));
            case NO_RATE -> words.text("reason.sentence.no-rate", words.source(reason));
            case NO_INVOICE -> words.text("reason.sentence.no-invoice", words.source(reason));
            case NO_COST -> words.text("reason.sentence.no-cost", words.source(reason));
            case NOT_SCORED -> words.text("reason.sentence.not-scored", words.source(reason));
            case ADJUSTMENT ->
                words.text(
                        "reason.sentence.adjustment",
                        words.number(reason),
                        words.source(reason),
                        words.number(reason.operands().getFirst()),
                        words.number(reason.operands().getLast()),
                        of(reason.operands().getFirst()));
            case FORGIVEN ->
                words.text(
                        "reason.sentence.forgiven",
                        words.number(reason),
                        words.source(reason),
                        words.number(reason.operands().getFirst()),
                        words.number(reason.operands().get(1)));
            case GONE -> words.text("reason.sentence.gone");
            case NOTHING_CREDITED -> words.text("reason.sentence.nothing-credited", words.source(reason));
            default ->
                reason.operands().isEmpty()
                        ? words.label(reason) + ": " + words.number(reason)
                        : words.label(reason) + ": " + words.number(reason) + " = " + words.formula(reason);
        };
    }

    private String rate(Reason reason) {
        return words.number(reason.operands().getLast());
    }

    /** What is credited, and where lower levels are paid first, less what they earn. */
    private String credit(Reason reason) {
        Reason below = ReasonWords.find(reason, Label.EARNED_BELOW);
        return below == null
                ? credited(reason)
                : words.text("reason.sentence.less-lower-levels", credited(reason), words.number(below));
    }

    /** {@code €2,500.00}, or {@code 80% of €2,500.00}. */
    private String credited(Reason reason) {
        Reason credited = ReasonWords.find(reason, Label.CREDITED);
        Reason deal = ReasonWords.find(reason, Label.DEAL_AMOUNT);
        Reason onTop = ReasonWords.find(reason, Label.OVERLAY_SHARE);
        Reason share = onTop == null ? ReasonWords.find(reason, Label.SHARE) : onTop;
        if (credited == null || deal == null || share == null) {
            return words.number(reason.operands().getFirst());
        }
        String amount = words.number(deal);
        Reason converted = ReasonWords.find(deal, Label.CONVERTED_AMOUNT);
        if (converted != null) {
            amount = words.text("reason.sentence.converted", amount, words.formula(converted));
        }
        if (onTop != null) {
            return words.text("reason.sentence.overlay", words.number(share), amount);
        }
        return share.result().compareTo(BigDecimal.ONE) == 0
                ? amount
                : words.text("reason.sentence.share", words.number(share), amount);
    }

    /** The credit when all of it lies in the tier, else the part that does. */
    private String base(Reason reason) {
        Reason base = reason.operands().getFirst();
        Reason less = ReasonWords.find(reason, Label.LESS_LOWER_LEVELS);
        Reason credited = less == null ? ReasonWords.find(reason, Label.CREDITED) : less;
        return credited == null || credited.result().compareTo(base.result()) == 0
                ? credit(reason)
                : words.text("reason.sentence.part", words.number(base), credit(reason));
    }

    private String tier(Reason reason) {
        @Nullable Reason from = ReasonWords.find(reason, Label.TIER_FROM);
        @Nullable Reason to = ReasonWords.find(reason, Label.TIER_TO);
        if (from == null) {
            return "";
        }
        return to == null
                ? words.text("reason.sentence.tier-from", words.number(from))
                : words.text("reason.sentence.tier-between", words.number(from), words.number(to));
    }
}
