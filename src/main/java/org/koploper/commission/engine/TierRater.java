package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Remembers the position in the tiers within the current window: F(position + amount) - F(position), band by band. */
final class TierRater implements Rater {

    private final TierRule rule;
    private final boolean isTargetPay;
    private final boolean rerates;
    private final QuotaBook quotas;
    private final String source;
    private final Position position;
    private final Tiers stated;
    private Tiers tiers;
    private @Nullable Reason quota;
    private @Nullable Reason targetPay;
    /** Where the position lay after the last credit; only a place to begin to look from. */
    private int near;
    /** What was paid on in this window, by band and case; empty where no band rerates. */
    private final BigDecimal[][] filled;

    TierRater(Component component, TierRule rule, QuotaBook quotas, String source) {
        this.rule = rule;
        this.isTargetPay = component.targetPay() != null;
        this.rerates = rule.bands().stream().anyMatch(Band::rerates);
        this.quotas = quotas;
        this.source = source;
        Counts counts = component.counts();
        Unit unit =
                counts == null ? component.measure().unit() : counts.measure().unit();
        Unit rateUnit = isTargetPay || component.measure().unit() == Unit.AMOUNT ? Unit.RATE : Unit.AMOUNT;
        this.position = new Position(rule.accumulate(), unit, source);
        this.stated = Tiers.of(rule, unit, rateUnit, source);
        this.tiers = stated;
        this.filled = rerates ? new BigDecimal[rule.bands().size()][tiers.cases()] : new BigDecimal[0][0];
    }

    @Override
    public void pass(Credited credited) {
        enterWindowOf(credited);
        position.moveTo(position.reached().plus(credited.counted().exact()));
    }

    @Override
    public List<Earning> rate(Credited credited) {
        enterWindowOf(credited);
        if (rule.on() == On.ATTAINMENT && quota == null) {
            return List.of(Earning.nothing(
                    Label.NO_QUOTA, credited, "window:" + position.window().key()));
        }
        Reason before = position.before();
        Reason after = Reason.of(Label.POSITION_AFTER, Formula.SUM, before.unit(), null, before, credited.counted());
        position.moveTo(after.exact());
        int found = rule.bands().getFirst().rates().find(credited.credit());
        int from = tiers.bandAt(before.exact(), rule.boundary(), near);
        int band = tiers.bandAt(after.exact(), rule.boundary(), from);
        near = band;
        List<Earning> earnings = new ArrayList<>(1);
        if (found == Rates.NONE) {
            earnings.add(Earning.nothing(Label.NO_RULE, credited, source));
        } else {
            parts(credited, before, after, from, band, found, earnings);
        }
        if (rerates) {
            rerate(from, band, earnings);
            for (Earning part : earnings) {
                if (part.kind() == LineKind.DEAL && found != Rates.NONE) {
                    filled[part.band()][found] =
                            filled[part.band()][found].add(part.base().result());
                }
            }
        }
        return earnings;
    }

    private void parts(
            Credited credited, Reason before, Reason after, int from, int band, int found, List<Earning> earnings) {
        if (credited.counted().exact().signum() == 0) {
            Reason base = credited.isPaidOnWhatCounts() ? tiers.overlap(band, before, after) : credited.base();
            earnings.add(earning(credited, band, band, found, base));
            return;
        }
        // a way over zero leads through the lowest bands; no other band is touched than those between both ends
        int first = before.exact().signum() * after.exact().signum() < 0 ? 0 : Math.min(from, band);
        for (int i = first; i <= Math.max(from, band); i++) {
            Reason part = tiers.overlap(i, before, after);
            if (part.exact().signum() != 0) {
                earnings.add(earning(credited, i, band, found, base(credited, part)));
            }
        }
    }

    /** The part of what is paid on that lies in a band: as much of it as of what is counted. */
    private static Reason base(Credited credited, Reason counted) {
        if (credited.isPaidOnWhatCounts()) {
            return counted;
        }
        Reason product = Reason.of(
                Label.TIMES_COUNTED, Formula.PRODUCT, credited.base().unit(), null, List.of(credited.base(), counted));
        return Reason.of(
                Label.BASE_IN_TIER,
                Formula.QUOTIENT,
                credited.base().unit(),
                null,
                List.of(product, credited.counted()));
    }

    private Earning earning(Credited credited, int band, int reached, int found, Reason base) {
        Reason rate = tiers.rate(rateOf(band, reached), found);
        return new Earning(
                LineKind.DEAL, band, base, rate, pay(Label.COMMISSION_IN_TIER, credited.source(), base, rate));
    }

    private Reason pay(Label label, @Nullable CharSequence about, Reason base, Reason rate) {
        if (!isTargetPay) {
            return Reason.of(label, Formula.PRODUCT, Unit.AMOUNT, about, base, rate);
        }
        Reason product = Reason.amount(
                Label.TIMES_TARGET_PAY, Formula.PRODUCT, null, List.of(base, rate, Objects.requireNonNull(targetPay)));
        return Reason.amount(label, Formula.QUOTIENT, about, List.of(product, Objects.requireNonNull(quota)));
    }

    /** Which band's rate holds for a band while the position lies in the one reached. */
    private int rateOf(int band, int reached) {
        return rerates ? Math.max(band, rule.reratedUpTo(reached)) : band;
    }

    /** What the credits before this one earn more or less, since it moved the position over a band that rerates. */
    private void rerate(int left, int reached, List<Earning> earnings) {
        if (rule.reratedUpTo(left) == rule.reratedUpTo(reached)) {
            return;
        }
        List<Reason> terms = new ArrayList<>();
        BigDecimal base = BigDecimal.ZERO;
        for (int band = 0; band < filled.length; band++) {
            int was = rateOf(band, left);
            int is = rateOf(band, reached);
            for (int found = 0; found < filled[band].length; found++) {
                if (was != is && filled[band][found].signum() != 0) {
                    terms.add(term(filled[band][found], tiers.rate(is, found), tiers.rate(was, found)));
                    base = base.add(filled[band][found]);
                }
            }
        }
        if (!terms.isEmpty()) {
            Reason amount = Reason.amount(Label.RERATED, Formula.SUM, source, terms);
            Reason earlier = earlier(base);
            earnings.add(new Earning(LineKind.RERATED, Line.NO_BAND, earlier, null, amount));
        }
    }

    private Reason term(BigDecimal base, Reason is, Reason was) {
        Reason change = Reason.of(Label.RATE_CHANGE, Formula.DIFFERENCE, is.unit(), null, List.of(is, was));
        return pay(Label.RERATED_PART, null, earlier(base), change);
    }

    private Reason earlier(BigDecimal base) {
        return Reason.given(
                Label.EARLIER_IN_WINDOW,
                base,
                tiers.unit(),
                "window:" + position.window().key());
    }

    private void enterWindowOf(Credited credited) {
        boolean isNew = position.enter(credited.date());
        if (isNew || rule.accumulate() == Accumulate.NONE) {
            for (BigDecimal[] cases : filled) {
                Arrays.fill(cases, BigDecimal.ZERO);
            }
        }
        if (isNew && rule.on() == On.ATTAINMENT) {
            quota = quotas.quota(position.window());
            targetPay = isTargetPay ? quotas.targetPay(position.window()) : null;
            tiers = quota == null ? stated : stated.times(quota);
        }
    }
}
