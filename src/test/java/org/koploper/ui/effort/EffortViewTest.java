package org.koploper.ui.effort;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;
import org.koploper.testing.SalesSample;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.records.WeekForm;

/** What calls bring and how many are needed, on the screen of who calls and of who manages them. */
class EffortViewTest extends ScreenTest {

    private static final String WEEK = "effort?from=2025-09-15&to=2025-09-21";
    private static final String QUARTER = "effort?from=2025-07-01&to=2025-09-30";

    private SalesSample sample;

    @BeforeEach
    void sample() {
        sample = new SalesSample(context);
    }

    @Test
    void everyRatioStandsBesideTheNumbersItIsMadeOf() {
        sample.week(scene.an, "2025-09-15", 108, 38, 9, 16, 3, 10, 432);
        Browser browser = in(scene.asAn());
        browser.open(WEEK);

        assertThat(browser.text())
                .contains("35% (38/108)", "24% (9/38)", "8.3% (9/108)")
                .contains("between 13% and 39%", "between 4.4% and 15%")
                .contains("108 calls reached 38 decision makers and brought 9 meetings");
    }

    @Test
    void twoCallsFewerMakeTheRatioThatTheExampleIsKnownFor() {
        sample.week(scene.an, "2025-09-15", 106, 38, 9, 16, 3, 10);
        Browser browser = in(scene.asAn());
        browser.open(WEEK);

        assertThat(browser.text()).contains("8.5% (9/106)");
    }

    @Test
    void tenMeetingsNeedSoManyCallsAndHours() {
        sample.week(scene.an, "2025-09-15", 108, 38, 9, 16, 3, 10, 432);
        Browser browser = in(scene.asAn());
        browser.open(WEEK + "&wrap=1.5");

        assertThat(browser.text())
                .contains("10 meetings a week take 120 calls by your ratio, somewhere between 67 and 225."
                        + " To be 80% sure of them: 166 calls.")
                .contains("11 h a week, at 5.5 minutes a call", "From your weeks: 432 minutes for 108 calls")
                .contains("Weeks used: 1, from week 38, 2025 to week 38, 2025; 9 meetings of 108 calls.")
                .contains("Do the exercise a few more times", "Fewer than 4 weeks");
    }

    @Test
    void whatIsAskedBeforehandStandsInTheAddressAndIsAnsweredAtOnce() {
        sample.week(scene.an, "2025-09-15", 108, 38, 9, 16, 3, 10);
        Browser browser = in(scene.asAn());
        browser.open(WEEK + "&target=2&per=day");
        assertThat(browser.text()).contains("24 on each day", "34 on each day", "Say how long a call takes");

        _setValue(field("Meetings wanted"), "3");
        assertThat(browser.text()).contains("15 meetings a week take 180 calls", "To be 80% sure of them: 245 calls.");
        _setValue(field("Talk minutes"), "4");
        assertThat(browser.text()).contains("12 h a week, at 4 minutes a call");
        @SuppressWarnings("unchecked")
        Select<Integer> sure = _get(Select.class, spec -> spec.withLabel("How sure"));
        _setValue(sure, 90);
        assertThat(browser.text()).contains("To be 90% sure of them");

        _setValue(field("Meetings wanted"), "0");
        assertThat(field("Meetings wanted").isInvalid()).isTrue();
        assertThat(browser.text()).contains("15 meetings a week", "Type a whole number from 1 to 500.");
    }

    private static AmountField field(String label) {
        return _get(AmountField.class, spec -> spec.withLabel(label));
    }

    @Test
    void ofAFewThereIsNoPercentageAndOfNothingNoForecast() {
        sample.week(scene.an, "2025-09-15", 3, 2, 0, 0, 0, 2);
        Browser browser = in(scene.asAn());
        browser.open(WEEK);

        assertThat(browser.text())
                .contains("2 of 3", "too little data", "No call has brought a meeting in these weeks yet")
                .contains("can be said from 6 finished weeks on");
    }

    @Test
    void decisionMakersOfWhomNothingIsSaidAreMissedInTheWeekAndInTheForm() {
        LocalDate monday =
                Period.week(LocalDate.now(context.getBean(Clock.class))).from();
        sample.week(scene.an, monday.toString(), 108, 38, 9, 16, 3, 0);
        Browser browser = in(scene.asAn());
        browser.open("effort");
        assertThat(browser.text()).contains("⚠ 10 without outcome", "10 decision makers have no outcome yet");

        _setValue(field("Other"), "10");
        assertThat(browser.text()).doesNotContain("10 decision makers have no outcome yet");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(browser.text()).doesNotContain("without outcome");
    }

    @Test
    void aWeekIsWrittenDownAboveAndCountsBelowAtOnce() {
        Browser browser = in(scene.asAn());
        browser.open("effort?week=2025-09-17&from=2025-09-15&to=2025-09-21");
        assertThat(browser.text()).contains("My week 38, 2025", "No weeks yet");

        _setValue(field("Calls"), "120");
        _setValue(field("Decision makers"), "40");
        _setValue(field("Meetings"), "10");
        _setValue(field("Other"), "30");
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(browser.text()).contains("8.3% (10/120)", "25% (10/40)");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .anyMatch(href -> href.contains("week=2025-09-15"));
    }

    @Test
    void aRepSeesNobodyElseWhateverIsTypedByHand() {
        sample.week(scene.bo, "2025-09-15", 777, 38, 9, 16, 3, 10);
        Browser browser = in(scene.asAn());
        for (String parameter :
                new String[] {"rep=P" + scene.bo.value(), "team=T" + scene.team.value(), "with=P" + scene.bo.value()}) {
            browser.open(WEEK + "&" + parameter);
            assertThat(browser.heading()).isEqualTo("My effort and result");
            assertThat(browser.text()).doesNotContain("777", "Two people side by side");
        }
        _assertNone(ComboBox.class, spec -> spec.withLabel("Person"));
    }

    @Test
    void aManagerSeesEverybodyTogetherATeamAndOnePerson() {
        scene.leads(scene.manager);
        sample.week(scene.an, "2025-09-15", 108, 38, 9, 16, 3, 10);
        sample.week(scene.bo, "2025-09-15", 120, 30, 4, 6, 0, 20);
        Browser browser = in(scene.asManager());
        browser.open(WEEK);
        assertThat(browser.heading()).isEqualTo("Effort and result: Everybody you see");
        assertThat(browser.text()).contains("5.7% (13/228)", "Person by person", "An Anders", "3.3% (4/120)");
        _assertNone(WeekForm.class);

        browser.open(WEEK + "&team=T" + scene.team.value());
        assertThat(browser.heading()).isEqualTo("Effort and result: Scene");
        assertThat(browser.text()).contains("5.7% (13/228)");
        browser.open(WEEK + "&rep=P" + scene.an.value());
        assertThat(browser.heading()).isEqualTo("Effort and result: An Anders");
        assertThat(browser.text()).contains("8.3% (9/108)").doesNotContain("Person by person");
        browser.open(WEEK + "&rep=P" + scene.manager.value());
        _get(WeekForm.class);
        browser.open("effort?week=2025-09-15");
        assertThat(browser.text()).contains("My week 38, 2025");
    }

    @Test
    void aDifferenceOfOneWeekIsTooLittleAndOfFiveWeeksADifference() {
        sample.week(scene.an, "2025-08-04", 108, 38, 9, 16, 3, 10);
        sample.week(scene.bo, "2025-08-04", 120, 30, 4, 6, 0, 20);
        String both = "&first=P" + scene.an.value() + "&with=P" + scene.bo.value();
        Browser browser = in(scene.asManager());
        browser.open(QUARTER + both);
        assertThat(browser.text())
                .contains(
                        "5 pp (between −1.3 pp and 12 pp)",
                        "Too little data to speak of a difference",
                        "15 times in 100");

        for (int week = 1; week < 5; week++) {
            String monday = LocalDate.of(2025, 8, 4).plusWeeks(week).toString();
            sample.week(scene.an, monday, 108, 38, 9, 16, 3, 10);
            sample.week(scene.bo, monday, 120, 30, 4, 6, 0, 20);
        }
        browser.open(QUARTER + both);
        assertThat(browser.text())
                .contains("5 pp (between 2.3 pp and 7.9 pp)")
                .contains("A difference: chance alone gives as much only less than once in 1,000.");
    }

    @Test
    void twoPeopleAreChosenAndStandInTheAddress() {
        Browser browser = in(scene.asManager());
        browser.open(WEEK);
        choose("First", scene.an);
        choose("Second", scene.bo);

        assertThat(browser.address()).contains("first=P" + scene.an.value(), "with=P" + scene.bo.value());
        assertThat(browser.text()).contains("Too little data");
    }

    @SuppressWarnings("unchecked")
    private static void choose(String label, PersonId person) {
        ComboBox<PersonRef> field = _get(ComboBox.class, spec -> spec.withLabel(label));
        field.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .ifPresent(one -> _setValue(field, one));
    }

    @Test
    void sixWeeksHaveACourseAndItIsSaidWhetherItIsOne() {
        int[] calls = {140, 130, 120, 110, 100, 90};
        for (int i = 0; i < calls.length; i++) {
            sample.week(
                    scene.an,
                    LocalDate.of(2025, 8, 4).plusWeeks(i).toString(),
                    calls[i],
                    40,
                    4 + 2 * i,
                    0,
                    0,
                    36 - 2 * i);
        }
        Browser browser = in(scene.asAn());
        browser.open(QUARTER);

        assertThat(browser.text())
                .contains("Meetings per call: from 2.9% to 16%. It rises: chance alone gives as much only")
                .contains("It falls: chance alone gives as much only");
    }

    @Test
    void somebodyNewIsHeldAgainstEarlierStartersOnlyWhereTheyAreFour() {
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        LocalDate first = Period.week(today).from().minusWeeks(6);
        started(scene.an, first, 6);
        Browser browser = in(scene.asAn());
        browser.open("effort");
        assertThat(browser.text()).contains("The start of An Anders");

        for (int i = 0; i < 5; i++) {
            started(sample.person("Earlier " + i), first.minusWeeks(40 + i), 6);
        }
        browser.open("effort");
        assertThat(browser.text())
                .contains("An Anders is at 10% (60/600) meetings per call after week 6 of the start")
                .contains("earlier starters half lay between", "Middle of the earlier starters");
    }

    private void started(PersonId person, LocalDate day, int weeks) {
        sample.employed(person, day.toString(), "1");
        for (int i = 0; i < weeks; i++) {
            sample.week(person, day.plusWeeks(i).toString(), 100, 40, 10, 0, 0, 30);
        }
    }
}
