package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for the pay of every plan and every history, whatever rules and terms it has. */
class SettlementLawsTest {

    private static final Set<LineKind> HOLDING = EnumSet.of(LineKind.HELD, LineKind.RELEASED, LineKind.FREED);
    private static final Set<LineKind> HOLDING_BACK = EnumSet.of(LineKind.HELD_BACK, LineKind.HOLDBACK_PAID);
    private static final Set<LineKind> DRAWING = EnumSet.of(LineKind.DRAWN, LineKind.RECOVERED);

    private static final Pattern COUNTED = Pattern.compile("/(?:tier|rate|point|step|objective|gate|ramp) (-?[0-9]+)$");

    private static void always(Consumer<CrossingsTest.Case> law) {
        Rounds.always(SettlementLawsTest.class, 300, seed -> law.accept(CrossingsTest.Case.of(seed)));
    }

    @Test
    void everyLineHasAKeyOfItsOwnThatCanBeReadAgain() {
        always(one -> {
            assertThat(one.lines()).extracting(Line::key).doesNotHaveDuplicates();
            assertThat(one.lines())
                    .allSatisfy(
                            line -> assertThat(LineKey.parse(line.key()).text()).isEqualTo(line.key()));
        });
    }

    @Test
    void everyReasonComputesToItsResultAndEveryLineToItsReason() {
        always(one -> one.lines()
                .forEach(line -> assertThat(line.reason().evaluate())
                        .isEqualTo(line.reason().result())
                        .isEqualByComparingTo(line.amount())));
    }

    @Test
    void everyStepOfAReasonSaysWhereItIsFromAndKeepsNoMoreThanTheLedgerDoes() {
        always(one -> one.lines()
                .forEach(line -> steps(line.reason()).forEach(step -> {
                    assertThat(step.result().scale()).isLessThanOrEqualTo(18);
                    if (step.source() != null) {
                        assertThat(step.source()).doesNotEndWith(":").matches("[a-z]+:.+");
                        Matcher counted = COUNTED.matcher(step.source());
                        assertThat(!counted.find() || Integer.parseInt(counted.group(1)) > 0)
                                .as("counted from one: %s", step.source())
                                .isTrue();
                    }
                })));
    }

    @Test
    void everyCreditOfThePlanIsExplainedInEveryComponentThatChoosesIt() {
        always(one -> {
            List<String> told = one.lines().stream()
                    .filter(line -> line.kind() == LineKind.DEAL)
                    .map(line -> line.component() + " " + line.deal())
                    .toList();
            for (Component component : one.terms().components()) {
                for (Credit credit : one.history().credits()) {
                    boolean meant = !(component.rule() instanceof Scorecard || component.rule() instanceof Ranking)
                            && component.sales().whose() == Whose.OWN
                            && component.chooses(credit)
                            && one.terms().validity().contains(credit.date())
                            && !YearMonth.from(credit.date()).isAfter(Samples.TO);
                    assertThat(told.contains(component.name() + " " + credit.deal()))
                            .as("%s in %s", credit, component)
                            .isEqualTo(meant);
                }
            }
        });
    }

    @Test
    void everyLineIsAboutTheMonthAndTheComponentsAskedFor() {
        always(one -> one.lines().forEach(line -> {
            assertThat(line.month()).isBetween(Samples.FROM, Samples.TO);
            if (line.kind().compareTo(LineKind.ROUNDING) <= 0) {
                assertThat(one.terms().components()).extracting(Component::name).contains(line.component());
            }
        }));
    }

    @Test
    void theOrderInWhichAnythingArrivesChangesNothing() {
        Random random = new Random(1);
        always(one -> {
            History history = one.history();
            History shuffled = new History(
                    shuffled(history.credits(), random),
                    history.service(),
                    shuffled(history.quotas(), random),
                    shuffled(history.scores(), random),
                    shuffled(history.payments(), random),
                    shuffled(history.terminations(), random),
                    new Beside(
                            shuffled(history.beside().overlay(), random),
                            shuffled(history.beside().team(), random),
                            shuffled(history.beside().placings(), random),
                            shuffled(history.beside().claims(), random),
                            shuffled(history.beside().rates(), random)));

            assertThat(new CrossingsTest.Case(one.terms(), shuffled).lines()).isEqualTo(one.lines());
        });
    }

    @Test
    void whatIsEarnedIsPaidHeldOrOwedAfterEveryMonthAndNoBalanceTurnsAround() {
        always(one -> {
            List<Line> lines = one.lines();
            for (YearMonth month = Samples.FROM; !month.isAfter(Samples.TO); month = month.plusMonths(1)) {
                YearMonth end = month;
                List<Line> soFar = lines.stream()
                        .filter(line -> !line.month().isAfter(end))
                        .toList();
                BigDecimal earned = sum(soFar, line -> line.kind().isEarned());
                BigDecimal held = sum(soFar, in(HOLDING))
                        .add(sum(soFar, in(HOLDING_BACK)))
                        .negate();
                BigDecimal drawn = sum(soFar, in(DRAWING));
                BigDecimal guaranteed = sum(soFar, in(EnumSet.of(LineKind.GUARANTEED)));
                BigDecimal owed = sum(soFar, in(EnumSet.of(LineKind.CARRIED)));

                assertThat(earned)
                        .isEqualByComparingTo(sum(soFar, line -> true)
                                .add(held)
                                .subtract(drawn)
                                .subtract(guaranteed)
                                .subtract(owed));
                assertThat(drawn).isNotNegative();
                assertThat(owed).isNotNegative();
                assertThat(sum(soFar, in(HOLDING_BACK))).isNotPositive();
                if (one.terms().pay().carriesDebt()) {
                    assertThat(sum(soFar, line -> line.month().equals(end))).isNotNegative();
                }
            }
        });
    }

    @Test
    void aDealIsNeverPaidMoreThanItEarnedNorTakenBackMoreThanItWasPaid() {
        always(one -> {
            Map<String, List<Line>> byDeal = new HashMap<>();
            for (Line line : one.lines()) {
                if (line.deal() != null && !line.kind().isEarned()
                        || line.kind() == LineKind.CLAWED_BACK
                        || line.kind() == LineKind.CANCELLED) {
                    byDeal.computeIfAbsent(line.component() + "|" + line.deal(), key -> new ArrayList<>())
                            .add(line);
                }
            }
            boolean isReleased = one.terms().pay().release() != null;
            byDeal.values().forEach(lines -> {
                BigDecimal earned = sum(lines, in(EnumSet.of(LineKind.HELD))).negate();
                BigDecimal paid = BigDecimal.ZERO;
                for (Line line : lines) {
                    boolean isPaid = line.kind() == LineKind.RELEASED || line.kind() == LineKind.CLAWED_BACK;
                    paid = isPaid ? paid.add(line.amount()) : paid;
                    if (isReleased) {
                        assertThat(paid).isBetween(earned.min(BigDecimal.ZERO), earned.max(BigDecimal.ZERO));
                    }
                }
            });
        });
    }

    @Test
    void everyRunOfTheSameTruthAfterTheFirstPostsNothing() {
        always(one -> {
            Map<String, Held> ledger = new HashMap<>();
            Differences.between(one.lines(), ledger)
                    .forEach(difference -> ledger.put(difference.key(), Held.after(difference)));

            assertThat(Differences.between(one.lines(), ledger)).isEmpty();
        });
    }

    private static List<Reason> steps(Reason reason) {
        List<Reason> steps = new ArrayList<>(List.of(reason));
        reason.operands().forEach(operand -> steps.addAll(steps(operand)));
        return steps;
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static Predicate<Line> in(Set<LineKind> kinds) {
        return line -> kinds.contains(line.kind());
    }

    private static BigDecimal sum(List<Line> lines, Predicate<Line> wanted) {
        return lines.stream().filter(wanted).map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
