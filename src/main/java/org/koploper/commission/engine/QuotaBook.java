package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/** What quota and target pay of a component are for one payee in one window. */
final class QuotaBook {

    private final Component component;
    private final Accumulate windows;
    private final History history;
    private final String source;

    QuotaBook(Component component, Accumulate windows, History history, String source) {
        this.component = component;
        this.windows = windows;
        this.history = history;
        this.source = source;
    }

    /** Where the windows of a component's rule come from; a rule that has none counts by month. */
    static Accumulate windows(RateRule rule) {
        return switch (rule) {
            case FlatRate flat -> Accumulate.MONTH;
            case TierRule tiers -> tiers.accumulate();
            case PayCurve curve -> curve.accumulate();
            case Bonus bonus -> bonus.accumulate();
            case Scorecard card -> card.accumulate();
            case Ranking ranking -> ranking.accumulate();
        };
    }

    /** Above zero; null where none was set, or the payee was not there. */
    @Nullable
    Reason quota(Period window) {
        Quota quota = component.quota();
        if (quota == null) {
            return null;
        }
        Reason stated = stated(quota, window);
        Reason whole = stated != null ? stated : own(window);
        if (whole == null) {
            return null;
        }
        Reason reason =
                prorated(Label.QUOTA_PRORATED, whole, quota.proration(), quota.partTime() != PartTime.IGNORED, window);
        return reason.result().signum() > 0 ? reason : null;
    }

    /** What 100 % pays in that window. */
    Reason targetPay(Period window) {
        BigDecimal pay = Objects.requireNonNull(component.targetPay());
        Reason whole = Reason.given(Label.TARGET_PAY, pay, Unit.AMOUNT, source + "/target pay");
        Quota quota = component.quota();
        return quota == null
                ? whole
                : prorated(
                        Label.TARGET_PAY_PRORATED,
                        whole,
                        quota.proration(),
                        quota.partTime() == PartTime.QUOTA_AND_TARGET_PAY,
                        window);
    }

    /** The score of an objective for exactly that window; null when nobody has scored it. */
    @Nullable
    Reason score(String objective, Period window) {
        return history.scores().stream()
                .filter(score ->
                        score.objective().equals(objective) && score.period().equals(window))
                .findFirst()
                .map(score -> Reason.given(Label.SCORE, score.score(), Unit.RATE, "score:" + objective))
                .orElse(null);
    }

    private @Nullable Reason own(Period window) {
        BigDecimal sum = BigDecimal.ZERO;
        for (OwnQuota own : history.quotas()) {
            boolean meant = own.component() == null || own.component().equals(component.name());
            if (meant
                    && window.contains(own.period().from())
                    && window.contains(own.period().to())) {
                sum = sum.add(own.amount());
            }
        }
        return sum.signum() == 0 ? null : Reason.given(Label.QUOTA, sum, unit(), "quota:" + window.key());
    }

    private @Nullable Reason stated(Quota quota, Period window) {
        int served = quota.ramp().isEmpty() ? 0 : windowsServed(window);
        if (served < quota.ramp().size()) {
            return Reason.given(Label.QUOTA_RAMPED, quota.ramp().get(served), unit(), source + "/ramp " + (served + 1));
        }
        return quota.amount() == null ? null : Reason.given(Label.QUOTA, quota.amount(), unit(), source + "/quota");
    }

    /** Windows between the one in which the service began and this one, none before it; many where the start is not known. */
    private int windowsServed(Period window) {
        if (history.service().from() == null) {
            return Integer.MAX_VALUE;
        }
        int served = 0;
        Period first = windows.window(history.service().from());
        while (first.from().isBefore(window.from())) {
            first = windows.window(first.to().plusDays(1));
            served++;
        }
        return served;
    }

    /** @param weighed whether a day counts for as much as somebody works of it */
    private Reason prorated(Label label, Reason whole, Proration proration, boolean weighed, Period window) {
        if (proration == Proration.NONE) {
            return whole;
        }
        int all = proration.all(window);
        Reason days = weighed
                ? fullTime(proration, window)
                : days(Label.DAYS_ACTIVE, proration.active(window, history.service()), window);
        if (days.result().compareTo(BigDecimal.valueOf(all)) == 0) {
            return whole;
        }
        Reason product = Reason.of(Label.TIMES_DAYS, Formula.PRODUCT, whole.unit(), null, List.of(whole, days));
        Reason allDays = days(Label.DAYS_IN_WINDOW, all, window);
        return Reason.of(label, Formula.QUOTIENT, whole.unit(), null, List.of(product, allDays));
    }

    /** The days in service, each for as much as is worked of it. */
    private Reason fullTime(Proration proration, Period window) {
        List<Proration.Stretch> stretches = proration.stretches(window, history.service());
        if (stretches.stream().allMatch(stretch -> stretch.part().compareTo(BigDecimal.ONE) == 0)) {
            return days(Label.DAYS_ACTIVE, proration.active(window, history.service()), window);
        }
        List<Reason> weighed = stretches.stream()
                .map(stretch -> Reason.of(
                        Label.FULL_TIME_DAYS,
                        Formula.PRODUCT,
                        Unit.COUNT,
                        null,
                        List.of(
                                days(Label.DAYS_ACTIVE, stretch.days(), window),
                                Reason.given(Label.PART_OF_FULL_TIME, stretch.part(), Unit.RATE, null))))
                .toList();
        return weighed.size() == 1
                ? weighed.getFirst()
                : Reason.of(Label.FULL_TIME_DAYS, Formula.SUM, Unit.COUNT, null, weighed);
    }

    private static Reason days(Label label, int days, Period window) {
        return Reason.given(label, BigDecimal.valueOf(days), Unit.COUNT, "window:" + window.key());
    }

    /** Of what the component counts. */
    Unit unit() {
        Counts counts = component.counts();
        return counts == null ? component.measure().unit() : counts.measure().unit();
    }
}
