package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a component asks for beside amounts, days and shares, wherever in it that stands. */
class NeedsTest {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final FlatRate FLAT = new FlatRate(ONE);
    private static final Match SOLAR = new Match(Map.of("family", Set.of("Solar")));
    private static final Rates BY_FAMILY = new Rates(List.of(new Rates.Case(SOLAR, ONE, false)));

    private static Stream<Arguments> components() {
        return Stream.of(
                of("a rate of revenue", rule(FLAT)),
                of("a rate of deals", with(Measure.DEALS, Match.ALL, null, FLAT)),
                of("a rate of margin", with(Measure.MARGIN, Match.ALL, null, FLAT), Need.COST),
                of("a rate of pieces", with(Measure.QUANTITY, Match.ALL, null, FLAT), Need.QUANTITY),
                of("some deals only", with(Measure.REVENUE, SOLAR, null, FLAT), Need.TRAITS),
                of("rates by family", rule(new FlatRate(BY_FAMILY)), Need.TRAITS),
                of(
                        "counted by margin",
                        with(Measure.REVENUE, Match.ALL, new Counts(Measure.MARGIN, Rates.of(ONE)), FLAT),
                        Need.COST),
                of(
                        "some count twice",
                        with(Measure.REVENUE, Match.ALL, new Counts(Measure.REVENUE, BY_FAMILY), FLAT),
                        Need.TRAITS),
                of("bands by family", rule(tiers(On.COUNTED, BY_FAMILY)), Need.TRAITS),
                of("bands of the counted", rule(tiers(On.COUNTED, Rates.of(ONE)))),
                of("bands of the margin", rule(tiers(On.MARGIN_ON_PRICE, Rates.of(ONE))), Need.COST),
                of("a scorecard", targeted(card()), Need.SCORES, Need.EVERY_MONTH),
                of(
                        "a ranking",
                        rule(new Ranking(Accumulate.MONTH, List.of(ONE), Ties.SHARED)),
                        Need.OTHERS,
                        Need.EVERY_MONTH),
                of("sales of the team", whose(new Sales(Whose.TEAM, false, false, null)), Need.TEAM),
                of("sales of each member", whose(new Sales(Whose.EACH_MEMBER, false, false, null)), Need.TEAM),
                of("on top of a split", whose(new Sales(Whose.OVERLAY, false, false, null)), Need.OVERLAY),
                of(
                        "less what others earn",
                        whose(new Sales(Whose.TEAM, true, false, null)),
                        Need.TEAM,
                        Need.LOWER_LEVELS),
                of("divided pay", whose(new Sales(Whose.OWN, false, true, null)), Need.SHARES),
                of("a quota of one's own", quota(null, List.of(), Proration.NONE), Need.QUOTAS),
                of("a quota of the plan", quota(ONE, List.of(), Proration.NONE)),
                of("a ramp", quota(ONE, List.of(ONE), Proration.NONE), Need.SERVICE),
                of("a part of the quota", quota(ONE, List.of(), Proration.ACTUAL), Need.SERVICE),
                of("at least so much", limited(new Limits(null, null, Accumulate.MONTH, ONE)), Need.EVERY_MONTH),
                of("at most so much", limited(new Limits(null, ONE, Accumulate.MONTH, null))),
                of("a budget first come", budget(Budget.Overrun.FIRST_COME), Need.OTHERS),
                of("a budget for all", budget(Budget.Overrun.PRO_RATA), Need.OTHERS, Need.EVERY_MONTH),
                of(
                        "a gate on margin",
                        gate(new Condition.Total(Measure.MARGIN, Match.ALL, Accumulate.MONTH, Whose.OWN)),
                        Need.COST),
                of(
                        "a gate on some deals",
                        gate(new Condition.Total(Measure.REVENUE, SOLAR, Accumulate.MONTH, Whose.OWN)),
                        Need.TRAITS),
                of(
                        "a gate on the team",
                        gate(new Condition.Total(Measure.REVENUE, Match.ALL, Accumulate.MONTH, Whose.TEAM)),
                        Need.TEAM),
                of("a gate on a score", gate(new Condition.Scored("Quality", Accumulate.MONTH)), Need.SCORES),
                of("a gate on another component", gate(new Condition.Attained("Other"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("components")
    void itAsksForWhatItsPartsAskFor(String what, Component component, Set<Need> needs) {
        assertThat(component.needs()).containsExactlyInAnyOrderElementsOf(needs);
    }

    @Test
    void traitsAreThoseOfEveryPartThatChooses() {
        Component component = new Component(
                "C",
                Measure.REVENUE,
                new Match(Map.of("segment", Set.of("Care"))),
                new Counts(Measure.REVENUE, by("region")),
                new FlatRate(by("family")),
                null,
                null,
                ONE,
                List.of(new Gate(
                        new Condition.AtLeast(
                                new Condition.Total(
                                        Measure.REVENUE,
                                        new Match(Map.of("source", Set.of("Fair"))),
                                        Accumulate.MONTH,
                                        Whose.OWN),
                                ONE),
                        BigDecimal.ZERO)),
                Limits.NONE);

        assertThat(component.traits()).containsExactlyInAnyOrder("segment", "region", "family", "source");
    }

    private static Arguments of(String what, Component component, Need... needs) {
        return Arguments.of(what, component, Set.of(needs));
    }

    private static Rates by(String trait) {
        return new Rates(List.of(new Rates.Case(new Match(Map.of(trait, Set.of("x"))), ONE, false)));
    }

    private static TierRule tiers(On on, Rates rates) {
        return new TierRule(
                on.isMargin() ? Accumulate.NONE : Accumulate.MONTH,
                Boundary.LOWER,
                on,
                List.of(new Band(BigDecimal.ZERO, null, rates, false)));
    }

    private static Scorecard card() {
        return new Scorecard(Accumulate.MONTH, List.of(new Scorecard.Objective("Quality", ONE)));
    }

    private static Component rule(RateRule rule) {
        return new Component("C", rule);
    }

    private static Component with(Measure measure, Match where, @Nullable Counts counts, RateRule rule) {
        return new Component("C", measure, where, counts, rule, null, null, ONE, List.of(), Limits.NONE);
    }

    private static Component targeted(RateRule rule) {
        return new Component("C", Measure.REVENUE, Match.ALL, null, rule, null, ONE, ONE, List.of(), Limits.NONE);
    }

    private static Component whose(Sales sales) {
        return new Component(
                "C", Measure.REVENUE, Match.ALL, null, FLAT, null, null, ONE, List.of(), Limits.NONE, sales);
    }

    private static Component quota(@Nullable BigDecimal amount, List<BigDecimal> ramp, Proration proration) {
        return new Component(
                "C",
                Measure.REVENUE,
                Match.ALL,
                null,
                FLAT,
                new Quota(amount, ramp, proration),
                null,
                ONE,
                List.of(),
                Limits.NONE);
    }

    private static Component limited(Limits limits) {
        return new Component("C", Measure.REVENUE, Match.ALL, null, FLAT, null, null, ONE, List.of(), limits);
    }

    private static Component budget(Budget.Overrun overrun) {
        return limited(
                new Limits(null, null, Accumulate.MONTH, null, false, new Budget(ONE, Accumulate.YEAR, overrun)));
    }

    private static Component gate(Condition.Gauge gauge) {
        return new Component(
                "C",
                Measure.REVENUE,
                Match.ALL,
                null,
                FLAT,
                null,
                null,
                ONE,
                List.of(new Gate(new Condition.AtLeast(gauge, ONE), BigDecimal.ZERO)),
                Limits.NONE);
    }
}
