package org.koploper.ui.plan;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.commission.AssignedPlan;
import org.koploper.commission.PlanBook;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.ledger.Statements;
import org.koploper.people.PersonRef;
import org.koploper.storage.Ids;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.ConflictDialog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commission plans on their screens. */
class PlansViewTest extends ScreenTest {

    @Autowired
    private Plans plans;

    @Autowired
    private Statements statements;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FINANCE", "MANAGER"})
    void othersAreToldThatTheyHaveNoAccess(Role role) {
        Browser browser = in(scene.as(role));

        for (String address : List.of("plans", "plans/" + planOfAn().id())) {
            browser.open(address);
            assertThat(browser.heading()).isEqualTo("No access");
        }
    }

    @Test
    void aPlanReadsAsASentence() {
        Browser browser = in(scene.as(Role.FINANCE));

        browser.open("plans/" + planOfAn().id());

        assertThat(browser.heading()).isEqualTo("Scene plan");
        assertThat(browser.text()).contains("5% on the first", "10,000 of the month, then 8%.", "holds now");
    }

    @Test
    void managersReadThePlansOfTheirPeopleAndCannotWriteThem() {
        long plan = planOfAn().id();
        Browser browser = in(scene.asManager());
        browser.open("plans");
        assertThat(_find(Button.class)).noneMatch(button -> button.getText().equals("New plan"));

        browser.open("plans/" + plan);
        assertThat(browser.heading()).isEqualTo("Scene plan");
        assertThat(_find(Button.class))
                .extracting(Button::getText)
                .doesNotContain("Write a new version", "Put somebody on this plan", "End");
    }

    @Test
    void aPlanThatAManagerMayNotReadIsNotFound() {
        PlanRef other = Caller.asSystem(() -> plans.create(
                "far-" + ids.next(),
                "Far away",
                java.util.Currency.getInstance("EUR"),
                LocalDate.of(2020, 1, 1),
                null,
                "{\"components\": [{\"name\": \"x\", \"flat\": {\"rate\": \"0.01\"}}]}"));
        Browser browser = in(scene.asManager());

        browser.open("plans/" + other.id());

        assertThat(browser.heading()).isEqualTo("Not found");
    }

    @Test
    void financeMakesAPlanWithTiersThatCannotHaveGaps() {
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("plans");
        click("New plan");
        String name = "Vlaanderen " + ids.next();
        _setValue(field("Name"), name);
        assertThat(field("Short name for files and programs").getValue()).startsWith("vlaanderen-");
        tiers();
        click("Add a tier");
        List<TextField> bounds = fields("up to");
        assertThat(bounds).hasSize(2);
        _setValue(bounds.get(0), "50,000");
        _setValue(bounds.get(1), "40,000");
        fields("Rate").forEach(rate -> _setValue(rate, "8"));
        click("Make the plan");
        assertThat(bounds.get(1).getErrorMessage()).isEqualTo("Give an amount above 50,000.");

        _setValue(bounds.get(1), "100,000");
        _setValue(fields("Rate").get(1), "108");
        click("Make the plan");
        assertThat(fields("Rate").get(1).getErrorMessage()).contains("between 0 and 100");
        _setValue(fields("Rate").get(1), "10");
        _setValue(fields("Rate").get(2), "12.5");
        click("Make the plan");

        assertThat(browser.heading()).isEqualTo(name);
        assertThat(browser.text()).contains("8% on the first", "of the year, then 10% up to", "then 12.5%.");
    }

    @Test
    void aVersionThatSomebodyElseWroteMeanwhileIsShownBesideTheOwn() {
        PlanRef plan = planOfAn();
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("plans/" + plan.id());
        click("Write a new version");
        LocalDate next = LocalDate.now().withDayOfMonth(1).plusMonths(1);
        Caller.asSystem(() -> plans.addVersion(
                plan.id(), next, null, "{\"components\": [{\"name\": \"Theirs\", \"flat\": {\"rate\": \"0.09\"}}]}"));
        click("Save and compute");

        assertThat(_get(ConflictDialog.class).getElement().getTextRecursively())
                .contains("changed it at", "Theirs: 9%", "then 8%");
        click("Keep mine");
        assertThat(_get(DatePicker.class, spec -> spec.withLabel("First day")).getErrorMessage())
                .isNotBlank();
        assertThat(Caller.asSystem(() -> plans.versions(plan.id()))).hasSize(2);
    }

    @Test
    void anAssignmentThatSomebodyElseEndedMeanwhileIsCompared() {
        PlanRef plan = planOfAn();
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("plans/" + plan.id());
        click("End");
        long assignment =
                Caller.asSystem(() -> plans.assignments(plan.id())).getFirst().id();
        LocalDate far = LocalDate.now().plusYears(1);
        Caller.asSystem(() -> plans.end(assignment, far));
        _click(_find(Button.class, spec -> spec.withText("End")).stream()
                .filter(button -> button.getThemeNames().contains("primary"))
                .findFirst()
                .orElseThrow());
        click("Keep mine");

        assertThat(Caller.asSystem(() -> plans.assignments(plan.id()))
                        .getFirst()
                        .to())
                .isBefore(far);
    }

    @Test
    void aLimitBelowZeroIsRefusedAtItsFieldOnly() {
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("plans");
        click("New plan");
        _setValue(field("Name"), "Below zero " + ids.next());
        tiers();
        TextField bound = fields("up to").getFirst();
        _setValue(bound, "-5,000");
        fields("Rate").forEach(rate -> _setValue(rate, "8"));
        click("Make the plan");

        assertThat(bound.isInvalid()).isTrue();
        assertThat(bound.getErrorMessage()).isEqualTo("Give an amount above 0.");
        assertThat(fields("Rate")).noneMatch(TextField::isInvalid);
        _assertNone(Notification.class);
        assertThat(_find(PlanDialog.class)).hasSize(1);
    }

    @Test
    void aNameThatIsTakenIsRefusedAtItsField() {
        PlanRef known = planOfAn();
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("plans");
        click("New plan");
        _setValue(field("Name"), "Another");
        _setValue(field("Short name for files and programs"), known.externalId());
        _setValue(fields("Rate").getFirst(), "5");
        click("Make the plan");

        assertThat(field("Short name for files and programs").getErrorMessage()).contains("taken already");
    }

    @Test
    void aNewVersionStartsFromTheLastAndChangesWhatIsPaid() {
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("plans/" + planOfAn().id());
        var before = total();
        click("Write a new version");
        assertThat(fields("up to").getFirst().getValue()).isEqualTo("10,000");
        _get(DatePicker.class, spec -> spec.withLabel("First day")).setValue(scene.month.atDay(1));
        _setValue(fields("Rate").get(0), "6");
        click("Save and compute");

        assertThat(browser.text()).contains("Version 2", "6% on the first");
        assertThat(total()).isEqualByComparingTo(before.add(new java.math.BigDecimal("100")));
    }

    @Test
    void aVersionBeforeTheLastOneIsRefusedAtItsDay() {
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("plans/" + planOfAn().id());
        click("Write a new version");
        DatePicker from = _get(DatePicker.class, spec -> spec.withLabel("First day"));
        from.setValue(LocalDate.of(2019, 1, 1));
        click("Save and compute");

        assertThat(from.getErrorMessage()).contains("Version 1 holds on some of these days already.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void somebodyIsPutOnAPlanAndTakenOffAgain() {
        PlanRef plan = planOfAn();
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("plans/" + plan.id());
        click("Put somebody on this plan");
        click("Save and compute");
        ComboBox<PersonRef> who = _get(ComboBox.class, spec -> spec.withLabel("Person"));
        assertThat(who.getErrorMessage()).isEqualTo("This is missing.");
        PersonRef bo = who.getListDataView()
                .getItems()
                .filter(person -> person.id().equals(scene.bo))
                .findFirst()
                .orElseThrow();
        who.setValue(bo);
        click("Save and compute");
        assertThat(ofBo()).hasSize(1);

        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getAriaLabel().orElse("").equals("End the plan for " + bo.name()))));
        _get(DatePicker.class).setValue(scene.month.atEndOfMonth());
        _click(_find(Button.class, spec -> spec.withText("End")).getLast());
        MockVaadin.clientRoundtrip(true);
        assertThat(ofBo().getFirst().to()).isEqualTo(scene.month.atEndOfMonth());
        _assertNone(EndDialog.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void everybodyWithAJobRoleIsPutOnAPlan() {
        PlanRef plan = planOfAn();
        jdbc.sql("insert into job_roles (id, external_id, person_id, job_role, from_day, version)"
                        + " values (:id, :externalId, :bo, 'Closer', date '2026-01-01', 0)")
                .param("id", ids.next())
                .param("externalId", "closer-" + scene.bo)
                .param("bo", scene.bo.value())
                .update();
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("plans/" + plan.id());
        click("Put somebody on this plan");
        _get(RadioButtonGroup.class).setValue(PlanBook.Who.JOB_ROLE);
        click("Save and compute");
        ComboBox<String> role = _get(ComboBox.class, spec -> spec.withLabel("Job role"));
        assertThat(role.getErrorMessage()).isEqualTo("This is missing.");

        role.setValue("Closer");
        click("Save and compute");

        assertThat(ofBo()).hasSize(1);
        assertThat(_find(Span.class, spec -> spec.withText("job role"))).hasSize(1);
        assertThat(_find(Span.class, spec -> spec.withText("Closer"))).hasSize(1);
    }

    private List<AssignedPlan> ofBo() {
        return Caller.asSystem(() -> plans.of(scene.bo));
    }

    private PlanRef planOfAn() {
        return Caller.asSystem(() -> plans.of(scene.an)).getFirst().plan();
    }

    private java.math.BigDecimal total() {
        YearMonth month = scene.month;
        return Caller.asSystem(() -> statements.of(scene.an, month).total());
    }

    @SuppressWarnings("unchecked")
    private static void tiers() {
        _get(RadioButtonGroup.class).setValue(true);
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static List<TextField> fields(String label) {
        return _find(TextField.class, spec -> spec.withLabel(label));
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
        MockVaadin.clientRoundtrip(true);
    }
}
