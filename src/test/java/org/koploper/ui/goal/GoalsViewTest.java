package org.koploper.ui.goal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.GoalDesk;
import org.koploper.kpi.GoalDraft;
import org.koploper.kpi.GoalKpi;
import org.koploper.kpi.GoalReading;
import org.koploper.kpi.GoalScope;
import org.koploper.kpi.GoalShape;
import org.koploper.period.Period;
import org.koploper.records.RecordRef;
import org.koploper.testing.As;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.chart.AnalysisChart;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.PaceBar;

/** The goals, and one of them. */
class GoalsViewTest extends ScreenTest {

    @Test
    void aTargetIsAGoalWithItsBar() {
        Browser browser = in(scene.asAn());
        browser.open("goals");

        assertThat(browser.heading()).isEqualTo("Goals");
        assertThat(browser.text()).contains("People", "An Anders", "Revenue", "120.0%", "Reached");
        assertThat(_find(PaceBar.class)).isNotEmpty();
        assertThat(_find(Button.class, spec -> spec.withText("New goal"))).isEmpty();
    }

    @Test
    void theGoalsOfOthersAreNotShown() {
        String goal = proposed(scene.an);
        Browser browser = in(scene.asBo());

        assertThat(browser.open("goals").getElement().getTextRecursively()).doesNotContain("An Anders");
        browser.open("goals/" + goal);
        assertThat(browser.text()).doesNotContain("An Anders");
        assertThat(_find(AnalysisChart.class)).isEmpty();
    }

    @Test
    void aGoalShowsItsCurveAndWhetherItIsAGoodOne() {
        String goal = proposed(scene.an);
        Browser browser = in(scene.asAn());
        browser.open("goals/" + goal);

        assertThat(browser.text())
                .contains(
                        "Revenue, An Anders",
                        "Specific",
                        "Measurable",
                        "Acceptable",
                        "Realistic",
                        "Bound in time",
                        "Proposed: it waits for the answer of An Anders.",
                        "of a target of €20,000");
        assertThat(_find(AnalysisChart.class)).hasSize(1);
    }

    @Test
    void whoIsAskedAccepts() {
        String goal = proposed(scene.an);
        Browser browser = in(scene.asAn());
        browser.open("goals/" + goal);

        _click(_get(Button.class, spec -> spec.withText("Accept")));

        assertThat(browser.text()).contains("Owner and manager stand behind it.", "An Anders accepted it");
    }

    @Test
    void whoWantsToDiscussSaysWhat() {
        String goal = proposed(scene.an);
        Browser browser = in(scene.asAn());
        browser.open("goals/" + goal);

        _click(_get(Button.class, spec -> spec.withText("Discuss")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("What there is to talk about")), "December is short");
        _click(_find(Button.class, spec -> spec.withText("Discuss")).getLast());

        assertThat(browser.text()).contains("December is short", "To be discussed");
    }

    @Test
    void aManagerProposesInASentenceAndSeesWhatItComesTo() {
        scene.sells(scene.an, "3000");
        Browser browser = in(scene.asManager());
        browser.open("goals");

        _click(_get(Button.class, spec -> spec.withText("New goal")));
        ProposeDialog dialog = _get(ProposeDialog.class);
        ComboBox<RecordRef> whose = whose(dialog);
        whose.setValue(new RecordRef("people", "P" + scene.an.value(), "An Anders"));
        _setValue(_get(dialog, com.vaadin.flow.component.textfield.IntegerField.class), 1);
        _setValue(_get(dialog, AmountField.class), "14");
        assertThat(dialog.getElement().getTextRecursively()).contains("From €15,000", "to €17,100.");
        _click(_get(Button.class, spec -> spec.withText("Propose")));

        assertThat(browser.heading()).isEqualTo("Revenue, An Anders");
        assertThat(browser.text()).contains("raises Revenue from €15,000 to €17,100 (+14.0%)");
    }

    @Test
    void withoutAnythingBeforeThereIsNoGoal() {
        Browser browser = in(scene.asManager());
        browser.open("goals");
        _click(_get(Button.class, spec -> spec.withText("New goal")));
        ProposeDialog dialog = _get(ProposeDialog.class);
        whose(dialog).setValue(new RecordRef("people", "P" + scene.bo.value(), "Bo Baert"));

        assertThat(dialog.getElement().getTextRecursively()).contains("there is nothing to raise");
        _click(_get(Button.class, spec -> spec.withText("Propose")));

        assertThat(_find(ProposeDialog.class)).hasSize(1);
        assertThat(dialog.getElement().getTextRecursively()).contains("no target");
    }

    @Test
    void partsAreHandedOutEquallyAndTheGapIsSaid() {
        String goal = As.user(
                scene.manager,
                Set.of(Role.MANAGER),
                () -> desk().propose(draft(GoalScope.TEAM, "T" + scene.team.value(), "20001")));
        Browser browser = in(scene.asManager());
        browser.open("goals/" + goal);

        _click(_get(Button.class, spec -> spec.withText("Distribute")));
        DistributeDialog dialog = _get(DistributeDialog.class);
        assertThat(dialog.getElement().getTextRecursively()).contains("exactly the goal: €20,001");
        _setValue(_find(dialog, AmountField.class).getFirst(), "9000");
        assertThat(dialog.getElement().getTextRecursively()).contains("is handed to nobody");
        _click(_get(Button.class, spec -> spec.withText("Propose these")));

        assertThat(browser.text()).contains("An Anders: €9,000", "Bo Baert: €10,001", "is handed to nobody");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<RecordRef> whose(ProposeDialog dialog) {
        return _get(dialog, ComboBox.class);
    }

    private GoalDesk desk() {
        return context.getBean(GoalDesk.class);
    }

    private String proposed(PersonId person) {
        return As.user(
                scene.manager,
                Set.of(Role.MANAGER),
                () -> desk().propose(draft(GoalScope.PERSON, "P" + person.value(), "20000")));
    }

    private GoalDraft draft(GoalScope scope, String whose, String target) {
        LocalDate first = scene.month.atDay(1);
        return new GoalDraft(
                scope,
                whose,
                GoalKpi.REVENUE,
                GoalReading.TOTAL,
                GoalShape.WORKING_DAYS,
                new Period(first, first.plusMonths(3).minusDays(1)),
                null,
                new BigDecimal(target),
                null,
                null,
                null);
    }
}
