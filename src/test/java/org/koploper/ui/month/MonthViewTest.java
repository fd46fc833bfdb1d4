package org.koploper.ui.month;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeTable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Role;
import org.koploper.commission.TierStand;
import org.koploper.kpi.Goal;
import org.koploper.kpi.GoalScope;
import org.koploper.kpi.GoalState;
import org.koploper.kpi.Metric;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;
import org.koploper.ui.kit.Spark;
import org.koploper.ui.kit.TierRail;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.Told;
import org.springframework.beans.factory.annotation.Autowired;

class MonthViewTest extends ScreenTest {

    @Autowired
    Clock clock;

    @Test
    void repsStartHereAndSeeWhatTheyEarnedAndHowFarTheyAre() {
        Browser browser = in(scene.asAn());

        assertThat(browser.address()).isEqualTo("my/month");
        // 5 % of 10,000 and 8 % of 2,000
        assertThat(browser.text())
                .contains("€660.00", "Provisional", "Why this amount?", "120.0%", "Reached", "€12,000 of €10,000");
    }

    @Test
    void theDealsThatCountLeadToTheirLines() {
        scene.call(scene.deal, "New heating");
        assertThat(in(scene.asAn()).text())
                .contains("Deals that count", "New heating · " + Scene.name(scene.deal))
                .contains("Won · " + Formats.of(Locale.UK).date(LocalDate.now(clock)) + " · €12,000.00");
    }

    @Test
    void withoutPlanAndTargetItSaysWhomToAsk() {
        assertThat(in(scene.asBo()).text())
                .contains(
                        "no commission plan", "Tiers belong to a commission plan", "No goal agreed", "Ask Mia Manager")
                .contains("ask Mia Manager for one", "Your first deals appear here")
                .doesNotContain("0.0%");
    }

    @Test
    void aMonthWithoutDealsSaysSo() {
        Browser browser = in(scene.asAn());
        browser.open("my/month?p=2020-03");

        assertThat(browser.heading()).isEqualTo("My March 2020");
        assertThat(browser.text())
                .contains("€0.00", "Your first deals appear here", "no place this month yet")
                .contains("The next step is about the running month.");
    }

    @Test
    void theTiersSayWhereOneStandsAlsoBeyondTheLastOne() {
        assertThat(in(scene.asAn()).text())
                .contains("You are in the highest tier: 8% on everything above €10,000.", "€12,000");
        scene.takesBack(scene.an, scene.deal, "4000.50");
        signOut();
        assertThat(in(scene.asAn()).text()).contains("€2,001 to go to 8% instead of 5%.", "you are here");
    }

    @Test
    void exactlyOnABoundTheNextEuroIsWorthMore() {
        in(scene.asAn());
        TierStand lower = new TierStand(
                "Commission",
                Currency.getInstance("EUR"),
                Period.parse("2026-03"),
                new BigDecimal("10000"),
                List.of(
                        new TierStand.Tier(BigDecimal.ZERO, new BigDecimal("10000"), new BigDecimal("0.05")),
                        new TierStand.Tier(new BigDecimal("10000"), null, new BigDecimal("0.08"))),
                0);
        assertThat(new TierRail(lower).getElement().getTextRecursively())
                .contains("exactly on the bound: from the next euro on 8% instead of 5%");
    }

    @Test
    void theGoalAtExactlyItsTargetIsReachedAndNothingIsMissing() {
        in(scene.asAn());
        String text = goal("10000", "10000", GoalState.REACHED, "2026-05-20");

        assertThat(text).contains("100.0%", "Reached").doesNotContain("to go");
    }

    @Test
    void aMonthWithNoWorkingDaysLeftSaysSo() {
        in(scene.asAn());

        // Sunday 31 May
        assertThat(goal("9000", "10000", GoalState.BEHIND, "2026-05-31"))
                .contains("€1,000 to go, and no working days left.", "Working day 21 of 21");
        assertThat(goal("9000", "10000", GoalState.BEHIND, "2026-05-29"))
                .contains("€1,000 to go, and this is the last working day.");
    }

    private static String goal(String value, String target, GoalState state, String today) {
        Goal goal = new Goal(
                null,
                GoalScope.PERSON,
                "P",
                "An",
                Metric.REVENUE,
                Period.parse("2026-05"),
                "EUR",
                new BigDecimal(target),
                new BigDecimal(value),
                null,
                new BigDecimal(value).divide(new BigDecimal(target)),
                state,
                List.of());
        return new GoalTile(goal, new WorkingDays(Set.of()), LocalDate.parse(today), "Mia")
                .getElement()
                .getTextRecursively();
    }

    @Test
    void moreTakenBackThanEarnedIsRedAndCalledClawback() {
        scene.takesBack(scene.an, scene.deal, "20000");
        Browser browser = in(scene.asAn());

        assertThat(_find(
                        Money.class,
                        spec -> spec.withClasses("kp-figure")
                                .withPredicate(total -> total.hasClassName("kp-negative"))))
                .singleElement()
                .satisfies(total -> assertThat(total.getText()).isEqualTo("−\u2060€400.00"));
        assertThat(browser.text()).contains("Clawback", "More was taken back this month than you earned");
    }

    @Test
    void theMonthsBeforeAreDrawnAndSaidAndWrittenInATable() {
        Browser browser = in(scene.asAn());

        assertThat(browser.text()).contains("Earned in the last 6 months: ");
        assertThat(_get(Spark.class).getElement().getTextRecursively()).contains("€660.00", "€0.00");
    }

    @Test
    void theFourNumbersSayWhatTheyComeFromAndWhereThatIsTooLittle() {
        assertThat(in(scene.asAn()).text())
                .contains("Open quotes", "too little data", "€12,000 from 1 orders", "0 of 0 decided quotes won");
    }

    @Test
    void theNewestWinsOfTheTeamShowWhoAndWhatButNoPay() {
        in(scene.asBo());

        assertThat(_get(WinsTile.class).getElement().getTextRecursively())
                .contains("An Anders", "1 deal on ", "€12,000")
                .doesNotContain("660");
    }

    @Test
    void theMonthIsDrawnDayByDayAndTheAddressOpensItsTable() {
        Browser browser = in(scene.asAn());
        assertThat(_get(CourseTile.class).getElement().getOuterHTML())
                .contains("role=\"img\"", "€12,000 sold by ", "120.0% of the goal of €10,000");
        assertThat(_find(_get(CourseTile.class), NativeTable.class)).isEmpty();

        browser.open("my/month?table=on");
        assertThat(_get(_get(CourseTile.class), NativeTable.class).getElement().getTextRecursively())
                .contains("Sold", "Expected", "€12,000", "€10,000");
    }

    @Test
    void cardsAreHiddenAndMovedByButtonsAndStaySo() {
        Browser browser = in(scene.asAn());
        assertThat(titles().getFirst()).isEqualTo("Earned");

        _get(Checkbox.class, spec -> spec.withId("card-wins")).setValue(false);
        assertThat(titles()).doesNotContain("Newest wins of the team");
        _click(_get(Button.class, spec -> spec.withId("card-earned-down")));
        assertThat(titles()).startsWith("Goal", "Earned", "Place");

        browser.open("leaderboard");
        browser.open("my/month");
        assertThat(titles()).startsWith("Goal", "Earned").doesNotContain("Newest wins of the team");
        signOut();
        in(scene.asBo());
        assertThat(titles()).startsWith("Earned", "Goal");
    }

    @Test
    void anotherAmountIsSaidPolitelyOnceItIsThere() {
        in(scene.asAn());
        assertThat(_get(Told.class).last()).isEmpty();

        scene.sells(scene.an, "1000");
        again();
        assertThat(_get(Told.class).last()).isEqualTo("Earned so far this month: €740.00.");
    }

    /** As after a sale: what was pushed is shown. */
    private static void again() {
        _get(Checkbox.class, spec -> spec.withId("card-wins")).setValue(false);
    }

    private static List<String> titles() {
        return _find(Tile.class).stream()
                .filter(tile -> tile.getParent().orElseThrow().hasClassName("kp-month-cards"))
                .map(tile -> tile.getAriaLabel().orElseThrow())
                .toList();
    }

    @Test
    void aMistypedPeriodShowsThisMonth() {
        Browser browser = in(scene.asAn());
        browser.open("my/month?p=2026-99");

        assertThat(browser.text()).contains("€660.00");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "REP", mode = EnumSource.Mode.EXCLUDE)
    void whoDoesNotSellIsToldThatThisIsNotForThem(Role role) {
        Browser browser = in(scene.as(role));
        browser.open("my/month");

        assertThat(browser.heading()).isEqualTo("No access");
    }
}
