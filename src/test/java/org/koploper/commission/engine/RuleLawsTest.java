package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.koploper.money.Split;

/** What holds for every rule of the catalogue, each in a component with a quota, over credits at random. */
class RuleLawsTest {

    private static final BigDecimal QUOTA = new BigDecimal("12000");
    private static final BigDecimal TARGET = new BigDecimal("5000");

    private interface Law {
        void holds(RateRule rule, List<Credit> credits, Random random);
    }

    private static void always(Law law) {
        Rounds.always(RuleLawsTest.class, 300, seed -> {
            Random random = new Random(seed);
            RateRule rule = new AnyPlan(random).rule();
            law.holds(rule, AnyHistory.of(random).credits(), random);
        });
    }

    @Test
    void eachMonthAloneIsTheSameAsAllAtOnce() {
        Rounds.always(RuleLawsTest.class, 300, seed -> {
            CrossingsTest.Case one = CrossingsTest.Case.of(seed);
            List<Line> monthly = new ArrayList<>();
            for (YearMonth month = Samples.FROM; !month.isAfter(Samples.TO); month = month.plusMonths(1)) {
                History all = one.history();
                LocalDate needed = one.terms().window(month).from();
                History known = new History(
                        since(needed, all.credits()),
                        all.service(),
                        all.quotas(),
                        all.scores(),
                        all.payments(),
                        all.terminations(),
                        new Beside(
                                since(needed, all.beside().overlay()),
                                since(needed, all.beside().team()),
                                all.beside().placings(),
                                all.beside().claims(),
                                all.beside().rates()));
                monthly.addAll(Engine.calculate(one.terms(), known, month, month));
            }

            assertThat(monthly)
                    .containsExactlyInAnyOrderElementsOf(
                            Engine.calculate(one.terms(), one.history(), Samples.FROM, Samples.TO));
        });
    }

    private static List<Credit> since(LocalDate needed, List<Credit> credits) {
        return credits.stream()
                .filter(credit -> !credit.date().isBefore(needed))
                .toList();
    }

    @Test
    void whichDayOfItsMonthADealOfTheSameKindIsWonChangesNoPayout() {
        always((rule, credits, random) -> {
            List<Credit> alike = alike(credits);
            List<Credit> moved = alike.stream()
                    .map(credit -> new Credit(
                            credit.deal(),
                            credit.date().withDayOfMonth(random.nextInt(1, 29)),
                            credit.dealAmount(),
                            credit.share(),
                            credit.facts()))
                    .toList();

            assertThat(payouts(rule, moved)).isEqualTo(payouts(rule, alike));
        });
    }

    @Test
    void aDealAndItsReversalInOneMonthLeaveNothing() {
        always((rule, credits, random) -> {
            List<Credit> alike = alike(credits);
            Facts facts = new Facts(new BigDecimal("400"), new BigDecimal("3"), BigDecimal.ONE, Map.of("kind", "new"));
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(1, 40) * 500L);
            Credit deal = new Credit("X", LocalDate.of(2026, 3, 3), amount, new BigDecimal("0.4"), facts);
            List<Credit> with = new ArrayList<>(alike);
            with.add(deal);
            with.add(AnyHistory.reversed(deal, "X/cancelled", LocalDate.of(2026, 3, 30), BigDecimal.ONE.negate()));

            assertThat(payouts(rule, with)).isEqualTo(payouts(rule, alike));
        });
    }

    @Test
    void aReversalInALaterWindowTakesBackAllThatItsDealEarned() {
        always((rule, credits, random) -> {
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(1, 40) * 500L);
            Facts facts = new Facts(new BigDecimal("400"), new BigDecimal("3"), BigDecimal.ONE, Map.of("kind", "new"));
            Credit deal = new Credit("X", LocalDate.of(2025, 12, 3), amount, BigDecimal.ONE, facts);
            Credit reversal =
                    AnyHistory.reversed(deal, "X/cancelled", LocalDate.of(2026, 4, 30), BigDecimal.ONE.negate());

            assertThat(total(rule, List.of(deal, reversal))).isEqualByComparingTo("0");
        });
    }

    @Test
    void neighbouringBandsOfTheSameRatesAreOne() {
        always((rule, credits, random) -> {
            if (rule instanceof TierRule tiers) {
                assertThat(payouts(cut(tiers), credits)).isEqualTo(payouts(tiers, credits));
            }
        });
    }

    @Test
    void scalingAllThatIsMoneyScalesThePay() {
        always((rule, credits, random) -> {
            BigDecimal factor = BigDecimal.valueOf(random.nextInt(1, 1000), 1);
            UnaryOperator<BigDecimal> larger = factor::multiply;
            List<Credit> scaled = credits.stream()
                    .map(credit -> new Credit(
                            credit.deal(),
                            credit.date(),
                            larger.apply(credit.dealAmount()),
                            credit.share(),
                            new Facts(
                                    larger.apply(credit.facts().cost()),
                                    credit.facts().quantity(),
                                    credit.facts().deals(),
                                    credit.facts().traits(),
                                    credit.facts().origin(),
                                    BigDecimal.ZERO)))
                    .toList();

            BigDecimal pay = exact(scaled(rule, larger), larger.apply(QUOTA), larger.apply(TARGET), scaled);
            assertThat(pay)
                    .isCloseTo(exact(rule, QUOTA, TARGET, credits).multiply(factor), within(new BigDecimal("1e-9")));
        });
    }

    @Test
    void theSharesOfADealAddUpToTheWholeAtFlatRates() {
        always((rule, credits, random) -> {
            if (!(rule instanceof FlatRate)) {
                return;
            }
            List<BigDecimal> shares = Split.byWeights(
                    BigDecimal.ONE, 4, List.of(BigDecimal.valueOf(random.nextInt(1, 100)), BigDecimal.valueOf(7)));
            for (Credit credit : credits) {
                BigDecimal sum = BigDecimal.ZERO;
                for (BigDecimal share : shares) {
                    sum = sum.add(exact(rule, QUOTA, TARGET, List.of(shared(credit, share))));
                }
                assertThat(sum)
                        .isEqualByComparingTo(exact(rule, QUOTA, TARGET, List.of(shared(credit, BigDecimal.ONE))));
            }
        });
    }

    private static Credit shared(Credit credit, BigDecimal share) {
        return new Credit(credit.deal(), credit.date(), credit.dealAmount(), share, credit.facts());
    }

    /** All of one kind, so that what a window pays is a function of sums. */
    private static List<Credit> alike(List<Credit> credits) {
        return credits.stream()
                .map(credit -> new Credit(
                        credit.deal(),
                        credit.date(),
                        credit.dealAmount(),
                        credit.share(),
                        new Facts(
                                credit.facts().cost(),
                                credit.facts().quantity(),
                                credit.facts().deals(),
                                Map.of("kind", "new"))))
                .toList();
    }

    private static TierRule cut(TierRule tiers) {
        List<Band> bands = new ArrayList<>();
        for (Band band : tiers.bands()) {
            BigDecimal end = band.to() == null ? band.from().add(BigDecimal.ONE) : band.to();
            BigDecimal middle = band.from().add(end).divide(BigDecimal.TWO);
            bands.add(new Band(band.from(), middle, band.rates(), band.rerates()));
            bands.add(new Band(middle, band.to(), band.rates(), false));
        }
        return new TierRule(tiers.accumulate(), tiers.boundary(), tiers.on(), bands);
    }

    private static RateRule scaled(RateRule rule, UnaryOperator<BigDecimal> larger) {
        return switch (rule) {
            case FlatRate flat ->
                new FlatRate(new Rates(flat.rates().cases().stream()
                        .map(one -> new Rates.Case(
                                one.when(), one.fixed() ? larger.apply(one.value()) : one.value(), one.fixed()))
                        .toList()));
            case TierRule tiers
            when tiers.on() == On.COUNTED || tiers.on() == On.OUTPUT ->
                new TierRule(
                        tiers.accumulate(),
                        tiers.boundary(),
                        tiers.on(),
                        tiers.bands().stream()
                                .map(band -> new Band(
                                        larger.apply(band.from()),
                                        orNull(band.to(), larger),
                                        band.rates(),
                                        band.rerates()))
                                .toList());
            case Bonus bonus -> {
                UnaryOperator<BigDecimal> bound =
                        bonus.on() == On.COUNTED ? larger : UnaryOperator.<BigDecimal>identity();
                yield new Bonus(
                        bonus.accumulate(),
                        bonus.boundary(),
                        bonus.on(),
                        bonus.steps().stream()
                                .map(step -> new Bonus.Step(
                                        bound.apply(step.from()),
                                        orNull(step.to(), bound),
                                        larger.apply(step.amount())))
                                .toList());
            }
            default -> rule;
        };
    }

    private static @Nullable BigDecimal orNull(@Nullable BigDecimal value, UnaryOperator<BigDecimal> larger) {
        return value == null ? null : larger.apply(value);
    }

    private static BigDecimal total(RateRule rule, List<Credit> credits) {
        return payouts(rule, credits).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Rounded, without the months that pay nothing. */
    private static Map<YearMonth, BigDecimal> payouts(RateRule rule, List<Credit> credits) {
        Map<YearMonth, BigDecimal> sums = new TreeMap<>();
        for (Line line : lines(rule, QUOTA, TARGET, credits)) {
            sums.merge(line.month(), line.amount(), BigDecimal::add);
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        sums.replaceAll((month, sum) -> sum.setScale(2, RoundingMode.UNNECESSARY));
        return sums;
    }

    private static BigDecimal exact(RateRule rule, BigDecimal quota, BigDecimal target, List<Credit> credits) {
        return lines(rule, quota, target, credits).stream()
                .filter(line -> line.kind() != LineKind.ROUNDING)
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Line> lines(RateRule rule, BigDecimal quota, BigDecimal target, List<Credit> credits) {
        boolean pays = rule instanceof PayCurve
                || rule instanceof Scorecard
                || rule instanceof TierRule tiers && tiers.on() == On.ATTAINMENT;
        Component component = new Component(
                "Any",
                Measure.REVENUE,
                Match.ALL,
                null,
                rule,
                new Quota(quota, List.of(), Proration.NONE),
                pays ? target : null,
                BigDecimal.ONE,
                List.of(),
                Limits.NONE);
        Terms terms = new Terms(
                "Laws",
                1,
                Samples.EURO,
                new Validity(LocalDate.of(2020, 1, 1), null),
                List.of(component),
                Rounding.standard(Samples.EURO));
        return Engine.calculate(terms, credits, Samples.FROM, Samples.TO);
    }
}
