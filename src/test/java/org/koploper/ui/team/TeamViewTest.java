package org.koploper.ui.team;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.PersonRef;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealStage;
import org.koploper.sales.DealView;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.SplitFields;
import org.koploper.ui.kit.StackedBar;
import org.koploper.ui.kit.UndoToast;

class TeamViewTest extends ScreenTest {

    @Test
    void managersStartHereAndSeeEverybodyBelowThemAndNobodyElse() {
        Browser browser = in(scene.asManager());

        assertThat(browser.address()).isEqualTo("team");
        assertThat(browser.text())
                .contains("An Anders", "Bo Baert", "€660.00", "120.0%", "No target agreed")
                .doesNotContain("Cas Claes");
    }

    @Test
    void theNumbersOfEverybodyBelowStandBesideEachOtherAndSayWhereThereIsTooLittle() {
        in(scene.asManager());

        assertThat(_get(MeterTable.class).getElement().getTextRecursively())
                .contains("An Anders", "Bo Baert", "1 orders", "too few", "no data")
                .doesNotContain("Cas Claes");
    }

    @Test
    void howManyAreWhereIsDrawnAndCounted() {
        in(scene.asManager());

        assertThat(_get(StackedBar.class).getElement().getOuterHTML())
                .contains("Goals: Reached 1 (50.0%); Without target 1 (50.0%)");
    }

    @Test
    void theOwnTeamIsDrawnDayByDay() {
        in(scene.asManager());
        assertThat(_find(Chart.class)).isEmpty();
        signOut();

        scene.leads(scene.manager);
        Browser browser = in(scene.asManager());
        assertThat(browser.text()).contains("Day by day: Scene", "€12,000 sold by ");
    }

    @Test
    void aDealIsWonAndTheWinTakenBack() {
        Browser browser = in(scene.asManager());
        _click(button("Win " + Scene.name(scene.openDeal)));
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Value")), "6,500.50");
        _click(_get(
                Button.class,
                spec -> spec.withText("Win")
                        .withPredicate(Button::isVisible)
                        .withPredicate(b -> b.getThemeNames().contains("primary"))));

        assertThat(deal().row().stage()).isEqualTo(DealStage.WON);
        assertThat(deal().row().value()).isEqualByComparingTo("6500.50");
        browser.open("team");
        assertThat(browser.text()).contains("Sold so far: €6,501");
    }

    @Test
    void theWinCanBeUndone() {
        in(scene.asManager());
        _click(button("Win " + Scene.name(scene.openDeal)));
        _click(_get(
                Button.class,
                spec -> spec.withText("Win")
                        .withPredicate(b -> b.getThemeNames().contains("primary"))));
        _click(_get(Button.class, spec -> spec.withText("Undo")));

        assertThat(deal().row().stage()).isEqualTo(DealStage.QUOTED);
    }

    @Test
    void aWinInTheFutureIsRefusedAtItsField() {
        in(scene.asManager());
        _click(button("Win " + Scene.name(scene.openDeal)));
        DatePicker day = _get(DatePicker.class, spec -> spec.withLabel("Closed on"));
        _setValue(day, LocalDate.now().plusDays(20));
        _click(_get(
                Button.class,
                spec -> spec.withText("Win")
                        .withPredicate(b -> b.getThemeNames().contains("primary"))));

        assertThat(day.isInvalid()).isTrue();
        assertThat(day.getErrorMessage()).isNotBlank().doesNotContain("problem.");
        assertThat(deal().row().stage()).isEqualTo(DealStage.QUOTED);
    }

    @Test
    void aChangeOnTopOfSomebodyElsesIsRefused() {
        in(scene.asManager());
        _click(button("Change " + Scene.name(scene.openDeal)));
        DealView now = deal();
        context.getBean(DealDesk.class)
                .change(Scene.name(scene.openDeal), now.unchanged().worth(BigDecimal.TEN), now.version(), null);
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Value")), "777");
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(deal().row().value()).isEqualByComparingTo("10");
        assertThat(_get(ConflictDialog.class).getHeaderTitle()).contains("was changed meanwhile");
        assertThat(said()).contains("Mia Manager changed it at", "777", "10");

        _click(_get(Button.class, spec -> spec.withText("Keep editing")));
        assertThat(_get(AmountField.class, spec -> spec.withLabel("Value")).getValue())
                .isEqualTo("777");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        _click(_get(Button.class, spec -> spec.withText("Load again")));
        assertThat(_get(AmountField.class, spec -> spec.withLabel("Value")).getValue())
                .isEqualTo("10");
    }

    @Test
    void overwritingKeepsWhatTheOtherChangedElsewhere() {
        in(scene.asManager());
        _click(button("Change " + Scene.name(scene.openDeal)));
        DealView now = deal();
        context.getBean(DealDesk.class)
                .change(Scene.name(scene.openDeal), now.unchanged().ownedBy(scene.an), now.version(), null);
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Value")), "777");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        _click(_get(Button.class, spec -> spec.withText("Keep mine")));

        assertThat(deal().row().value()).isEqualByComparingTo("777");
        assertThat(deal().row().owner().id()).isEqualTo(scene.an);
    }

    @Test
    void whoeverChangesAWonDealSaysWhy() {
        Browser browser = in(scene.asManager());
        context.getBean(DealDesk.class).win(Scene.name(scene.openDeal), LocalDate.now(), BigDecimal.TEN, 0);
        browser.open("team");
        _setValue(stages(), DealStage.WON.name());
        _click(button("Change " + Scene.name(scene.openDeal)));
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Value")), "777");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        TextField reason = _get(TextField.class, spec -> spec.withLabel("Why (for the audit trail)"));
        assertThat(reason.isInvalid()).isTrue();
        assertThat(deal().row().value()).isEqualByComparingTo("10");

        _setValue(reason, "A typing error in the order");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(deal().row().value()).isEqualByComparingTo("777");
    }

    @Test
    void aSecondClickOpensNoSecondDialogAndTheButtonWorksAgainAfterwards() {
        in(scene.asManager());
        Button opener = button("Win " + Scene.name(scene.openDeal));
        opener.click();
        opener.click();
        MockVaadin.clientRoundtrip(true);
        assertThat(_find(WinDialog.class)).hasSize(1);

        _click(_get(Button.class, spec -> spec.withText("Cancel")));
        MockVaadin.clientRoundtrip(true);
        assertThat(_find(WinDialog.class)).isEmpty();
        _click(opener);
        assertThat(_find(WinDialog.class)).hasSize(1);
    }

    @Test
    void leavingTheScreenWithADialogOpenDoesNotKeepItFromOpeningLater() {
        Browser browser = in(scene.asManager());
        _click(button("Win " + Scene.name(scene.openDeal)));
        browser.open("board");
        browser.open("team");
        MockVaadin.clientRoundtrip(true);

        _click(button("Win " + Scene.name(scene.openDeal)));

        assertThat(_find(WinDialog.class)).hasSize(1);
    }

    @Test
    void aSecondClickDoesNotWinTwice() {
        in(scene.asManager());
        _click(button("Win " + Scene.name(scene.openDeal)));
        Button win = primary("Win");
        win.click();
        win.click();

        assertThat(deal().row().stage()).isEqualTo(DealStage.WON);
        assertThat(_find(UndoToast.class)).hasSize(1);
    }

    @Test
    void aSecondClickDoesNotSaveTwice() {
        in(scene.asManager());
        _click(button("Change " + Scene.name(scene.openDeal)));
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Value")), "777");
        Button save = _get(Button.class, spec -> spec.withText("Save"));
        save.click();
        save.click();

        assertThat(deal().row().value()).isEqualByComparingTo("777");
        assertThat(_find(UndoToast.class)).hasSize(1);
    }

    @Test
    void aDealThatIsNoLongerOpenCannotBeWonAgain() {
        in(scene.asManager());
        _click(button("Win " + Scene.name(scene.openDeal)));
        _setValue(_get(AmountField.class, spec -> spec.withLabel("Value")), "777");
        context.getBean(DealDesk.class).win(Scene.name(scene.openDeal), LocalDate.now(), BigDecimal.TEN, 0);
        _click(primary("Win"));

        assertThat(deal().row().value()).isEqualByComparingTo("10");
        assertThat(_find(UndoToast.class)).isEmpty();
        assertThat(said()).contains("Mia Manager changed it at", "Won");
        assertThat(_find(Button.class, spec -> spec.withText("Keep mine"))).isEmpty();
        _click(_get(Button.class, spec -> spec.withText("Load again")));
        assertThat(_find(AmountField.class, spec -> spec.withLabel("Value"))).isEmpty();
    }

    @Test
    void aWinOnTopOfWhatSomebodyElseChangedMeanwhileKeepsBoth() {
        in(scene.asManager());
        _click(button("Win " + Scene.name(scene.openDeal)));
        DealView now = deal();
        context.getBean(DealDesk.class)
                .change(Scene.name(scene.openDeal), now.unchanged().worth(new BigDecimal("6100")), now.version(), null);
        _click(primary("Win"));
        assertThat(deal().row().stage()).isEqualTo(DealStage.QUOTED);
        assertThat(said()).contains("Mia Manager changed it at", "5,000", "6,100");

        _click(_get(Button.class, spec -> spec.withText("Keep mine")));
        assertThat(deal().row().stage()).isEqualTo(DealStage.WON);
        assertThat(deal().row().value()).isEqualByComparingTo("6100");
    }

    @Test
    void aWrongShareIsToldByThePersonsName() {
        in(scene.asManager());
        _click(button("Change " + Scene.name(scene.openDeal)));
        SplitFields splits = parts("Shared by");
        share(splits, scene.an, "-30");
        share(splits, scene.bo, "130");
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(splits.isInvalid()).isTrue();
        assertThat(splits.getErrorMessage()).contains("The share of An Anders is -30 %");
        assertThat(deal().unchanged().splits()).isEmpty();
    }

    @Test
    void aSpecialistIsCreditedOnTopAndTheCreditTakenBack() {
        in(scene.asManager());
        _click(button("Change " + Scene.name(scene.openDeal)));
        share(parts("Credited on top"), scene.an, "25");
        _click(primary("Save"));

        assertThat(deal().unchanged().overlays()).containsOnlyKeys(scene.an);
        assertThat(deal().unchanged().overlays().get(scene.an)).isEqualByComparingTo("25");
        assertThat(deal().unchanged().splits()).isEmpty();
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(deal().unchanged().overlays()).isEmpty();
    }

    @Test
    void aCreditAboveTheWholeIsToldByThePersonsNameAndARowWithoutAPersonToo() {
        in(scene.asManager());
        _click(button("Change " + Scene.name(scene.openDeal)));
        SplitFields overlays = parts("Credited on top");
        share(overlays, scene.an, "101");
        _click(primary("Save"));

        assertThat(overlays.isInvalid()).isTrue();
        assertThat(overlays.getErrorMessage()).contains("An Anders would be credited with 101 % of this deal");
        share(overlays, scene.an, "1");
        _click(primary("Save"));
        assertThat(overlays.getErrorMessage()).contains("nobody twice");
        assertThat(deal().unchanged().overlays()).isEmpty();
    }

    private static SplitFields parts(String label) {
        return _get(SplitFields.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static void share(SplitFields parts, PersonId person, String percent) {
        _click(_get(parts, Button.class, spec -> spec.withText(I18NProvider.translate("deal.split-add"))));
        ComboBox<PersonRef> who = _find(parts, ComboBox.class).getLast();
        who.setValue(who.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow());
        _setValue(_find(parts, AmountField.class).getLast(), percent);
    }

    @Test
    void searchFindsADealByItsNumber() {
        in(scene.asManager());
        _setValue(_get(TextField.class, spec -> spec.withLabel("Search deals")), "no such deal");

        assertThat(_find(ListItem.class, spec -> spec.withClasses("kp-deal"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "MANAGER", mode = EnumSource.Mode.EXCLUDE)
    void whoManagesNobodyIsToldThatThisIsNotForThem(Role role) {
        Browser browser = in(scene.as(role));
        browser.open("team");

        assertThat(browser.heading()).isEqualTo("No access");
    }

    @Test
    void aManagerWithoutPeopleIsToldSo() {
        Browser browser = in(scene.as(Role.MANAGER));

        assertThat(browser.text()).contains("Nobody reports to you today").doesNotContain("An Anders");
    }

    private static Button primary(String text) {
        return _get(
                Button.class,
                spec -> spec.withText(text).withPredicate(b -> b.getThemeNames().contains("primary")));
    }

    private static Button button(String label) {
        return _find(Button.class).stream()
                .filter(button -> label.equals(button.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Select<String> stages() {
        return _find(Select.class).stream()
                .filter(select -> "Stage".equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private static String said() {
        return _get(ConflictDialog.class).getElement().getTextRecursively();
    }

    private DealView deal() {
        return Caller.asSystem(() ->
                context.getBean(DealDesk.class).find(Scene.name(scene.openDeal)).orElseThrow());
    }
}
