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
