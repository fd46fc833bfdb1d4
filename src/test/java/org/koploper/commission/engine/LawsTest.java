package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.koploper.money.Split;

/** What holds for every plan and every list of credits. Run again with {@code -Dseed=…} as printed. */
class LawsTest {

    private static void always(Consumer<Samples> law) {
        Rounds.always(LawsTest.class, 300, seed -> law.accept(new Samples(seed)));
    }

    @Test
    void theOrderInWhichDealsArriveChangesNothing() {
        always(samples -> {
            Terms terms = samples.terms(samples.rule(), samples.rule());
            List<Credit> credits = samples.credits();
            List<Credit> shuffled = new ArrayList<>(credits);
            Collections.shuffle(shuffled, samples.random());

            assertThat(calculate(terms, shuffled)).isEqualTo(calculate(terms, credits));
        });
    }

    @Test
    void theOrderOfDealsWithinAWindowDecidesWhichEarnsButNotHowMuch() {
        always(samples -> {
            Accumulate accumulate = samples.accumulate();
            Terms terms = samples.terms(samples.tiers(accumulate));
            List<Credit> credits = samples.credits();
            List<Credit> moved = credits.stream()
                    .map(credit -> new Credit(
                            credit.deal(),
                            credit.date().withDayOfMonth(samples.random().nextInt(1, 28)),
                            credit.dealAmount(),
                            credit.share()))
                    .toList();

            assertThat(unroundedByMonth(terms, moved)).isEqualTo(unroundedByMonth(terms, credits));
        });
    }

    @Test
    void aDealAndItsReversalInOneWindowLeaveNothing() {
        always(samples -> {
            Terms terms = samples.terms(samples.rule(), samples.rule());
            List<Credit> credits = samples.credits();
            Credit deal = new Credit("X", LocalDate.of(2026, 3, 10), samples.amount(), BigDecimal.ONE);
            List<Credit> with = new ArrayList<>(credits);
            with.add(deal);
            with.add(Samples.reversed(deal, LocalDate.of(2026, 3, 25)));

            assertThat(unroundedByMonth(terms, with)).isEqualTo(unroundedByMonth(terms, credits));
        });
    }

    @Test
    void aReversalOfTheOnlyDealInALaterWindowLeavesNothingEither() {
        always(samples -> {
            Terms terms = samples.terms(samples.rule(), samples.rule());
            Credit deal = new Credit("X", LocalDate.of(2025, 12, 10), samples.amount(), BigDecimal.ONE);
            Credit reversal = Samples.reversed(deal, LocalDate.of(2026, 4, 1));

            assertThat(unrounded(calculate(terms, List.of(deal, reversal)))).isZero();
        });
    }

    @Test
    void theSharesOfADealAddUpToTheWhole() {
        always(samples -> {
            Terms flat = samples.terms(new FlatRate(new BigDecimal("0.137")));
            BigDecimal amount = samples.amount();
            List<BigDecimal> weights = List.of(
                    BigDecimal.valueOf(samples.random().nextInt(1, 100)), BigDecimal.valueOf(7), BigDecimal.valueOf(3));
            BigDecimal paid = BigDecimal.ZERO;
            for (BigDecimal share : Split.byWeights(BigDecimal.ONE, 6, weights)) {
                paid = paid.add(unrounded(calculate(flat, List.of(deal(amount, share)))));
            }

            assertThat(paid).isEqualByComparingTo(unrounded(calculate(flat, List.of(deal(amount, BigDecimal.ONE)))));
        });
    }

    @Test
    void oneDealBookedInTwoPartsPaysTheSame() {
        always(samples -> {
            Terms terms = samples.terms(samples.tiers(Accumulate.QUARTER), samples.tiers(Accumulate.MONTH));
            BigDecimal amount = samples.amount();
            BigDecimal part = samples.amount();
            List<Credit> whole = new ArrayList<>(samples.credits());
            List<Credit> parts = new ArrayList<>(whole);
            whole.add(deal(amount, BigDecimal.ONE));
            parts.add(deal(amount.subtract(part), BigDecimal.ONE));
            parts.add(new Credit("X/2", deal(part, BigDecimal.ONE).date(), part, BigDecimal.ONE));

            assertThat(unroundedByMonth(terms, parts)).isEqualTo(unroundedByMonth(terms, whole));
        });
    }

    @Test
    void scalingAmountsAndBoundsScalesThePay() {
        always(samples -> {
            TierRule tiers = samples.tiers(samples.accumulate());
            BigDecimal factor = BigDecimal.valueOf(samples.random().nextInt(1, 1000), 1);
            TierRule scaled = new TierRule(
                    tiers.accumulate(),
                    tiers.boundary(),
                    tiers.bands().stream()
                            .map(band -> new Band(
                                    band.from().multiply(factor),
                                    band.to() == null ? null : band.to().multiply(factor),
                                    band.rate()))
                            .toList());
            List<Credit> credits = samples.credits();
            List<Credit> larger = credits.stream()
                    .map(credit -> new Credit(
                            credit.deal(), credit.date(), credit.dealAmount().multiply(factor), credit.share()))
                    .toList();

            assertThat(unrounded(calculate(samples.terms(scaled), larger)))
                    .isEqualByComparingTo(
                            unrounded(calculate(samples.terms(tiers), credits)).multiply(factor));
        });
    }

    @Test
    void mergingNeighbouringBandsOfEqualRateChangesNothing() {
        always(samples -> {
            TierRule tiers = samples.tiers(samples.accumulate());
            List<Band> cut = new ArrayList<>();
            for (Band band : tiers.bands()) {
                BigDecimal middle = band.from().add(new BigDecimal("333.33"));
                if (band.to() == null || middle.compareTo(band.to()) < 0) {
                    cut.add(new Band(band.from(), middle, band.rate()));
                    cut.add(new Band(middle, band.to(), band.rate()));
                } else {
                    cut.add(band);
                }
            }
            List<Credit> credits = samples.credits();

            assertThat(unroundedByMonth(
                            samples.terms(new TierRule(tiers.accumulate(), tiers.boundary(), cut)), credits))
                    .isEqualTo(unroundedByMonth(samples.terms(tiers), credits));
        });
    }

    @Test
    void monthByMonthIsTheSameAsAllAtOnce() {
        always(samples -> {
            Terms terms = samples.terms(samples.rule());
            List<Credit> credits = samples.credits();
            List<Line> monthly = new ArrayList<>();
            for (YearMonth month = Samples.FROM; !month.isAfter(Samples.TO); month = month.plusMonths(1)) {
                LocalDate needed = terms.window(month).from();
                List<Credit> known = credits.stream()
                        .filter(credit -> !credit.date().isBefore(needed))
                        .toList();
                monthly.addAll(Engine.calculate(terms, known, month, month));
            }

            assertThat(monthly).isEqualTo(calculate(terms, credits));
        });
    }

    @Test
    void aDealOfNothingIsExplainedAndChangesNothing() {
        always(samples -> {
            Terms terms = samples.terms(samples.rule());
            List<Credit> credits = new ArrayList<>(samples.credits());
            Map<YearMonth, BigDecimal> before = unroundedByMonth(terms, credits);
            credits.add(deal(BigDecimal.ZERO, BigDecimal.ONE));

            assertThat(unroundedByMonth(terms, credits)).isEqualTo(before);
            assertThat(calculate(terms, credits))
                    .filteredOn(line -> "X".equals(line.deal()))
                    .hasSize(1);
        });
    }

    @Test
    void everyReasonComputesToItsResultAndEveryLineToItsReason() {
        always(samples -> {
            for (Line line : calculate(samples.terms(samples.rule(), samples.rule()), samples.credits())) {
                assertThat(line.reason().evaluate())
                        .isEqualTo(line.reason().result())
                        .isEqualTo(line.amount());
                if (line.kind() == LineKind.DEAL) {
                    assertThat(line.base().multiply(line.rate())).isEqualByComparingTo(line.amount());
                }
            }
        });
    }

    @Test
    void theBasesOfADealAddUpToWhatIsCredited() {
        always(samples -> {
            List<Credit> credits = samples.credits();
            List<Line> lines = calculate(samples.terms(samples.rule()), credits);
            for (Credit credit : credits) {
                if (!YearMonth.from(credit.date()).isAfter(Samples.TO)) {
                    assertThat(lines.stream()
                                    .filter(line -> credit.deal().equals(line.deal()))
                                    .map(Line::base)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                            .isEqualByComparingTo(credit.dealAmount().multiply(credit.share()));
                }
            }
        });
    }

    @Test
    void theLinesOfAMonthAddUpToItsRoundedPayout() {
        always(samples -> {
            Terms terms = samples.terms(samples.rule());
            Map<YearMonth, BigDecimal> paid = new HashMap<>();
            List<Line> lines = calculate(terms, samples.credits());
            lines.forEach(line -> paid.merge(line.month(), line.amount(), BigDecimal::add));

            unroundedByMonth(lines)
                    .forEach((month, exact) ->
                            assertThat(paid.get(month)).isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP)));
            assertThat(paid).as("zero is said too").hasSize(9);
        });
    }

    @Test
    void everyLineHasAKeyOfItsOwn() {
        always(samples -> {
            List<Line> lines = calculate(samples.terms(samples.rule(), samples.rule()), samples.credits());

            assertThat(lines).extracting(Line::key).doesNotHaveDuplicates();
        });
    }

    @Test
    void theEngineAgreesWithTheFormulaOnPaper() {
        always(samples -> {
            TierRule tiers = samples.tiers(samples.accumulate());
            List<Credit> credits = samples.credits();
            List<Line> lines = calculate(samples.terms(tiers), credits);
            for (Credit credit : credits) {
                if (!YearMonth.from(credit.date()).isAfter(Samples.TO)) {
                    assertThat(lines.stream()
                                    .filter(line -> credit.deal().equals(line.deal()))
                                    .map(Line::amount)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                            .isEqualByComparingTo(Paper.pay(tiers, credits, credit));
                }
            }
        });
    }

    @Test
    void theLedgerFollowsTheTruthAndASecondLookPostsNothing() {
        always(samples -> {
            Map<String, Held> ledger = new HashMap<>();
            for (int run = 0; run < 3; run++) {
                List<Line> lines = calculate(samples.terms(samples.rule()), samples.credits());
                Map<String, BigDecimal> net = new TreeMap<>();
                ledger.forEach((key, held) -> net.put(key, held.amount()));

                for (Difference difference : Differences.between(lines, ledger)) {
                    net.merge(difference.key(), difference.delta(), BigDecimal::add);
                    ledger.put(difference.key(), Held.after(difference));
                }

                assertThat(Differences.between(lines, ledger)).isEmpty();
                lines.forEach(line -> assertThat(net.get(line.key())).isEqualByComparingTo(line.amount()));
                assertThat(sum(net.values().stream().toList()))
                        .isEqualByComparingTo(
                                sum(lines.stream().map(Line::amount).toList()));
            }
        });
    }

    private static Credit deal(BigDecimal amount, BigDecimal share) {
        return new Credit("X", LocalDate.of(2026, 3, 10), amount, share);
    }

    private static List<Line> calculate(Terms terms, List<Credit> credits) {
        return Engine.calculate(terms, credits, Samples.FROM, Samples.TO);
    }

    private static BigDecimal unrounded(List<Line> lines) {
        return sum(new ArrayList<>(unroundedByMonth(lines).values()));
    }

    private static Map<YearMonth, BigDecimal> unroundedByMonth(Terms terms, List<Credit> credits) {
        return unroundedByMonth(calculate(terms, credits));
    }

    /** What the deals of each month earn before rounding, without the months that earn nothing. */
    private static Map<YearMonth, BigDecimal> unroundedByMonth(List<Line> lines) {
        Map<YearMonth, BigDecimal> sums = new TreeMap<>();
        for (Line line : lines) {
            if (line.kind() == LineKind.DEAL) {
                sums.merge(line.month(), line.amount(), BigDecimal::add);
            }
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        sums.replaceAll((month, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
