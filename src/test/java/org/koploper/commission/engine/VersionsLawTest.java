package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A plan whose next version says the same pays the same, month by month and balance by balance, as if it had never had two. */
class VersionsLawTest {

    private static final LocalDate EARLY = LocalDate.of(2020, 1, 1);

    @Test
    void aNextVersionWithTheSameTermsPaysWhatOneVersionThroughoutDoes() {
        Set<LineKind> met = EnumSet.noneOf(LineKind.class);
        Rounds.always(VersionsLawTest.class, 3_000, seed -> {
            Random random = new Random(seed);
            Terms terms = anyThatGoesOn(random);
            History history = AnyHistory.of(random);
            YearMonth second = Samples.FROM.plusMonths(random.nextInt(1, 9));
            YearMonth third = second.plusMonths(random.nextInt(1, 5));

            List<Line> once = Engine.pay(terms, history, Samples.FROM, Samples.TO);
            List<List<Line>> split = pay(versions(terms, List.of(second, third)), history);

            assertThat(balances(split.stream().flatMap(List::stream))).isEqualTo(balances(once.stream()));
            split.stream().skip(1).flatMap(List::stream).map(Line::kind).forEach(met::add);
        });
        assertThat(met)
                .contains(
                        LineKind.FROM_CAP,
                        LineKind.CAPPED,
                        LineKind.RECOVERED,
                        LineKind.HOLDBACK_PAID,
                        LineKind.CLAWED_BACK,
                        LineKind.CARRIED);
    }

    @Test
    void overVersionsThatDifferNoBalanceTurnsAroundAndEveryReasonComputesToItsLine() {
        Rounds.always(VersionsLawTest.class, 2_000, seed -> {
            Random random = new Random(seed);
            AnyPlan any = new AnyPlan(random);
            List<Terms> versions = new ArrayList<>();
            LocalDate from = EARLY;
            for (int i = 1; i <= 3; i++) {
                LocalDate next = Samples.FROM.plusMonths(2L * i).atDay(1).plusDays(random.nextInt(45));
                versions.add(valid(any.terms(), i, from, i == 3 ? null : next.minusDays(1)));
                from = next;
            }

            List<Line> lines = pay(versions, AnyHistory.of(random)).stream()
                    .flatMap(List::stream)
                    .toList();

            for (YearMonth month = Samples.FROM; !month.isAfter(Samples.TO); month = month.plusMonths(1)) {
                YearMonth end = month;
                Map<LineKind, BigDecimal> sums = new EnumMap<>(LineKind.class);
                lines.stream()
                        .filter(line -> !line.month().isAfter(end))
                        .forEach(line -> sums.merge(line.kind(), line.amount(), BigDecimal::add));
                assertThat(sum(sums, LineKind.DRAWN, LineKind.RECOVERED)).isNotNegative();
                assertThat(sum(sums, LineKind.CARRIED)).isNotNegative();
                assertThat(sum(sums, LineKind.HELD_BACK, LineKind.HOLDBACK_PAID))
                        .isNotPositive();
            }
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line.reason().evaluate()).isEqualByComparingTo(line.amount()));
        });
    }

    @Test
    void whatBecomesOfADealIsSaidByItsOwnVersionWhateverTheNextOneTakesBack() {
        Rounds.always(VersionsLawTest.class, 2_000, seed -> {
            Random random = new Random(seed);
            Terms terms = new AnyPlan(random).terms();
            History history = AnyHistory.of(random);
            List<Terms> same = versions(terms, List.of(Samples.FROM.plusMonths(random.nextInt(1, 6))));
            PayTerms.Clawback other = random.nextBoolean() ? null : new PayTerms.Clawback(null, random.nextInt(1, 13));
            List<Terms> changed = List.of(same.getFirst(), with(other, same.getLast()));

            if (terms.pay().clawback() != null) {
                assertThat(ofDeals(pay(changed, history).getFirst()))
                        .isEqualTo(ofDeals(pay(same, history).getFirst()));
            }
        });
    }

    @Test
    void aDealOfAVersionWithoutAClawbackPaysAllBackWhenItEndsUnderOneThatHasIt() {
        int[] met = new int[1];
        Rounds.always(VersionsLawTest.class, 2_000, seed -> {
            Random random = new Random(seed);
            Terms terms = new AnyPlan(random).terms();
            History history = AnyHistory.of(random);
            List<Terms> versions = versions(terms, List.of(Samples.FROM.plusMonths(random.nextInt(1, 6))));
            Terms first = with(null, versions.getFirst());
            Terms second = with(new PayTerms.Clawback(null, random.nextInt(1, 13)), versions.getLast());
            List<Line> lines = pay(List.of(first, second), history).stream()
                    .flatMap(List::stream)
                    .toList();

            for (Termination end : history.terminations()) {
                if (second.validity().contains(end.date())
                        && !YearMonth.from(end.date()).isAfter(Samples.TO)
                        && isWon(history, end.deal(), first)) {
                    Map<String, BigDecimal> paid = new TreeMap<>();
                    lines.stream()
                            .filter(line -> end.deal().equals(line.deal()))
                            .forEach(line -> paid.merge(line.component(), line.amount(), BigDecimal::add));
                    // a loss is no pay, and is not given back; what is cut towards zero has two units around it
                    BigDecimal rounding =
                            BigDecimal.TWO.movePointLeft(terms.rounding().decimals());
                    assertThat(paid.values()).allSatisfy(sum -> assertThat(sum).isLessThan(rounding));
                    met[0] += paid.isEmpty() ? 0 : 1;
                } else if (first.validity().contains(end.date()) && !end.deal().contains("/")) {
                    // under its own version only a reversal takes back what a deal was paid
                    assertThat(lines)
                            .filteredOn(line -> end.deal().equals(line.deal()))
                            .extracting(Line::kind)
                            .doesNotContain(LineKind.CLAWED_BACK, LineKind.CANCELLED);
                }
            }
        });
        assertThat(met[0]).isPositive();
    }

    private static boolean isWon(History history, String deal, Terms terms) {
        return Stream.of(Whose.values())
                .flatMap(whose -> history.of(whose).stream())
                .anyMatch(
                        credit -> credit.deal().equals(deal) && terms.validity().contains(credit.date()));
    }

    private static Terms with(PayTerms.Clawback clawback, Terms terms) {
        PayTerms pay = terms.pay();
        return new Terms(
                terms.plan(),
                terms.version(),
                terms.currency(),
                terms.validity(),
                terms.components(),
                terms.rounding(),
                new PayTerms(pay.release(), pay.draw(), pay.holdback(), clawback, pay.carriesDebt()),
                terms.exchange());
    }

    private static List<Line> ofDeals(List<Line> lines) {
        return lines.stream().filter(line -> line.deal() != null).toList();
    }

    private static BigDecimal sum(Map<LineKind, BigDecimal> sums, LineKind... kinds) {
        return Stream.of(kinds)
                .map(kind -> sums.getOrDefault(kind, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is rated again, and what tiers on output count, belongs to a version; so does a budget. */
    private static Terms anyThatGoesOn(Random random) {
        AnyPlan any = new AnyPlan(random);
        while (true) {
            Terms terms = any.terms();
            if (terms.components().stream().allMatch(VersionsLawTest::goesOn)) {
                return valid(terms, 1, EARLY, null);
            }
        }
    }

    private static boolean goesOn(Component component) {
        boolean startsAnew = component.rule() instanceof TierRule tiers
                && (tiers.on() == On.OUTPUT || tiers.bands().stream().anyMatch(Band::rerates));
        return !startsAnew && component.limits().budget() == null;
    }

    private static List<Terms> versions(Terms terms, List<YearMonth> starts) {
        List<Terms> versions = new ArrayList<>();
        LocalDate from = EARLY;
        for (YearMonth start : starts) {
            versions.add(valid(terms, versions.size() + 1, from, start.atDay(1).minusDays(1)));
            from = start.atDay(1);
        }
        versions.add(valid(terms, versions.size() + 1, from, null));
        return versions;
    }

    private static Terms valid(Terms terms, int version, LocalDate from, LocalDate to) {
        return new Terms(
                terms.plan(),
                version,
                terms.currency(),
                new Validity(from, to),
                terms.components(),
                terms.rounding(),
                terms.pay(),
                terms.exchange());
    }

    private static List<List<Line>> pay(List<Terms> versions, History history) {
        List<Settlement.Under> earned = new ArrayList<>();
        History known = history;
        for (Terms terms : versions) {
            earned.add(new Settlement.Under(terms, known, Engine.calculate(terms, known, Samples.FROM, Samples.TO)));
            known = terms.validity().to() == null ? known : history.after(Engine.openings(terms, known));
        }
        return Settlement.settle(earned, Samples.FROM, Samples.TO);
    }

    /** By month: what is paid, and the sum of each kind of line that stands for something held or owed. */
    private static Map<YearMonth, Map<Object, BigDecimal>> balances(Stream<Line> lines) {
        Map<YearMonth, Map<Object, BigDecimal>> months = new TreeMap<>();
        lines.filter(line -> line.amount().signum() != 0).forEach(line -> {
            Map<Object, BigDecimal> month = months.computeIfAbsent(line.month(), one -> new java.util.HashMap<>());
            month.merge("paid", line.amount(), BigDecimal::add);
            if (line.kind().compareTo(LineKind.ROUNDING) > 0) {
                month.merge(line.kind(), line.amount(), BigDecimal::add);
            }
        });
        months.values().forEach(month -> month.replaceAll((of, sum) -> sum.stripTrailingZeros()));
        return months;
    }
}
