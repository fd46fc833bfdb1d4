package org.koploper.ui.records;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordKinds;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordRow;
import org.koploper.records.RecordShelf;
import org.koploper.testing.As;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.SplitFields;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists and forms of records, with the keyboard and the address bar of a user. */
class RecordScreensTest extends ScreenTest {

    private static final String SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    @Autowired
    RecordShelf shelf;

    @Autowired
    RecordEdits edits;

    @Autowired
    RecordKinds kinds;

    @SuppressWarnings("unchecked")
    private static Grid<RecordRow> grid() {
        return _get(Grid.class);
    }

    private static String field(String label, String value) {
        TextField field = _get(TextField.class, spec -> spec.withLabel(label));
        _setValue(field, value);
        return value;
    }

    private static void save() {
        _click(_get(Button.class, spec -> spec.withText("Save")));
    }

    /** What messages and dialogs say; they lie outside of the page. */
    private static String said() {
        return _find(Span.class).stream().map(Span::getText).collect(Collectors.joining("; "));
    }

    private String customer(String name) {
        return Caller.asSystem(() -> edits.create("customers", new java.util.HashMap<>(Map.of("name", name))))
                .externalId();
    }

    @Test
    void everyRoleSeesTheKindsThatAreForIt() {
        Map<Role, Integer> kindsSeen =
                Map.of(Role.REP, 20, Role.MANAGER, 22, Role.HR, 5, Role.FINANCE, 23, Role.ADMIN, 24);
        kindsSeen.forEach((role, count) -> {
            Browser browser = in(scene.as(role));
            browser.open("records");
            assertThat(browser.heading()).isEqualTo("All records");
            int links = _find(com.vaadin.flow.component.html.ListItem.class).size();
            assertThat(links).as(role.name()).isEqualTo(count);
            signOut();
        });
    }

    @Test
    void whatIsNotForOneIsNotFoundWhateverIsTypedByHand() {
        String foreign = Scene.name(scene.sells(scene.cas, "700"));
        Browser browser = in(scene.asAn());
        for (String address : Set.of(
                "records/costs",
                "record/costs",
                "records/rates",
                "records/nothing",
                "record/deals/" + foreign,
                "record/products",
                "record/people/P" + scene.cas.value())) {
            assertThat(browser.open(address).getClass().getSimpleName())
                    .as(address)
                    .isEqualTo("NotFoundPage");
        }
        browser.open("record/deals/" + Scene.name(scene.deal));
        assertThat(browser.text()).contains("You may look at this");
        assertThat(_find(Button.class, spec -> spec.withText("Save"))).isEmpty();
    }

    @Test
    void aSpecialistIsCreditedOnTopOfADealByHand() {
        String deal = Scene.name(scene.sells(scene.an, "700"));
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("record/deals/" + deal);

        SplitFields onTop = _get(SplitFields.class, spec -> spec.withLabel("Credited on top"));
        assertThat(onTop.getHelperText()).contains("counts in no total");
        field("Why", "She knows the machine");
        onTop.setValue(Map.of(scene.cas, new BigDecimal("50")));
        save();
        browser.open("record/deals/" + deal);
        assertThat(_get(SplitFields.class, spec -> spec.withLabel("Credited on top"))
                        .getValue())
                .containsOnlyKeys(scene.cas)
                .allSatisfy((person, percent) -> assertThat(percent).isEqualByComparingTo("50"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void aProductIsMadeAVariantByHandAndOneOfAVariantIsRefusedAtItsField() {
        String throne = product("Throne " + System.nanoTime(), null);
        String red = product("Red " + System.nanoTime(), throne);
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("record/products?variantOf=" + red);
        String name = field("Name", "Dark " + System.nanoTime());
        save();
        ComboBox<RecordRef> of = _get(ComboBox.class, spec -> spec.withLabel("Variant of"));
        assertThat(of.isInvalid()).isTrue();
        assertThat(of.getErrorMessage()).contains("which is a variant itself");

        of.setValue(new RecordRef("products", throne, "Throne"));
        save();
        assertThat(browser.heading()).isEqualTo("Products · " + name);
        browser.open("record/products/" + throne);
        assertThat(browser.text()).contains(name);
    }

    private String product(String name, @Nullable String of) {
        Map<String, Object> fields = new java.util.HashMap<>(Map.of("name", name));
        if (of != null) {
            fields.put("variantOf", of);
        }
        return Caller.asSystem(() -> edits.create("products", fields)).externalId();
    }

    @Test
    void aCustomerIsAddedFoundChangedAndTheChangeTakenBack() {
        Browser browser = in(scene.asAn());
        browser.open("record/customers");
        String name = field("Name", "Bakery " + System.nanoTime());
        save();
        assertThat(browser.heading()).isEqualTo("Customers · " + name);
        assertThat(said()).contains(name + " is added.");
        assertThat(browser.text()).contains("No contact yet.");

        field("Segment", "retail");
        save();
        assertThat(said()).contains(name + " is saved.");
        _click(_find(Button.class, spec -> spec.withText("Undo")).getLast());
        assertThat(Caller.asSystem(() -> shelf.page("customers", new RecordQuery(name, Map.of(), null, false, 0, 2)))
                        .getFirst()
                        .values())
                .containsEntry("segment", null);
        browser.open("records/customers?q=" + name.replace(" ", "%20").toUpperCase());
        assertThat(GridKt._size(grid())).isEqualTo(1);
    }

    @Test
    void aNumberOfOddSignsLeadsToItsRecordAllTheSame() {
        Browser browser = in(scene.asAn());
        browser.open("record/customers");
        field("Own number (id)", "100%; a/b\\c~25 " + System.nanoTime());
        String name = field("Name", "Odd " + System.nanoTime());
        save();
        assertThat(browser.heading()).as(browser.address()).isEqualTo("Customers · " + name);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldBeforeAnythingIsSaved() {
        Browser browser = in(scene.asAn());
        browser.open("record/activities");
        AmountField minutes = _get(AmountField.class, spec -> spec.withLabel("Minutes"));
        _setValue(minutes, "soon");
        save();
        assertThat(minutes.isInvalid()).isTrue();
        _setValue(minutes, "20");
        save();
        assertThat(browser.text()).contains("A value is needed here");
    }

    @Test
    void twoPeopleWhoChangeTheSameRecordSeeWhatTheOtherDid() {
        String id = customer("Twice " + System.nanoTime());
        Browser browser = in(scene.asAn());
        browser.open("record/customers/" + id);
        field("Segment", "mine");
        As.user(
                scene.manager,
                Set.of(Role.MANAGER),
                () -> edits.change("customers", id, 0, new java.util.HashMap<>(Map.of("segment", "theirs")), null));
        save();
        assertThat(_get(ConflictDialog.class).getElement().getTextRecursively())
                .contains("changed it at", "theirs", "mine");
        _click(_get(Button.class, spec -> spec.withText("Keep mine")));
        assertThat(Caller.asSystem(() -> shelf.find("customers", id))
                        .orElseThrow()
                        .row()
                        .values())
                .containsEntry("segment", "mine");
    }

    @Test
    void whatTheOtherChangedElsewhereStaysAndLoadingAgainShowsIt() {
        String id = customer("Both " + System.nanoTime());
        Browser browser = in(scene.asAn());
        browser.open("record/customers/" + id);
        field("Segment", "mine");
        theirs("customers", id, "region", "Antwerp");
        save();
        _click(_get(Button.class, spec -> spec.withText("Keep mine")));
        assertThat(now("customers", id)).containsEntry("segment", "mine").containsEntry("region", "Antwerp");

        field("Segment", "again mine");
        theirs("customers", id, "segment", "theirs");
        save();
        _click(_get(Button.class, spec -> spec.withText("Load again")));
        assertThat(_get(TextField.class, spec -> spec.withLabel("Segment")).getValue())
                .isEqualTo("theirs");
    }

    @Test
    void aTargetThatSomebodyElseMovedIsComparedBeforeItIsSaved() {
        String id = target("10000");
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("record/targets/" + id);
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Amount")), "12000");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Why")), "agreed today");
        theirs("targets", id, "amount", new java.math.BigDecimal("11000"));
        save();

        assertThat(_get(ConflictDialog.class).getElement().getTextRecursively()).contains("10,000", "11,000", "12,000");
        assertThat(now("targets", id).get("amount")).isEqualTo(new java.math.BigDecimal("11000.0000"));
    }

    @Test
    void whatIsRemovedMeanwhileIsSaidAndWhatWasTypedStays() {
        String id = customer("Gone " + System.nanoTime());
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("record/customers/" + id);
        field("Segment", "mine");
        Caller.asSystem(() -> edits.remove("customers", id, 0, null));
        save();

        assertThat(_get(ConflictDialog.class).getElement().getTextRecursively()).contains("no longer there");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Segment")).getValue())
                .isEqualTo("mine");
    }

    @Test
    void theOwnWeekThatCameFromElsewhereMeanwhileIsNotOverwrittenUnseen() {
        Browser browser = in(scene.asBo());
        browser.open("effort?week=2026-03-09");
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Calls")), "40");
        Map<String, Object> imported = new java.util.HashMap<>(
                Map.of("person", "P" + scene.bo.value(), "weekStart", java.time.LocalDate.of(2026, 3, 9), "calls", 7));
        imported.put("decisionMakers", 3);
        String id = Caller.asSystem(() -> edits.create("efforts", imported)).externalId();
        save();
        _click(_get(Button.class, spec -> spec.withText("Keep mine")));

        assertThat(now("efforts", id)).containsEntry("calls", 40).containsEntry("decisionMakers", 3);
    }

    private String target(String amount) {
        Map<String, Object> values = new java.util.HashMap<>(
                Map.of("scope", "TEAM", "team", "T" + scene.team.value(), "kpi", "REVENUE", "currency", "EUR"));
        values.put("from", scene.month.atDay(1));
        values.put("to", scene.month.atEndOfMonth());
        values.put("amount", new java.math.BigDecimal(amount));
        return Caller.asSystem(() -> edits.create("targets", values)).externalId();
    }

    private void theirs(String kind, String id, String field, Object value) {
        As.user(scene.manager, Set.of(Role.ADMIN), () -> {
            int version = shelf.find(kind, id).orElseThrow().row().version();
            return edits.change(kind, id, version, new java.util.HashMap<>(Map.of(field, value)), "for a test");
        });
    }

    private Map<String, Object> now(String kind, String id) {
        return Caller.asSystem(() -> shelf.find(kind, id)).orElseThrow().row().values();
    }

    @Test
    void aStoredScriptIsShownAsText() {
        String id = customer(SCRIPT);
        Browser browser = in(scene.asAn());
        browser.open("record/customers/" + id);
        assertThat(browser.text()).contains(SCRIPT);
        assertThat(browser.shown().getElement().getOuterHTML())
                .doesNotContain("<img")
                .doesNotContain("<script");
        browser.open("records/customers?q=" + id);
        assertThat(GridKt._size(grid())).isEqualTo(1);
    }

    @Test
    void aCallIsRecordedWithTwoFieldsAndADealIsProposedNotWon() {
        Browser browser = in(scene.asAn());
        browser.open("quick?what=call");
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Minutes")), "15");
        _click(_get(Button.class, spec -> spec.withText("Save the call")));
        assertThat(said()).contains("The call is saved.");

        browser.open("quick?what=deal");
        String name = field("Name", "Quick " + System.nanoTime());
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Value")), "900");
        _click(_get(Button.class, spec -> spec.withText("Propose the deal")));
        browser.open("records/deals?stage=quoted&q=" + name.replace(" ", "%20"));
        assertThat(GridKt._size(grid())).isEqualTo(1);
    }

    @Test
    void theOwnWeekIsKeptAndOpensAgain() {
        Browser browser = in(scene.asBo());
        browser.open("effort?week=2026-03-02");
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Calls")), "40");
        save();
        assertThat(said()).contains("Your week is saved.");
        browser.open("effort?week=2026-03-04");
        assertThat(_get(AmountField.class, spec -> spec.withLabel("Calls")).getValue())
                .isEqualTo("40");
    }

    @Test
    void aWeekThatCameInAFileIsTheSameWeekWhateverItIsCalledThere() {
        Map<String, Object> week = new java.util.HashMap<>(Map.of(
                "externalId",
                "CRM-17",
                "person",
                "P" + scene.bo.value(),
                "weekStart",
                LocalDate.of(2026, 3, 9),
                "calls",
                30));
        Caller.asSystem(() -> edits.create("efforts", week));
        Browser browser = in(scene.asBo());
        browser.open("effort?week=2026-03-09");
        AmountField calls = _get(AmountField.class, spec -> spec.withLabel("Calls"));
        assertThat(calls.getValue()).isEqualTo("30");
        _setValue(calls, "41");
        save();
        assertThat(said()).contains("Your week is saved.");
        browser.open("effort?week=2026-03-09");
        assertThat(_get(AmountField.class, spec -> spec.withLabel("Calls")).getValue())
                .isEqualTo("41");
    }

    @Test
    void onlyWhoKeepsPeopleMovesThem() {
        Browser manager = in(scene.asManager());
        manager.open("teams");
        assertThat(manager.text()).contains("An Anders");
        assertThat(_find(Button.class, spec -> spec.withText("Move"))).isEmpty();
        signOut();
        Browser hr = in(scene.as(Role.HR));
        hr.open("teams");
        assertThat(_find(Button.class, spec -> spec.withText("Move"))).isNotEmpty();
        signOut();
        assertThat(in(scene.asAn()).open("teams").getClass().getSimpleName()).isNotEqualTo("TeamsView");
    }

    @Test
    void everyCodeHasAWordInEnglish() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("records");
        kinds.all().stream()
                .filter(kind -> !kind.name().startsWith("trial"))
                .forEach(kind -> kind.fields().stream()
                        .filter(one -> !one.codes().isEmpty())
                        .forEach(one -> one.codes()
                                .forEach(code -> assertThat(
                                                RecordWords.code(kind.name(), one, FieldEditors.stored(code)))
                                        .doesNotContain("code.")
                                        .doesNotStartWith("!"))));
    }
}
