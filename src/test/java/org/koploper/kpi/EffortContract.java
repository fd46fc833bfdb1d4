package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** From calls to meetings: 108 calls of one week reached 38 decision makers, and 9 of those gave an appointment. */
abstract class EffortContract {

    private static final Period QUARTER = Period.parse("2026-Q3");
    private static final LocalDate AFTER = LocalDate.of(2026, 11, 14);

    @Autowired
    ApplicationContext context;

    @Autowired
    EffortBook book;

    private SalesSample sample;
    private PersonId anna;
    private PersonId mia;

    @BeforeEach
    void people() {
        sample = new SalesSample(context);
        anna = sample.person("Anna");
        mia = sample.person("Mia");
        sample.reportsTo(anna, mia);
    }

    @Test
    void eachRatioKeepsWhatItIsMadeOf() {
        sample.week(anna, "2026-09-14", 108, 38, 9, 16, 3, 10, 432);

        EffortWeek week = of(anna).weeks().getFirst();

        assertThat(week.monday()).isEqualTo("2026-09-14");
        assertThat(EffortRatio.REACHED.of(week.counts())).isEqualTo(new EffortShare(38, 108));
        assertThat(EffortRatio.AGREED.of(week.counts()).rate())
                .isCloseTo(new BigDecimal("0.2368"), within(new BigDecimal("0.0001")));
        assertThat(EffortRatio.MET.of(week.counts()).rate())
                .isCloseTo(new BigDecimal("0.08333"), within(new BigDecimal("0.00001")));
        assertThat(week.counts().unaccounted()).isZero();
        assertThat(week.counts().minutesPerCall()).isEqualByComparingTo("4");
        assertThat(week.days()).isEqualByComparingTo("5");
    }

    @Test
    void aDecisionMakerOfWhomNothingCameIsMissed() {
        sample.week(anna, "2026-09-14", 108, 38, 9, 16, 3, 0);

        assertThat(of(anna).totals().unaccounted()).isEqualTo(10);
    }

    @Test
    void severalWeeksAreTheSumByTheSumAndNotTheMeanOfRatios() {
        sample.week(anna, "2026-09-07", 10, 5, 5, 0, 0, 0);
        sample.week(anna, "2026-09-14", 90, 5, 0, 0, 0, 5, 180);

        EffortCounts totals = of(anna).totals();

        assertThat(EffortRatio.MET.of(totals)).isEqualTo(new EffortShare(5, 100));
        assertThat(totals.minutesPerCall())
                .as("of the calls whose minutes are known")
                .isEqualByComparingTo("2");
    }

    @Test
    void aFewCallsHaveNoPercentageAndWrongCountsNoneEither() {
        assertThat(new EffortShare(2, 3).lack()).isEqualTo(EffortShare.Lack.FEW);
        assertThat(new EffortShare(0, 0).lack()).isEqualTo(EffortShare.Lack.NOTHING);
        assertThat(new EffortShare(38, 30).lack()).isEqualTo(EffortShare.Lack.MORE_THAN_ALL);
        assertThat(new EffortShare(38, 30).rate()).isNull();
        assertThat(new EffortShare(38, 30).proportion()).isEmpty();
        assertThat(new EffortShare(2, 5).rate()).isEqualByComparingTo("0.4");
    }

    @Test
    void aWeekCountsOnItsMonday() {
        sample.week(anna, "2026-06-29", 50, 10, 1, 0, 0, 9);
        sample.week(anna, "2026-09-28", 60, 10, 1, 0, 0, 9);

        assertThat(of(anna).weeks()).extracting(EffortWeek::monday).containsExactly(LocalDate.of(2026, 9, 28));
    }

    @Test
    void whoWorksHalfTimeIsThereHalfOfTheDays() {
        sample.employed(anna, "2026-01-01", "0.5");
        sample.week(anna, "2026-07-20", 50, 10, 1, 0, 0, 9);

        // 21 July is a holiday in Belgium
        assertThat(of(anna).weeks().getFirst().days()).isEqualByComparingTo("2");
        assertThat(EffortLine.CALLS_A_DAY.in(of(anna).weeks().getFirst())).isEqualByComparingTo("25");
    }

    @Test
    void aManagerSeesThePeopleBelowTogetherAndEachOfThem() {
        PersonId bob = sample.person("Bob");
        sample.reportsTo(bob, mia);
        PersonId foreign = sample.person("Foreign");
        sample.week(anna, "2026-09-14", 108, 38, 9, 16, 3, 10);
        sample.week(bob, "2026-09-14", 120, 30, 4, 0, 0, 26);
        sample.week(foreign, "2026-09-14", 999, 0, 0, 0, 0, 0);

        Effort all = as(mia, Role.MANAGER, () -> book.together(QUARTER));

        assertThat(all.totals().calls()).isEqualTo(228);
        assertThat(all.weeks()).singleElement().extracting(EffortWeek::people).isEqualTo(2);
        assertThat(all.byPerson().keySet()).extracting(PersonRef::name).containsExactly("Anna", "Bob");
        assertThat(all.weeks().getFirst().days()).isEqualByComparingTo("10");
    }

    @Test
    void aTeamIsWhoeverWasInItOnTheMonday() {
        TeamId west = sample.team("West", null);
        TeamId coast = sample.team("Coast", west);
        sample.member(anna, coast, "2026-09-14", null);
        sample.week(anna, "2026-09-07", 50, 10, 1, 0, 0, 9);
        sample.week(anna, "2026-09-14", 70, 10, 1, 0, 0, 9);

        assertThat(as(mia, Role.MANAGER, () -> book.ofTeam(west, QUARTER))
                        .totals()
                        .calls())
                .isEqualTo(70);
        PersonId stranger = sample.person("Stranger");
        PersonId below = sample.person("Below");
        sample.reportsTo(below, stranger);
        assertThat(as(stranger, Role.MANAGER, () -> book.ofTeam(west, QUARTER)).weeks())
                .as("nobody of it is below the stranger")
                .isEmpty();
        assertThat(as(sample.person("Luc"), Role.FINANCE, () -> book.ofTeam(west, QUARTER))
                        .totals()
                        .calls())
                .isEqualTo(70);
    }

    @Test
    void colleaguesAndPersonnelSeeNobodysEffort() {
        PersonId colleague = sample.person("Colleague");

        assertThatThrownBy(() -> as(colleague, Role.REP, () -> book.of(anna, QUARTER)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(colleague, Role.HR, () -> book.of(anna, QUARTER)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(colleague, Role.REP, () -> book.together(QUARTER)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(as(anna, Role.REP, () -> book.of(anna, QUARTER)).weeks()).isEmpty();
    }

    @Test
    void tenMeetingsNeedAsManyCallsAsOneWeekTells() {
        sample.week(anna, "2026-09-14", 108, 38, 9, 16, 3, 10);

        EffortForecast ten = EffortForecast.of(of(anna).weeks(), 10).orElseThrow();

        assertThat(ten.byRate()).isEqualTo(120);
        assertThat(ten.range().low()).isEqualTo(67);
        assertThat(ten.range().high()).isEqualTo(225);
        assertThat(ten.at(0.5)).hasValue(114);
        assertThat(ten.at(0.8)).hasValue(166);
        assertThat(ten.at(0.9)).hasValue(203);
        assertThat(ten.caution()).as("one week is no basis").contains(EffortForecast.Caution.WEEKS);
    }

    @Test
    void theExerciseIsDoneAFewMoreTimesUntilTheRateIsKnown() {
        for (int i = 0; i < 4; i++) {
            sample.week(anna, LocalDate.of(2026, 8, 3).plusWeeks(i).toString(), 30, 7, 3, 0, 0, 4);
        }
        assertThat(forecast().caution()).contains(EffortForecast.Caution.CONTACTS);
        sample.week(anna, "2026-09-07", 30, 7, 3, 0, 0, 4);
        assertThat(forecast().caution()).contains(EffortForecast.Caution.WIDE);
        sample.week(anna, "2026-09-14", 700, 200, 70, 0, 0, 130);
        assertThat(forecast().caution()).isEmpty();
    }

    @Test
    void withoutAMeetingNothingIsForetold() {
        sample.week(anna, "2026-09-14", 108, 38, 0, 16, 3, 19);
        assertThat(EffortForecast.of(of(anna).weeks(), 10)).isEmpty();
    }

    @Test
    void aCourseIsATrendFromSixWeeksOnAndTheRunningOneDoesNotCount() {
        int[] calls = {140, 130, 120, 110, 100, 90};
        for (int i = 0; i < calls.length; i++) {
            sample.week(anna, LocalDate.of(2026, 8, 3).plusWeeks(i).toString(), calls[i], 40, 4 + 2 * i, 0, 0, 0);
        }
        Effort effort = of(anna);

        var fewerCalls = EffortLine.CALLS_A_DAY.trend(effort.weeks(), AFTER).orElseThrow();
        assertThat(fewerCalls.isOne()).isTrue();
        assertThat(fewerCalls.z()).isNegative();
        var moreMeetings = EffortLine.MET.trend(effort.weeks(), AFTER).orElseThrow();
        assertThat(moreMeetings.isOne()).isTrue();
        assertThat(moreMeetings.z()).isPositive();
        assertThat(EffortLine.MET.trend(effort.weeks(), LocalDate.of(2026, 9, 13)))
                .as("on the Sunday of the sixth week")
                .isEmpty();
        assertThat(EffortLine.MINUTES_A_CALL.trend(effort.weeks(), AFTER)).isEmpty();
    }

    @Test
    void manyPeopleCostAsManyStatementsAsOne() {
        sample.week(anna, "2026-09-14", 108, 38, 9, 16, 3, 10);
        Runnable reading = () -> as(mia, Role.MANAGER, () -> book.together(QUARTER));
        reading.run();
        int alone = Statements.of(reading);
        for (int i = 0; i < 20; i++) {
            PersonId rep = sample.person("Rep " + i);
            sample.reportsTo(rep, mia);
            sample.week(rep, "2026-09-07", 100, 30, 5, 0, 0, 25);
            sample.week(rep, "2026-09-14", 100, 30, 5, 0, 0, 25);
        }

        assertThat(Statements.of(reading)).isEqualTo(alone);
    }

    private EffortForecast forecast() {
        return EffortForecast.of(of(anna).weeks(), 10).orElseThrow();
    }

    private Effort of(PersonId person) {
        return Caller.asSystem(() -> book.of(person, QUARTER));
    }

    private static <T> T as(PersonId person, Role role, Supplier<T> work) {
        return As.user(person, Set.of(role), work);
    }

    @OnHsqldb
    static class OnHsqldbTest extends EffortContract {}

    @OnPostgres
    static class OnPostgresTest extends EffortContract {}
}
