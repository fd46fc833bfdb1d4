package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers the position in the current window: what the steps pay after a credit less what they paid before it. */
final class BonusRater implements Rater {

    private final Bonus bonus;
    private final QuotaBook quotas;
    private final String source;
    private final Position position;
    private @Nullable Reason quota;

    BonusRater(Bonus bonus, QuotaBook quotas, String source) {
        this.bonus = bonus;
        this.quotas = quotas;
        this.source = source;
        this.position = new Position(bonus.accumulate(), quotas.unit(), source);
    }

    @Override
    public void pass(Credited credited) {
        enterWindowOf(credited);
        position.moveTo(position.reached().plus(credited.counted().exact()));
    }

    @Override
    public List<Earning> rate(Credited credited) {
        enterWindowOf(credited);
        if (bonus.needsQuota() && quota == null) {
            return List.of(Earning.nothing(
                    Label.NO_QUOTA, credited, "window:" + position.window().key()));
        }
        Reason before = position.before();
        Reason after = Reason.of(Label.POSITION_AFTER, Formula.SUM, before.unit(), null, before, credited.counted());
        position.moveTo(after.exact());
        List<Earning> earnings = new ArrayList<>(1);
        for (int i = 0; i < bonus.steps().size(); i++) {
            Reason amount = earned(i, before, after, credited);
            if (amount.result().signum() != 0) {
                earnings.add(new Earning(LineKind.DEAL, i, credited.base(), null, amount));
            }
        }
        if (earnings.isEmpty()) {
            int ahead = ahead(after.result());
            earnings.add(
                    new Earning(LineKind.DEAL, ahead, credited.base(), null, earned(ahead, before, after, credited)));
        }
        return earnings;
    }

    private Reason earned(int index, Reason before, Reason after, Credited credited) {
        Bonus.Step step = bonus.steps().get(index);
        String place = source + "/step " + (index + 1);
        Reason amount = Reason.given(Label.BONUS_AMOUNT, step.amount(), Unit.AMOUNT, place);
        Reason from = bound(Label.STEP_FROM, step.from(), place);
        BigDecimal end = step.to();
        if (end == null) {
            return Reason.amount(
                    Label.BONUS_ON_DEAL,
                    Formula.DIFFERENCE,
                    credited.source(),
                    List.of(
                            reached(Label.BONUS_AFTER, after, from, amount),
                            reached(Label.BONUS_BEFORE, before, from, amount)));
        }
        Reason to = bound(Label.STEP_TO, end, place);
        Reason covered =
                Reason.of(Label.COVERED, Formula.OVERLAP, before.unit(), null, List.of(before, after, from, to));
        Reason product = Reason.of(Label.TIMES_COVERED, Formula.PRODUCT, Unit.AMOUNT, null, List.of(amount, covered));
        Reason width = Reason.of(Label.STEP_WIDTH, Formula.DIFFERENCE, before.unit(), null, List.of(to, from));
        return Reason.amount(Label.BONUS_ON_DEAL, Formula.QUOTIENT, credited.source(), List.of(product, width));
    }

    private Reason reached(Label label, Reason at, Reason from, Reason amount) {
        return at.result().signum() < 0
                ? beyond(label, at.mirrored(at.label()), from, amount).mirrored(label)
                : beyond(label, at, from, amount);
    }

    private Reason beyond(Label label, Reason at, Reason from, Reason amount) {
        Reason nothing = Reason.given(Label.NOTHING, BigDecimal.ZERO, Unit.AMOUNT, null);
        return bonus.boundary() == Boundary.UPPER
                ? Reason.amount(label, Formula.AT_LEAST, null, List.of(at, from, amount, nothing))
                : Reason.amount(label, Formula.BELOW, null, List.of(from, at, amount, nothing));
    }

    /** The step to speak of where none pays: the first not reached, or the last. */
    private int ahead(BigDecimal at) {
        for (int i = 0; i < bonus.steps().size(); i++) {
            if (!bonus.boundary()
                    .reached(
                            bound(Label.STEP_FROM, bonus.steps().get(i).from(), source)
                                    .result(),
                            at.abs())) {
                return i;
            }
        }
        return bonus.steps().size() - 1;
    }

    private Reason bound(Label label, BigDecimal stated, String place) {
        if (quota == null || !bonus.needsQuota()) {
            return Reason.given(label, stated, quotas.unit(), place);
        }
        Reason fraction = Reason.given(label, stated, Unit.RATE, place);
        return Reason.of(label, Formula.PRODUCT, quotas.unit(), place, List.of(fraction, quota));
    }

    private void enterWindowOf(Credited credited) {
        if (position.enter(credited.date()) && bonus.needsQuota()) {
            quota = quotas.quota(position.window());
        }
    }
}
