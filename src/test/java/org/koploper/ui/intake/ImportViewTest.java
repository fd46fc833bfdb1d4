package org.koploper.ui.intake;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Role;
import org.koploper.intake.Mapping;
import org.koploper.intake.Upload;
import org.koploper.intake.Uploads;
import org.koploper.storage.Ids;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A file brought in on the screen, step by step. */
class ImportViewTest extends ScreenTest {

    @Autowired
    private Uploads uploads;

    @Autowired
    private Ids ids;

    private String mark = "";

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void othersAreToldThatTheyHaveNoAccess(Role role) {
        Browser browser = in(scene.as(role));

        browser.open("import");

        assertThat(browser.heading()).isEqualTo("No access");
    }

    @Test
    void theStartSaysWhatEachKindHolds() {
        Browser browser = in(scene.as(Role.ADMIN));

        browser.open("import?kind=targets");
        assertThat(browser.text()).contains("How much, of what, for whom", "Download an empty example for: Targets");

        kind().setValue("teams");
        assertThat(browser.text()).contains("Teams and the team above each.");
    }

    @Test
    void aFileIsCheckedThenTakenByAButtonThatNamesWhatHappens() throws IOException {
        Browser browser = in(scene.as(Role.ADMIN));
        Upload upload = upload("teams", "id,name\n{0}-a,North {0}\n{0}-b,South {0}\n{0}-c,\n");
        browser.open("import?id=" + upload.id());
        assertThat(browser.text()).contains("Character encoding", "North " + mark);

        click("Next");
        assertThat(browser.address()).contains("step=columns");
        click("Check without importing");
        assertThat(browser.address()).contains("step=check");
        assertThat(tally()).containsExactly("2", "0", "0", "1");
        assertThat(browser.text())
                .contains("One row cannot be taken", "These rows stay out", "once name: A value is needed here.");

        click("Import 2 teams");
        assertThat(browser.address()).contains("step=done");
        assertThat(tally()).containsExactly("2", "0", "0", "1");
        assertThat(browser.text()).contains("Download the row that stayed out");

        browser.open("import");
        assertThat(browser.text()).contains(upload.fileName(), "2 new, 0 changed, 1 left out");
    }

    @Test
    void aCodeThatIsNotKnownIsChosenFromThoseThatAreAndAFieldWithoutColumnIsNamedInWords() throws IOException {
        Browser browser = in(scene.as(Role.ADMIN));
        Upload upload = upload(
                "deals",
                "id,owner,stage,closedOn,value,currency\n"
                        + "{0}a,An Anders,Binnengehaald,2026-03-04,100,EUR\n,An Anders,won,2026-03-04,100,EUR\n");
        browser.open("import?id=" + upload.id() + "&step=columns");
        _setValue(_get(ComboBox.class, spec -> spec.withId("column-id")), "");
        click("Check without importing");
        assertThat(browser.text()).contains("2 times Own number (id): A value is needed here.");

        browser.open("import?id=" + upload.id() + "&step=columns");
        _setValue(_get(ComboBox.class, spec -> spec.withId("column-id")), "externalId");
        click("Check without importing");
        Select<String> means = _get(Select.class, spec -> spec.withLabel("\"Binnengehaald\" (stage) means"));
        _click(_get(means.getParent().orElseThrow(), Button.class));
        assertThat(means.isInvalid()).as("nothing chosen yet").isTrue();
        assertThat(means.getItemLabelGenerator().apply("won")).isEqualTo("Won");
        _setValue(means, "won");
        _click(_get(means.getParent().orElseThrow(), Button.class));

        assertThat(browser.text()).contains("once id: A value is needed here.").doesNotContain("Binnengehaald");
    }

    @Test
    void aFileWithNothingNewOffersNothingToImport() throws IOException {
        Browser browser = in(scene.as(Role.ADMIN));
        String rows = "id,name\n{0}-a,North {0}\n";
        uploads.commit(upload("teams", rows).id());
        byte[] same = rows.replace("{0}", mark).getBytes(StandardCharsets.UTF_8);
        Upload again = uploads.keep(new ByteArrayInputStream(same), "again.csv", "teams")
                .orElseThrow();

        browser.open("import?id=" + again.id() + "&step=check");

        assertThat(browser.text()).contains("There is nothing to import.");
        assertThat(_find(Button.class)).noneMatch(button -> button.getText().startsWith("Import "));
    }

    @Test
    void theOrderOfDatesIsAskedWhereTheFileDoesNotSayIt() throws IOException {
        Browser browser = in(scene.as(Role.ADMIN));
        Upload upload = upload("deals", "id,owner,stage,closedOn,value,currency\n{0},An Anders,won,3/4/2026,100,EUR\n");

        browser.open("import?id=" + upload.id() + "&step=check");

        RadioButtonGroup<String> question = _get(RadioButtonGroup.class);
        click("Next");
        assertThat(question.isInvalid()).isTrue();
        question.setValue("d/M/yyyy");
        _assertNone(RadioButtonGroup.class);
        assertThat(uploads.find(upload.id()).orElseThrow().given().dateFormat()).isEqualTo("d/M/yyyy");
        click("Next");
        assertThat(browser.address()).contains("step=columns");
    }

    @Test
    void everythingTheFileLeavesOpenIsAskedAtOnceThoughSomeCellsAreWrong() throws IOException {
        Browser browser = in(scene.as(Role.ADMIN));
        Upload upload = upload("deals", """
                id;owner;stage;closedOn;value;currency
                {0}a;;won;03/04/2026;1.234,56;EUR
                {0}b;;won;13/13/2026;1234.5;EUR
                {0}c;;won;01/02/2026;100;EUR
                {0}d;;won;05/06/2026;100;EUR
                """);

        browser.open("import?id=" + upload.id());

        assertThat(_find(RadioButtonGroup.class))
                .extracting(question -> question.getId().orElseThrow())
                .containsExactly("import.decimal", "import.dates");
        click("Next");
        assertThat(_find(RadioButtonGroup.class)).allMatch(RadioButtonGroup::isInvalid);
        answer("import.decimal", ",");
        answer("import.dates", "d/M/yyyy");
        _assertNone(RadioButtonGroup.class);

        browser.open("import?id=" + upload.id() + "&step=check");
        assertThat(browser.text())
                .contains("\"13/13/2026\" is not a date", "\"1234.5\" does not fit the decimal sign")
                .doesNotContain("\"03/04/2026\"", "\"1.234,56\"");
    }

    @SuppressWarnings("unchecked")
    private static void answer(String question, String value) {
        _get(RadioButtonGroup.class, spec -> spec.withId(question)).setValue(value);
    }

    @Test
    void aFieldIsFilledByOneColumnOnlyAndWhatIsMissingIsNamed() throws IOException {
        Browser browser = in(scene.as(Role.ADMIN));
        Upload upload = upload("teams", "id,title,remark\n{0}-a,North {0},x\n");
        browser.open("import?id=" + upload.id() + "&step=columns");

        column("title").setValue("");
        assertThat(browser.text()).contains("Nothing fills these yet: Name.");

        column("title").setValue("name");
        assertThat(browser.text()).doesNotContain("Nothing fills these yet");
        column("remark").setValue("name");
        assertThat(_find(ComboBox.class)).anyMatch(ComboBox::isInvalid);
        click("Check without importing");
        assertThat(browser.address()).contains("step=columns");
    }

    @Test
    void anUnknownNameIsExplainedOnceForAllItsRows() throws IOException {
        Browser browser = in(scene.as(Role.ADMIN));
        uploads.commit(upload("teams", "id,name\n{0},Northern {0}\n").id());
        String parent = mark;
        Upload upload = upload("teams", "id,name,parent\n{0}-a,A {0},The north\n{0}-b,B {0},The north\n");
        browser.open("import?id=" + upload.id() + "&step=check");
        assertThat(tally()).containsExactly("0", "0", "0", "2");

        TextField meant = _get(TextField.class, spec -> spec.withLabel("\"The north\" (parent) means"));
        click("Use for all 2");
        assertThat(meant.isInvalid()).isTrue();
        _setValue(meant, parent);
        click("Use for all 2");

        assertThat(tally()).containsExactly("2", "0", "0", "0");
        click("Import 2 teams");
    }

    @Test
    void aProblemIsDecidedOnceForAllItsRowsAndAskedAgain() throws IOException {
        Browser browser = in(scene.as(Role.ADMIN));
        Upload upload = upload("teams", "id,name,parent\n{0}-a,A {0},The void\n{0}-b,B {0},The void\n{0}-c,C {0},\n");
        browser.open("import?id=" + upload.id() + "&step=check");
        assertThat(tally()).containsExactly("1", "0", "0", "2");

        Select<String> decision = decision();
        decision.setValue("use");
        click("Apply to all 2 rows");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Value")).isInvalid())
                .isTrue();
        decision.setValue("empty");
        click("Apply to all 2 rows");

        assertThat(tally()).containsExactly("3", "0", "0", "0");
        assertThat(browser.text()).contains("Decided for all rows", "The cell counts as empty.");
        click("Ask again");
        assertThat(tally()).containsExactly("1", "0", "0", "2");
        assertThat(browser.text()).doesNotContain("Decided for all rows");
    }

    @SuppressWarnings("unchecked")
    private static Select<String> decision() {
        return _get(Select.class, spec -> spec.withLabel("For all these rows"));
    }

    @Test
    void anImportHasAPageOfItsOwnWithWhatChangedAndTheWayBack() throws IOException {
        Browser browser = in(scene.as(Role.ADMIN));
        Upload first =
                uploads.commit(upload("teams", "id,name\n{0},Before {0}\n").id());
        byte[] other = ("id,name\n" + mark + ",After " + mark + "\n").getBytes(StandardCharsets.UTF_8);
        Upload second = uploads.commit(uploads.keep(new ByteArrayInputStream(other), mark + "-2.csv", "teams")
                .orElseThrow()
                .id());

        browser.open("import?run=" + second.committed());
        assertThat(browser.address()).isEqualTo("import/" + second.committed());
        assertThat(browser.text()).contains("What changes, cell by cell", "Before " + mark + " → After " + mark);

        browser.open("import?run=-1");
        assertThat(browser.text()).contains("This file is no longer here");
        browser.open("import/" + second.committed());
        click("Undo this import");
        click("Leave it as it is");
        click("Undo this import");
        click("Yes, undo it");
        assertThat(browser.text()).contains("Undone by");
        _assertNone(Button.class, spec -> spec.withText("Undo this import"));

        browser.open("import/" + first.committed());
        assertThat(browser.text()).doesNotContain("cell by cell");
        click("Undo this import");
        click("Yes, undo it");
        assertThat(browser.text()).contains("Undone by");

        browser.open("import/999999999999999999");
        assertThat(browser.text()).contains("This file is no longer here");
    }

    @Test
    void aFileLikeAnEarlierOneIsReadLikeItUntilThatIsForgotten() throws IOException {
        Browser browser = in(scene.as(Role.ADMIN));
        Upload first = upload("teams", "key{0},title{0}\n{0},Kept {0}\n");
        uploads.decide(
                first.id(), Mapping.NONE.withColumns(Map.of("key" + mark, "externalId", "title" + mark, "name")));
        uploads.commit(first.id());
        byte[] next = "title{0},key{0}\nNext {0},{0}-n\n".replace("{0}", mark).getBytes(StandardCharsets.UTF_8);
        Upload second = uploads.keep(new ByteArrayInputStream(next), "next.csv", "teams")
                .orElseThrow();

        browser.open("import?id=" + second.id() + "&step=columns");
        assertThat(column("title" + mark).getValue()).isEqualTo("name");
        browser.open("import?id=" + second.id());
        assertThat(browser.text()).contains("Read like the last file with these columns");
        click("Forget this and read it afresh");
        assertThat(browser.text()).doesNotContain("Read like the last file with these columns");
        browser.open("import?id=" + second.id() + "&step=columns");
        assertThat(column("title" + mark).getValue()).isEmpty();
    }

    @Test
    void theSheetOfAWorkbookIsChosenOnTheScreen() throws IOException {
        Browser browser = in(scene.as(Role.ADMIN));
        mark = "v" + ids.next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("Notes").value(0, 0, "Nothing here");
            Worksheet sheet = book.newWorksheet("Teams");
            sheet.value(0, 0, "id");
            sheet.value(0, 1, "name");
            sheet.value(1, 0, mark);
            sheet.value(1, 1, "Sheet " + mark);
        }
        Upload upload = uploads.keep(new ByteArrayInputStream(out.toByteArray()), "book.xlsx", "teams")
                .orElseThrow();

        browser.open("import?id=" + upload.id());
        assertThat(browser.text()).doesNotContain("Sheet " + mark);
        sheet().setValue("Teams");
        assertThat(browser.text()).contains("Sheet " + mark);
    }

    @SuppressWarnings("unchecked")
    private static Select<String> sheet() {
        return _get(Select.class, spec -> spec.withLabel("Sheet"));
    }

    @Test
    void aFileThatIsGoneIsSaidToBeGone() {
        Browser browser = in(scene.as(Role.ADMIN));

        browser.open("import?id=00000000-0000-0000-0000-000000000000&step=check");

        assertThat(browser.text()).contains("This file is no longer here", "Import another file");
    }

    @Test
    void aFileThatIsNoTableSaysWhatToDo() throws IOException {
        Browser browser = in(scene.as(Role.ADMIN));

        browser.open("import?id=" + upload("teams", "").id());

        assertThat(browser.text()).contains("The file is empty.");
        assertThat(_find(Button.class)).noneMatch(button -> button.getText().equals("Next"));
    }

    private Upload upload(String kind, String csv) throws IOException {
        mark = "v" + ids.next();
        byte[] bytes = csv.replace("{0}", mark).getBytes(StandardCharsets.UTF_8);
        return uploads.keep(new ByteArrayInputStream(bytes), mark + ".csv", kind)
                .orElseThrow();
    }

    private static java.util.List<String> tally() {
        return _find(DescriptionList.Description.class).stream()
                .map(value -> value.getElement().getTextRecursively())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<String> column(String header) {
        return _get(ComboBox.class, spec -> spec.withLabel(header));
    }

    @SuppressWarnings("unchecked")
    private static Select<String> kind() {
        return _get(Select.class);
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
        MockVaadin.clientRoundtrip(true);
    }
}
