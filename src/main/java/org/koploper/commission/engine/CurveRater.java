package org.koploper.commission.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers the position in the current window: what the curve pays after a credit less what it paid before it. */
final class CurveRater implements Rater {

    private final PayCurve curve;
    private final QuotaBook quotas;
    private final String source;
    private final Position position;
    private @Nullable Reason quota;
    private @Nullable Reason targetPay;

    CurveRater(PayCurve curve, QuotaBook quotas, String source) {
        this.curve = curve;
        this.quotas = quotas;
        this.source = source;
        this.position = new Position(curve.accumulate(), quotas.unit(), source);
    }

    @Override
    public void pass(Credited credited) {
        enterWindowOf(credited);
        position.moveTo(position.reached().plus(credited.counted().exact()));
    }

    @Override
    public List<Earning> rate(Credited credited) {
        enterWindowOf(credited);
        if (quota == null || targetPay == null) {
            return List.of(Earning.nothing(
                    Label.NO_QUOTA, credited, "window:" + position.window().key()));
        }
        Reason before = position.before();
        Reason after = Reason.of(Label.POSITION_AFTER, Formula.SUM, before.unit(), null, before, credited.counted());
        position.moveTo(after.exact());
        Reason amount = Reason.amount(
                Label.COMMISSION_ON_CURVE,
                Formula.DIFFERENCE,
                credited.source(),
                List.of(
                        payout(Label.CURVE_AFTER, after, quota, targetPay),
                        payout(Label.CURVE_BEFORE, before, quota, targetPay)));
        return List.of(new Earning(LineKind.DEAL, Line.NO_BAND, credited.base(), null, amount));
    }

    /** Below zero the curve is mirrored, so that taking a credit back takes back what it earned. */
    private Reason payout(Label label, Reason at, Reason quota, Reason target) {
        return at.result().signum() < 0
                ? height(label, at.mirrored(at.label()), quota, target).mirrored(label)
                : height(label, at, quota, target);
    }

    /** In amounts and not in fractions, so that one division at the end is the only one. */
    private Reason height(Label label, Reason at, Reason quota, Reason target) {
        List<PayCurve.Point> points = curve.points();
        int next = 0;
        while (next < points.size() && at.result().compareTo(along(next, quota).result()) >= 0) {
            next++;
        }
        Reason uncapped;
        if (next == 0) {
            uncapped = Reason.amount(Label.BELOW_CURVE, Formula.SUM, place(0), List.of());
        } else if (next < points.size()) {
            uncapped = Reason.amount(
                    label,
                    Formula.LINE,
                    place(next),
                    List.of(at, along(next - 1, quota), up(next - 1, target), along(next, quota), up(next, target)));
        } else {
            uncapped = beyond(label, at, quota, target);
        }
        if (curve.cap() == null) {
            return uncapped;
        }
        Reason part = Reason.given(Label.CURVE_CAP, curve.cap(), Unit.RATE, source + "/cap");
        Reason cap = Reason.amount(Label.CURVE_CAP, Formula.PRODUCT, null, List.of(part, target));
        return uncapped.result().compareTo(cap.result()) <= 0
                ? uncapped
                : Reason.amount(label, Formula.LEAST, source + "/cap", List.of(uncapped, cap));
    }

    private Reason beyond(Label label, Reason at, Reason quota, Reason target) {
        int last = curve.points().size() - 1;
        Reason up = up(last, target);
        if (curve.slopeAbove() == null) {
            return up;
        }
        Reason slope = Reason.given(Label.CURVE_SLOPE, curve.slopeAbove(), Unit.COUNT, source + "/slope above");
        Reason further =
                Reason.of(Label.BEYOND_POINT, Formula.DIFFERENCE, at.unit(), null, List.of(at, along(last, quota)));
        Reason product = Reason.amount(Label.TIMES_TARGET_PAY, Formula.PRODUCT, null, List.of(further, slope, target));
        Reason more = Reason.amount(Label.BEYOND_CURVE, Formula.QUOTIENT, null, List.of(product, quota));
        return Reason.amount(label, Formula.SUM, place(last), List.of(up, more));
    }

    private Reason along(int point, Reason quota) {
        Reason attainment =
                Reason.given(Label.ATTAINMENT, curve.points().get(point).attainment(), Unit.RATE, place(point));
        return Reason.of(Label.POINT_AT, Formula.PRODUCT, quota.unit(), null, List.of(attainment, quota));
    }

    private Reason up(int point, Reason target) {
        Reason payout =
                Reason.given(Label.PAYOUT_PART, curve.points().get(point).payout(), Unit.RATE, place(point));
        return Reason.amount(Label.POINT_PAYS, Formula.PRODUCT, null, List.of(payout, target));
    }

    private String place(int point) {
        return source + "/point " + (point + 1);
    }

    private void enterWindowOf(Credited credited) {
        if (position.enter(credited.date())) {
            quota = quotas.quota(position.window());
            targetPay = quotas.targetPay(position.window());
        }
    }
}
