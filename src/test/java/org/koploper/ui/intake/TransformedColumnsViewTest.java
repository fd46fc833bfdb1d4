package org.koploper.ui.intake;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.intake.ColumnChange;
import org.koploper.intake.Mapping;
import org.koploper.intake.Upload;
import org.koploper.intake.Uploads;
import org.koploper.storage.Ids;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done with a column, chosen on the screen and seen at once on its values. */
class TransformedColumnsViewTest extends ScreenTest {

    @Autowired
    private Uploads uploads;

    @Autowired
    private Ids ids;

    private String mark = "";
    private Upload upload;

    private Browser columnsOf(String kind, String csv) throws IOException {
        mark = "v" + ids.next();
        byte[] bytes = csv.replace("{0}", mark).getBytes(StandardCharsets.UTF_8);
        Browser browser = in(scene.as(Role.ADMIN));
        upload = uploads.keep(new ByteArrayInputStream(bytes), mark + ".csv", kind)
                .orElseThrow();
        browser.open("import?id=" + upload.id() + "&step=columns");
        return browser;
    }

    private Mapping given() {
        return uploads.find(upload.id()).orElseThrow().given();
    }

    @Test
    void aChangeIsSeenOnTheValuesAndCanBeTakenAway() throws IOException {
        Browser browser = columnsOf("teams", "id,name\n{0}-1 North,Peeters {0}\n{0}-2 South,De  Smet\n");
        assertThat(card("id")).contains(mark + "-1 North", "imported").doesNotContain("North →");

        _setValue(change("id"), "firstWord");

        assertThat(given().transforms()).containsExactly(Map.entry("id", new ColumnChange("firstWord", null)));
        assertThat(card("id")).contains(mark + "-1 North → " + mark + "-1", mark + "-2 South → " + mark + "-2");
        _setValue(change("id"), "asItIs");
        assertThat(given().transforms()).isEmpty();
        assertThat(card("id")).doesNotContain("North →");
        assertThat(browser.text()).contains("Check without importing");
    }

    @Test
    void eachFieldOffersWhatMakesSenseForItsValuesOnly() throws IOException {
        columnsOf("deals", "id,owner,stage,closedOn,value,currency\n{0},An,won,2026-03-14,1200.50,EUR\n");

        assertThat(items("value"))
                .contains("otherSign", "decimal", "toPercent")
                .doesNotContain("upperCase", "dateFormat");
        assertThat(items("closedOn")).contains("dateFormat").doesNotContain("otherSign", "upperCase");
        assertThat(items("owner")).contains("firstNameFirst", "withColumn").doesNotContain("otherSign", "dateFormat");
    }

    @Test
    void aValueThatCannotBeReadIsMarkedUntilTheColumnIsReadInItsOwnWay() throws IOException {
        columnsOf("deals", """
                id;owner;stage;engagedOn;closedOn;value;currency
                {0};An;won;13/2/2026;2-15-2026;1.250,50;EUR
                {0}b;An;won;14/2/2026;2-16-2026;(1.250,50);EUR
                """);
        _setValue(change("closedOn"), "dateFormat");
        _setValue(value("closedOn"), "d/M/yyyy");
        assertThat(card("closedOn")).contains("look at some", "2-15-2026 → cannot be read");

        _setValue(value("closedOn"), "M-d-yyyy");

        assertThat(card("closedOn")).contains("2-15-2026 → 15 Feb 2026").doesNotContain("cannot be read");
        assertThat(card("engagedOn")).contains("13/2/2026 → 13 Feb 2026");
        assertThat(card("value")).contains("(1.250,50) → cannot be read");
        _setValue(change("value"), "minusAround");
        assertThat(card("value")).contains("(1.250,50) → −1,250.5").doesNotContain("cannot be read");
    }

    @Test
    void twoColumnsBecomeOne() throws IOException {
        columnsOf("people", "id,first name,last name\n{0},An,Peeters\n");
        _setValue(column("first name"), "name");
        _setValue(column("last name"), "");

        _setValue(change("first name"), "withColumn");

        assertThat(value("first name").getValue())
                .as("the column nothing else uses")
                .isEqualTo("last name");
        assertThat(card("first name")).contains("An → An Peeters");
    }

    @Test
    void anotherFieldTakesAwayWhatMeansNothingForIt() throws IOException {
        columnsOf("deals", "id,owner,stage,a,currency\n{0},An,won,12,EUR\n");
        _setValue(column("a"), "value");
        _setValue(change("a"), "otherSign");
        assertThat(card("a")).contains("12 → −12");

        _setValue(column("a"), "name");

        assertThat(given().transforms()).isEmpty();
        assertThat(change("a").getValue()).isEqualTo("asItIs");
    }

    @Test
    void eachDifferentValueCanBeReplacedAndIsRememberedForTheCheck() throws IOException {
        Browser browser = columnsOf("deals", """
                id,owner,stage,value,currency
                {0}a,An Anders,Binnen,100,EUR
                {0}b,An Anders,Binnen,100,EUR
                {0}c,An Anders,won,100,EUR
                """);
        assertThat(card("stage")).contains("look at some", "Replace values (2 different)");
        open("stage");

        Select<String> means = select("\"Binnen\" (2×) becomes");
        _setValue(means, "won");
        assertThat(card("stage")).contains("Binnen → Won", "imported").doesNotContain("look at some");
        assertThat(given().values()).isEqualTo(Map.of("stage", Map.of("Binnen", "won")));

        _setValue(means, null);
        assertThat(given().values()).isEmpty();
        _setValue(means, "won");
        open("owner");
        _setValue(_get(TextField.class, spec -> spec.withLabel("\"An Anders\" (3×) becomes")), "Somebody Else");
        assertThat(card("owner")).contains("An Anders → Somebody Else");
        browser.open("import?id=" + upload.id() + "&step=check");
        assertThat(browser.text()).doesNotContain("Binnen").contains("Somebody Else");
    }

    @Test
    void aFieldWithoutColumnGetsOneValueForAllRows() throws IOException {
        Browser browser = columnsOf("customers", "id,name\n{0},Bakery {0}\n");

        _get(ComboBox.class, spec -> spec.withLabel("Another field")).setValue(field("region"));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Region")), "Limburg");

        assertThat(given().defaults()).isEqualTo(Map.of("region", "Limburg"));
        _click(_get(Button.class, spec -> spec.withText("Check without importing")));
        assertThat(browser.address()).contains("step=check");
        assertThat(browser.text()).contains("Import 1 customer");
    }

    private Object field(String name) {
        return _get(ComboBox.class, spec -> spec.withLabel("Another field"))
                .getListDataView()
                .getItems()
                .filter(field -> ((org.koploper.records.Field) field).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void open(String header) {
        NativeDetails details = _get(cardOf(header), NativeDetails.class);
        details.setOpen(true);
        ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));
        MockVaadin.clientRoundtrip(true);
    }

    private static Div cardOf(String header) {
        return _get(
                Div.class,
                spec -> spec.withPredicate(
                        card -> header.equals(card.getElement().getAttribute("aria-label"))
                                && card.hasClassName("kp-mapping-card")));
    }

    private static String card(String header) {
        return cardOf(header).getElement().getTextRecursively();
    }

    private static java.util.List<String> items(String header) {
        return change(header).getListDataView().getItems().toList();
    }

    @SuppressWarnings("unchecked")
    private static Select<String> change(String header) {
        return _get(Select.class, spec -> spec.withId("change-" + header));
    }

    @SuppressWarnings("unchecked")
    private static Select<String> value(String header) {
        return _get(Select.class, spec -> spec.withId("change-with-" + header));
    }

    @SuppressWarnings("unchecked")
    private static Select<String> select(String label) {
        return _get(Select.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> column(String header) {
        return _get(ComboBox.class, spec -> spec.withId("column-" + header));
    }
}
