package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The engine against a calculation of its own, over plans and histories at random. Run again with {@code -Dseed=…} as
 * printed, and with {@code -Drounds=…} for more than it does by itself.
 */
class CrossingsTest {

    private static final int ROUNDS = 10_000;

    @Test
    void theEngineAgreesWithTheOracleToTheCentInEveryMonthAndEveryBalance() {
        Rounds.always(CrossingsTest.class, ROUNDS, seed -> {
            Case one = Case.of(seed);
            assertThat(one.byTheEngine()).as("%s", one).isEqualTo(one.byTheOracle());
        });
    }

    @Test
    void theCasesAtRandomMeetEveryKindOfLineWithMoney() {
        Set<LineKind> met = EnumSet.noneOf(LineKind.class);
        for (long seed = 0; seed < ROUNDS / 20; seed++) {
            for (Line line : Case.of(seed).lines()) {
                if (line.amount().signum() != 0) {
                    met.add(line.kind());
                }
            }
        }
        // what is forgiven follows from what was closed, and nothing is closed here
        assertThat(EnumSet.complementOf(EnumSet.copyOf(met)))
                .containsExactly(LineKind.NOTHING_CREDITED, LineKind.FORGIVEN);
    }

    record Case(Terms terms, History history) {

        static Case of(long seed) {
            Random random = new Random(seed);
            return new Case(new AnyPlan(random).terms(), AnyHistory.of(random));
        }

        List<String> byTheOracle() {
            return OraclePay.months(terms, history, Samples.FROM, Samples.TO).stream()
                    .map(stand -> written(
                            stand.month(),
                            stand.earned(),
                            List.of(
                                    stand.paid(),
                                    stand.held(),
                                    stand.drawn(),
                                    stand.guaranteed(),
                                    stand.owed(),
                                    stand.takenBack())))
                    .toList();
        }

        List<Line> lines() {
            return Engine.pay(terms, history, Samples.FROM, Samples.TO);
        }

        List<String> byTheEngine() {
            List<Line> lines = lines();
            List<String> months = new ArrayList<>();
            for (YearMonth month = Samples.FROM; !month.isAfter(Samples.TO); month = month.plusMonths(1)) {
                YearMonth end = month;
                Predicate<Line> now = line -> line.month().equals(end);
                Predicate<Line> soFar = line -> !line.month().isAfter(end);
                List<Fraction> earned = terms.components().stream()
                        .map(component -> sum(
                                lines,
                                now.and(line -> line.component().equals(component.name()))
                                        .and(line -> line.kind().compareTo(LineKind.ROUNDING) <= 0)))
                        .toList();
                months.add(written(
                        month,
                        earned,
                        List.of(
                                sum(lines, now),
                                sum(
                                                lines,
                                                soFar.and(kinds(
                                                        LineKind.HELD,
                                                        LineKind.FREED,
                                                        LineKind.RELEASED,
                                                        LineKind.HELD_BACK,
                                                        LineKind.HOLDBACK_PAID)))
                                        .negated(),
                                sum(lines, soFar.and(kinds(LineKind.DRAWN, LineKind.RECOVERED))),
                                sum(lines, soFar.and(kinds(LineKind.GUARANTEED))),
                                sum(lines, soFar.and(kinds(LineKind.CARRIED))),
                                sum(lines, soFar.and(kinds(LineKind.CLAWED_BACK)))
                                        .negated())));
            }
            return months;
        }

        private static String written(YearMonth month, List<Fraction> earned, List<Fraction> balances) {
            return month + " earned " + earned + " paid, held, drawn, guaranteed, owed, taken back " + balances;
        }

        private static Predicate<Line> kinds(LineKind... kinds) {
            return line -> List.of(kinds).contains(line.kind());
        }

        private static Fraction sum(List<Line> lines, Predicate<Line> wanted) {
            return Fraction.of(
                    lines.stream().filter(wanted).map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }
}
