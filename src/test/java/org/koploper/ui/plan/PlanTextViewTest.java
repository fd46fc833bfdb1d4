package org.koploper.ui.plan;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.engine.Terms;
import org.koploper.storage.Ids;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Plans as the documents that they are. */
class PlanTextViewTest extends ScreenTest {

    private static final String CURVE = """
            components:
              - name: Bonus
                quota: {amount: 100000}
                target_pay: 10000
                curve:
                  accumulate: quarter
                  points: [{attainment: 0.70, payout: 0}, {attainment: 1, payout: 1}]
            examples:
              - name: On target
                sales: [{amount: 100000}]
                expect: [{total: 10000}]
            """;

    @Autowired
    private Plans plans;

    @Autowired
    private Ids ids;

    @Test
    void whatAFormCannotSayIsReadInSentencesAndWrittenAsText() {
        PlanRef plan = plan(CURVE);
        Browser browser = in(scene.as(Role.FINANCE));

        browser.open("plans/" + plan.id());
        assertThat(browser.text())
                .contains("A part of the target pay that follows from the quota reached of the quarter: 0% at 70%")
                .contains("The quota of the quarter is", "100% of the quota pays");
        click("Write a new version");

        assertThat(browser.address()).isEqualTo("plans/" + plan.id() + "/text");
        assertThat(area().getValue()).isEqualTo(CURVE);
        assertThat(browser.text()).contains("1 of 1 examples pay what they say.", "as expected");
    }

    @Test
    void whatAFormCanSayIsShownAsPeopleWouldWriteIt() {
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("plans/" + planOfAn().id() + "/text");

        assertThat(area().getValue())
                .startsWith("components:\n  - name: ")
                .contains("bands:\n        - {from: 0, to: ");
    }

    @Test
    void whatDoesNotFitIsSaidWithLineAndColumnAndNothingIsLost() {
        Browser browser = in(scene.as(Role.FINANCE));
        PlanRef plan = plan(CURVE);
        browser.open("plans/" + plan.id() + "/text");
        String broken = CURVE.replace("target_pay: 10000", "target_pay: ten");
        _setValue(area(), broken);
        click("Try it");

        assertThat(browser.text())
                .contains("Line 4, column 17 (components[0].target_pay): ten is not an exact decimal, such as 0.05.");
        click("Save and compute");
        assertThat(area().getValue()).isEqualTo(broken);
        assertThat(versions(plan)).isEqualTo(1);
    }

    @Test
    void anExampleThatDiffersIsShownWithWhyAndKeepsTheVersionBack() {
        Browser browser = in(scene.as(Role.FINANCE));
        PlanRef plan = plan(CURVE);
        browser.open("plans/" + plan.id() + "/text");
        _setValue(area(), CURVE.replace("total: 10000", "total: 9000"));
        click("Try it");

        assertThat(browser.text())
                .contains("0 of 1 examples pay what they say.", "rep, total: expected €9,000.00, pays €10,000.00")
                .contains("It cannot be put into force like this: The example “On target” pays 10000");
        click("Save and compute");
        assertThat(browser.text()).contains("Line 9, column 5 (examples[0])");
        assertThat(versions(plan)).isEqualTo(1);
    }

    @Test
    void whatTheRunIsNotToldKeepsTheVersionBackWithItsReason() {
        Browser browser = in(scene.as(Role.FINANCE));
        PlanRef plan = plan(CURVE);
        browser.open("plans/" + plan.id() + "/text");
        _setValue(
                area(),
                CURVE.replace("- name: Bonus", "- name: Bonus\n    where: {weather: rain}")
                        .replace("amount: 100000}]", "amount: 100000, traits: {weather: rain}}]"));
        click("Try it");

        assertThat(browser.text())
                .contains("1 of 1 examples pay what they say.", "It cannot be put into force like this")
                .contains("The monthly run is not told weather of deals.");
    }

    @Test
    void theNextVersionIsWrittenAsTextAndTheEarlierOneCanStillBeRead() {
        Browser browser = in(scene.as(Role.FINANCE));
        PlanRef plan = plan(CURVE);
        browser.open("plans/" + plan.id() + "/text");
        _setValue(
                area(),
                CURVE.replace("target_pay: 10000", "target_pay: 12000").replace("total: 10000", "total: 12000"));
        _get(DatePicker.class, spec -> spec.withLabel("First day")).setValue(LocalDate.of(2030, 1, 1));
        click("Save and compute");

        assertThat(browser.address()).isEqualTo("plans/" + plan.id());
        assertThat(browser.text()).contains("Version 2", "€12,000");
        browser.open("plans/" + plan.id() + "/text/1");
        assertThat(area().getValue()).isEqualTo(CURVE);
        browser.open("plans/" + plan.id() + "/text/3");
        assertThat(browser.heading()).isEqualTo("Not found");
    }

    @Test
    void theDaysOfADocumentAreThoseThatItSays() {
        Browser browser = in(scene.as(Role.FINANCE));
        PlanRef plan = plan(CURVE);
        browser.open("plans/" + plan.id() + "/text");
        _setValue(area(), "plan: {name: X, currency: EUR, valid: {from: 2031-04-01}}\n" + CURVE);
        click("Try it");

        _assertNone(DatePicker.class);
        assertThat(browser.text()).contains("Holds from 1 Apr 2031, no end, as the document says.");
        click("Save and compute");
        assertThat(Caller.asSystem(() -> plans.versions(plan.id())).getLast().from())
                .isEqualTo(LocalDate.of(2031, 4, 1));
    }

    @Test
    void aVersionOfSomebodyElseMeanwhileLosesNothing() {
        Browser browser = in(scene.as(Role.FINANCE));
        PlanRef plan = plan(CURVE);
        browser.open("plans/" + plan.id() + "/text");
        Caller.asSystem(() -> plans.addVersion(plan.id(), LocalDate.of(2028, 1, 1), null, CURVE));
        String mine = CURVE + "# mine\n";
        _setValue(area(), mine);
        _get(DatePicker.class, spec -> spec.withLabel("First day")).setValue(LocalDate.of(2029, 1, 1));
        click("Save and compute");

        assertThat(browser.text()).contains("Somebody wrote another version meanwhile.");
        assertThat(area().getValue()).isEqualTo(mine);
        click("Save after version 2");
        assertThat(Caller.asSystem(() -> plans.versions(plan.id())))
                .extracting(version -> version.number() + " " + version.from())
                .contains("3 2029-01-01");
    }

    @Test
    void managersReadTheTextAndCannotWriteIt() {
        PlanRef plan = planOfAn();
        Browser browser = in(scene.asManager());
        browser.open("plans/" + plan.id() + "/text");

        assertThat(area().isReadOnly()).isTrue();
        assertThat(_find(Button.class))
                .extracting(Button::getText)
                .contains("Try it")
                .doesNotContain("Save and compute");
    }

    @Test
    void aPlanIsMadeFromADocument() {
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("plans/new");
        String name = "Curve " + ids.next();
        _setValue(area(), "plan: {name: " + name + ", currency: EUR, valid: {from: 2027-01-01}}\n" + CURVE);
        click("Try it");
        assertThat(_get(TextField.class).getValue())
                .isEqualTo(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        click("Make the plan");

        assertThat(browser.heading()).isEqualTo(name);
        assertThat(browser.text()).contains("from 1 Jan 2027, no end");
    }

    @Test
    void everyPlanOfTheDocumentationIsSaidInBothLanguages() throws IOException {
        in(scene.as(Role.FINANCE));
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of("docs", "plans"))) {
            files = all.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
        for (Locale locale : List.of(Locale.UK, Locale.of("nl", "BE"))) {
            UI.getCurrent().setLocale(locale);
            for (Path file : files) {
                PlanDocument document = PlanDocument.parse(Files.readString(file));
                Terms terms = document.terms();
                String said = String.join(
                        " ",
                        Stream.concat(
                                        terms.components().stream()
                                                .map(component -> PlanWords.of(component, terms.currency())),
                                        PlanWords.beside(terms, document.late()).stream())
                                .toList());
                assertThat(said).as("%s", file).isNotBlank().doesNotContain("!{", "{0}", "{1}", "{2}");
            }
        }
    }

    @Test
    void whatAPlanForgivesIsSaidInBothLanguages() throws IOException {
        in(scene.as(Role.FINANCE));
        PlanDocument forgiving =
                PlanDocument.parse(Files.readString(Path.of("docs", "plans", "42b-forgiven-below-a-limit.yml")));

        UI.getCurrent().setLocale(Locale.UK);
        assertThat(PlanWords.beside(forgiving.terms(), forgiving.late()))
                .containsExactly(
                        "What a closed month turns out to be worth more or less is forgiven while it is less than"
                                + " €5 altogether; else it is on the next open statement.");
        UI.getCurrent().setLocale(Locale.of("nl", "BE"));
        assertThat(PlanWords.beside(forgiving.terms(), forgiving.late()).getFirst())
                .startsWith("Wat een afgesloten maand later meer of minder waard blijkt");
    }

    private PlanRef plan(String document) {
        return Caller.asSystem(() -> plans.create(
                "text-" + ids.next(),
                "Plan as text",
                java.util.Currency.getInstance("EUR"),
                LocalDate.of(2026, 1, 1),
                null,
                document));
    }

    private int versions(PlanRef plan) {
        return Caller.asSystem(() -> plans.versions(plan.id())).size();
    }

    private PlanRef planOfAn() {
        return Caller.asSystem(() -> plans.of(scene.an)).getFirst().plan();
    }

    private static TextArea area() {
        return _get(TextArea.class);
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
        MockVaadin.clientRoundtrip(true);
    }
}
