package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule gives for all that one window holds, as a function of sums: written from the definitions, not from the
 * engine. What one credit earns is what this grows by.
 *
 * @param validity credits outside of it move the position and are never paid, nor rated again
 * @param quota of the window; null where there is none
 * @param target target pay of the window; null where the rates are of what is counted
 */
record OracleValue(
        Component component,
        Validity validity,
        @Nullable Fraction quota,
        @Nullable Fraction target) {

    /** The value of these credits, in their order, all in one window. */
    Fraction of(List<Credit> credits) {
        if (component.rule().needsQuota() && quota == null || credits.isEmpty()) {
            return Fraction.ZERO;
        }
        return switch (component.rule()) {
            case FlatRate flat -> flat(flat, credits);
            case TierRule tiers when tiers.on().isMargin() -> byMargin(tiers, credits);
            case TierRule tiers when tiers.on() == On.OUTPUT -> onOutput(tiers, credits);
            case TierRule tiers -> isPlain(tiers, credits) ? plain(tiers, credits) : bySegments(tiers, credits);
            case PayCurve curve -> curve(curve, counted(credits).over(known(quota)));
            case Bonus bonus ->
                bonus(bonus, bonus.on() == On.ATTAINMENT ? counted(credits).over(known(quota)) : counted(credits));
            case Scorecard _ -> Fraction.ZERO;
            case Ranking _ -> Fraction.ZERO;
        };
    }

    private Fraction flat(FlatRate flat, List<Credit> credits) {
        Fraction sum = Fraction.ZERO;
        for (Credit credit : credits) {
            Rates.Case found = choose(flat.rates(), credit);
            if (found != null && found.fixed()) {
                sum = sum.plus(part(Measure.DEALS, credit).times(Fraction.of(found.value())));
            } else if (found != null) {
                sum = sum.plus(base(credit).times(Fraction.of(found.value())));
            }
        }
        return sum;
    }

    /** One rate a band and the same sum on both sides: a function of what was sold. */
    private boolean isPlain(TierRule tiers, List<Credit> credits) {
        return component.counts() == null
                && credits.stream().allMatch(credit -> validity.contains(credit.date()))
                && tiers.bands().stream()
                        .allMatch(band -> band.rates().cases().size() == 1
                                && band.rates()
                                        .cases()
                                        .getFirst()
                                        .when()
                                        .wanted()
                                        .isEmpty());
    }

    private Fraction plain(TierRule tiers, List<Credit> credits) {
        Fraction sold = counted(credits);
        return plain(tiers, sold.abs()).times(Fraction.of(sold.signum()));
    }

    /** {@code F(S)}: all below the last band that rerates at that one's rate, each part above at its own. */
    private Fraction plain(TierRule tiers, Fraction sold) {
        int rerated = rerated(tiers, band(tiers, sold));
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < tiers.bands().size(); i++) {
            Fraction from = from(tiers, i);
            Fraction to = to(tiers, i);
            Fraction part = (to == null ? sold : sold.min(to)).minus(from).max(Fraction.ZERO);
            sum = sum.plus(part.times(rate(tiers, Math.max(i, rerated), 0)));
        }
        return sum;
    }

    /** Where what is paid and what is counted differ, or kinds of credit do: every credit leaves parts in the bands. */
    private Fraction bySegments(TierRule tiers, List<Credit> credits) {
        int kinds = tiers.bands().getFirst().rates().cases().size();
        Fraction[][] parts = new Fraction[kinds][tiers.bands().size()];
        Fraction position = Fraction.ZERO;
        for (Credit credit : credits) {
            Fraction way = counted(credit);
            Fraction after = position.plus(way);
            int kind = index(tiers.bands().getFirst().rates(), credit);
            boolean isPaid = kind >= 0 && validity.contains(credit.date());
            for (int i = 0; isPaid && i < tiers.bands().size(); i++) {
                Fraction part = way.signum() == 0
                        ? i == band(tiers, position.abs()) ? Fraction.ONE : Fraction.ZERO
                        : within(tiers, i, after)
                                .minus(within(tiers, i, position))
                                .over(way);
                Fraction before = parts[kind][i] == null ? Fraction.ZERO : parts[kind][i];
                parts[kind][i] = before.plus(base(credit).times(part));
            }
            position = after;
        }
        int rerated = rerated(tiers, band(tiers, position.abs()));
        Fraction sum = Fraction.ZERO;
        for (int kind = 0; kind < kinds; kind++) {
            for (int i = 0; i < tiers.bands().size(); i++) {
                if (parts[kind][i] != null) {
                    sum = sum.plus(parts[kind][i].times(rate(tiers, Math.max(i, rerated), kind)));
                }
            }
        }
        return sum;
    }

    /** How much of the way from zero to the position lies in the band or its mirror image. */
    private Fraction within(TierRule tiers, int band, Fraction position) {
        Fraction distance = position.abs();
        Fraction to = to(tiers, band);
        Fraction part = (to == null ? distance : distance.min(to))
                .minus(from(tiers, band))
                .max(Fraction.ZERO);
        return part.times(Fraction.of(position.signum()));
    }

    private Fraction byMargin(TierRule tiers, List<Credit> credits) {
        Fraction sum = Fraction.ZERO;
        for (Credit credit : credits) {
            int kind = index(tiers.bands().getFirst().rates(), credit);
            int band = bandOfMargin(tiers, credit);
            if (kind >= 0 && band >= 0) {
                sum = sum.plus(base(credit)
                        .times(Fraction.of(tiers.bands()
                                .get(band)
                                .rates()
                                .cases()
                                .get(kind)
                                .value())));
            }
        }
        return sum;
    }

    private static int bandOfMargin(TierRule tiers, Credit credit) {
        Fraction whole = Fraction.of(
                tiers.on() == On.MARGIN_ON_PRICE
                        ? credit.dealAmount()
                        : credit.facts().cost());
        Fraction margin = whole(Measure.MARGIN, credit);
        // no part can be told of nothing
        return whole.signum() == 0 ? -1 : plainBand(tiers, margin.over(whole));
    }

    /** The position is what was paid out: a band ends when it has paid what lies between its bounds. */
    private Fraction onOutput(TierRule tiers, List<Credit> credits) {
        Fraction paid = Fraction.ZERO;
        for (Credit credit : credits) {
            int kind = index(tiers.bands().getFirst().rates(), credit);
            Fraction left = base(credit);
            while (kind >= 0 && left.signum() != 0) {
                boolean outwards = paid.signum() == 0 || paid.signum() == left.signum();
                Fraction distance = paid.abs();
                int band = 0;
                while (outwards
                        ? to(tiers, band) != null && distance.compareTo(to(tiers, band)) >= 0
                        : to(tiers, band) != null && distance.compareTo(to(tiers, band)) > 0) {
                    band++;
                }
                Fraction rate = Fraction.of(
                        tiers.bands().get(band).rates().cases().get(kind).value());
                Fraction end = outwards ? to(tiers, band) : from(tiers, band);
                Fraction all = left.abs().times(rate);
                Fraction room = end == null ? all : end.minus(distance).abs();
                Fraction step = all.min(room);
                paid = paid.plus(step.times(Fraction.of(left.signum())));
                left = step.equals(all)
                        ? Fraction.ZERO
                        : left.minus(step.over(rate).times(Fraction.of(left.signum())));
            }
        }
        return paid;
    }

    private Fraction curve(PayCurve curve, Fraction reached) {
        Fraction attained = reached.abs();
        List<PayCurve.Point> points = curve.points();
        Fraction part = Fraction.ZERO;
        for (int i = 0; i < points.size(); i++) {
            Fraction x = Fraction.of(points.get(i).attainment());
            Fraction y = Fraction.of(points.get(i).payout());
            if (attained.compareTo(x) >= 0) {
                Fraction slope = Fraction.ZERO;
                if (i + 1 < points.size()) {
                    Fraction rise = Fraction.of(points.get(i + 1).payout()).minus(y);
                    slope = rise.over(
                            Fraction.of(points.get(i + 1).attainment()).minus(x));
                } else if (curve.slopeAbove() != null) {
                    slope = Fraction.of(curve.slopeAbove());
                }
                part = y.plus(slope.times(attained.minus(x)));
            }
        }
        part = curve.cap() == null ? part : part.min(Fraction.of(curve.cap()));
        return part.times(known(target)).times(Fraction.of(reached.signum()));
    }

    private static Fraction bonus(Bonus bonus, Fraction reached) {
        Fraction distance = reached.abs();
        Fraction sum = Fraction.ZERO;
        for (Bonus.Step step : bonus.steps()) {
            Fraction from = Fraction.of(step.from());
            if (step.to() != null) {
                Fraction length = Fraction.of(step.to()).minus(from);
                Fraction part =
                        distance.minus(from).max(Fraction.ZERO).min(length).over(length);
                sum = sum.plus(part.times(Fraction.of(step.amount())));
            } else if (isReached(bonus.boundary(), from, distance)) {
                sum = sum.plus(Fraction.of(step.amount()));
            }
        }
        return sum.times(Fraction.of(reached.signum()));
    }

    private Fraction rate(TierRule tiers, int band, int kind) {
        Fraction rate =
                Fraction.of(tiers.bands().get(band).rates().cases().get(kind).value());
        return target == null ? rate : rate.times(target).over(known(quota));
    }

    private Fraction from(TierRule tiers, int band) {
        return bound(tiers, tiers.bands().get(band).from());
    }

    private @Nullable Fraction to(TierRule tiers, int band) {
        BigDecimal to = tiers.bands().get(band).to();
        return to == null ? null : bound(tiers, to);
    }

    private Fraction bound(TierRule tiers, BigDecimal bound) {
        return tiers.on() == On.ATTAINMENT ? Fraction.of(bound).times(known(quota)) : Fraction.of(bound);
    }

    private int band(TierRule tiers, Fraction distance) {
        int band = 0;
        for (int i = 1; i < tiers.bands().size(); i++) {
            band = isReached(tiers.boundary(), from(tiers, i), distance) ? i : band;
        }
        return band;
    }

    private static int plainBand(TierRule tiers, Fraction distance) {
        int band = 0;
        for (int i = 1; i < tiers.bands().size(); i++) {
            Fraction from = Fraction.of(tiers.bands().get(i).from());
            band = isReached(tiers.boundary(), from, distance) ? i : band;
        }
        return band;
    }

    private static boolean isReached(Boundary boundary, Fraction from, Fraction value) {
        int beyond = value.compareTo(from);
        return boundary == Boundary.UPPER ? beyond >= 0 : beyond > 0;
    }

    private static int rerated(TierRule tiers, int band) {
        int rerated = -1;
        for (int i = 0; i <= band; i++) {
            rerated = tiers.bands().get(i).rerates() ? i : rerated;
        }
        return rerated;
    }

    /** What moves the position: what is paid on, or what the plan counts instead. */
    Fraction counted(List<Credit> credits) {
        return credits.stream().map(this::counted).reduce(Fraction.ZERO, Fraction::plus);
    }

    private Fraction counted(Credit credit) {
        Counts counts = component.counts();
        if (counts == null) {
            return base(credit);
        }
        Rates.Case times = choose(counts.multipliers(), credit);
        return times == null ? Fraction.ZERO : part(counts.measure(), credit).times(Fraction.of(times.value()));
    }

    private Fraction base(Credit credit) {
        Fraction base = part(component.measure(), credit);
        return component.sales().lessLower()
                ? base.minus(Fraction.of(credit.facts().below()))
                : base;
    }

    /** The whole, where what it earns is divided later. */
    private Fraction part(Measure measure, Credit credit) {
        boolean isWhole = component.sales().divided() && credit.sharing() != null;
        return isWhole ? whole(measure, credit) : amount(measure, credit);
    }

    static Fraction amount(Measure measure, Credit credit) {
        return whole(measure, credit).times(Fraction.of(credit.share()));
    }

    private static Fraction whole(Measure measure, Credit credit) {
        Fraction price = Fraction.of(credit.dealAmount());
        return switch (measure) {
            case REVENUE -> price;
            case QUANTITY -> Fraction.of(credit.facts().quantity());
            case DEALS -> Fraction.of(credit.facts().deals());
            case MARGIN -> {
                Fraction margin = price.minus(Fraction.of(credit.facts().cost()));
                yield margin.signum() * price.signum() < 0 ? Fraction.ZERO : margin;
            }
        };
    }

    static boolean chooses(Match match, Credit credit) {
        for (Map.Entry<String, Set<String>> wanted : match.wanted().entrySet()) {
            String has = credit.facts().traits().get(wanted.getKey());
            if (has == null || !wanted.getValue().contains(has)) {
                return false;
            }
        }
        return true;
    }

    private static int index(Rates rates, Credit credit) {
        for (int i = 0; i < rates.cases().size(); i++) {
            if (chooses(rates.cases().get(i).when(), credit)) {
                return i;
            }
        }
        return -1;
    }

    private static Rates.@Nullable Case choose(Rates rates, Credit credit) {
        int index = index(rates, credit);
        return index < 0 ? null : rates.cases().get(index);
    }

    private static Fraction known(@Nullable Fraction number) {
        return Objects.requireNonNull(number);
    }
}
