package org.koploper.ui.dashboard;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Role;
import org.koploper.kpi.Meter;
import org.koploper.people.PersonRef;
import org.koploper.period.PeriodKind;
import org.koploper.testing.SalesSample;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.chart.AnalysisChart;

/** Four numbers of the team first, then of one person, then of everybody side by side. */
class SalesDashboardViewTest extends ScreenTest {

    private static final String SCREEN = "team/numbers";

    @Test
    void aManagerSeesTheTeamFirstAndThenEverybodyBelowSideBySide() {
        Browser browser = in(scene.asManager());
        browser.open(SCREEN);

        assertThat(browser.heading()).isEqualTo("Sales dashboard");
        assertThat(browser.text())
                .contains("Four numbers of Scene", "€12,000 from 1 orders", "People side by side")
                .doesNotContain("An Anders alone", "Cas Claes");
        assertThat(_size(matrix())).isEqualTo(2);
    }

    @Test
    void everyNumberSaysInOneSentenceWhatItMeans() {
        Browser browser = in(scene.asManager());
        browser.open(SCREEN);

        assertThat(browser.text())
                .contains("Offers that a customer has and has not answered yet.")
                .contains("What one order brings in on average.")
                .contains("Of the offers that were answered, the part that became an order.")
                .contains("Days from sending an offer to the order, the one in the middle.");
    }

    @Test
    void oneOfTheTeamIsHeldAgainstTheOthersByTheAddress() {
        Browser browser = in(scene.asManager());
        browser.open(SCREEN + "?rep=P" + scene.an.value());

        assertThat(browser.text())
                .contains("Four numbers of An Anders alone", "Not compared: fewer than four have such a number");
    }

    @Test
    void withFourPeopleWhoHaveOrdersTheyAreComparedAndWhereThereIsTooLittleItSaysSo() {
        List.of("Dora", "Emma", "Fred").forEach(name -> scene.joins(name, "1000"));
        Browser browser = in(scene.asManager());
        browser.open(SCREEN + "?rep=P" + scene.an.value());

        assertThat(browser.text()).contains("Too little data: 1 of 5 orders", "The team has 3 more");
    }

    @Test
    void theChoiceOfAPersonStandsInTheAddress() {
        Browser browser = in(scene.asManager());
        browser.open(SCREEN);
        choose("Bo Baert");

        assertThat(browser.address()).contains("rep=P" + scene.bo.value());
        assertThat(browser.text()).contains("Four numbers of Bo Baert alone");
    }

    @SuppressWarnings("unchecked")
    private static void choose(String name) {
        ComboBox<PersonRef> people = _get(ComboBox.class);
        people.setValue(people.getListDataView()
                .getItems()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void theListIsSortedByTheAddressWithoutReadingAnew() {
        Browser browser = in(scene.asManager());
        browser.open(SCREEN);
        Grid<?> before = matrix();
        assertThat(_getCellComponent(matrix(), 0, "name").getElement().getTextRecursively())
                .startsWith("An Anders");
        browser.open(SCREEN + "?sort=-name");

        assertThat(matrix()).isSameAs(before);
        assertThat(_getCellComponent(matrix(), 0, "name").getElement().getTextRecursively())
                .startsWith("Bo Baert");
    }

    @Test
    void aNumberOfTheListLeadsToWhereItLiesAmongThoseOfTheOthers() {
        Browser browser = in(scene.asManager());
        browser.open(SCREEN);
        String there = cell(0, "order").getHref();
        assertThat(there).contains("spread=order", "of=P" + scene.an.value());
        Grid<?> list = matrix();

        browser.open(there);

        Dialog dialog = _get(Dialog.class);
        assertThat(dialog.getHeaderTitle()).isEqualTo("Average order: An Anders among the others");
        assertThat(dialog.getElement().getTextRecursively())
                .contains("What one order brings in on average.", "An Anders: 1 orders");
        assertThat(matrix()).isSameAs(list);
        _click(_get(Button.class, spec -> spec.withText("Close")));
        assertThat(browser.address()).doesNotContain("spread=", "of=");
        _assertNone(Dialog.class);
    }

    @ParameterizedTest
    @EnumSource(Meter.class)
    void eachOfTheFourCanBeLookedAtByItsAddress(Meter meter) {
        Browser browser = in(scene.asManager());
        browser.open(SCREEN + "?spread=" + meter.key() + "&of=P" + scene.an.value());

        assertThat(_get(Dialog.class).getHeaderTitle()).endsWith(": An Anders among the others");
    }

    @Test
    void nobodyIsLookedAtWhomTheReaderMayNotSee() {
        Browser browser = in(scene.asManager());
        browser.open(SCREEN + "?spread=order&of=P" + scene.cas.value());
        _assertNone(Dialog.class);
        signOut();
        browser = in(scene.asAn());
        browser.open(SCREEN + "?spread=order&of=P" + scene.an.value());
        _assertNone(Dialog.class);
    }

    @Test
    void fromFivePeopleOnTheHeadSaysWhereTheMiddleLies() {
        Browser browser = in(scene.asManager());
        browser.open(SCREEN);
        assertThat(head("open")).isEqualTo("Open quotes");
        SalesSample sample = new SalesSample(context);

        List.of("Dora", "Emma", "Fred").forEach(name -> sample.reportsTo(scene.joins(name, "1000"), scene.manager));
        browser.open(SCREEN + "?p=" + LocalDate.now().getYear());

        assertThat(head("open")).isEqualTo("Open quotesmedian 0 (0 to 0)");
    }

    private static String head(String key) {
        Component header = matrix().getColumnByKey(key).getHeaderComponent();
        return header == null
                ? matrix().getColumnByKey(key).getHeaderText()
                : header.getElement().getTextRecursively();
    }

    private static Anchor cell(int row, String key) {
        return (Anchor) _getCellComponent(matrix(), row, key);
    }

    @Test
    @SuppressWarnings("unchecked")
    void thePeriodIsAMonthAQuarterOrAYear() {
        Browser browser = in(scene.asManager());
        browser.open(SCREEN + "?p=" + scene.month);
        Select<PeriodKind> kinds = (Select<PeriodKind>) _find(Select.class).stream()
                .filter(select -> select.getValue() instanceof PeriodKind)
                .findFirst()
                .orElseThrow();
        assertThat(kinds.getListDataView().getItems())
                .containsExactly(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR);

        _setValue(kinds, PeriodKind.YEAR);

        assertThat(browser.address()).contains("p=" + LocalDate.now().getYear());
    }

    @Test
    void ordersAndCyclesAreDrawnOrTheirAbsenceIsSaid() {
        Browser browser = in(scene.asManager());
        browser.open(SCREEN);

        assertThat(_find(AnalysisChart.class)).hasSize(1);
        assertThat(browser.text())
                .contains("Everybody: 1 orders, too few to say where the middle is.")
                .contains("Nothing was won in this period of which the first day is known.")
                .contains("Too little data to say whether people differ.");
    }

    @Test
    void whoSellsSeesTheOwnNumbersAndNobodyElses() {
        Browser browser = in(scene.asAn());
        browser.open(SCREEN + "?rep=P" + scene.bo.value());

        assertThat(browser.text())
                .contains("Four numbers of An Anders alone", "€12,000 from 1 orders")
                .doesNotContain("Bo Baert", "Four numbers of Scene");
        _assertNone(Grid.class);
    }

    @Test
    void aSmallTeamIsNotShownToWhoCouldFindOutAColleaguesNumbersFromIt() {
        Browser browser = in(scene.asAn());
        browser.open(SCREEN);

        assertThat(browser.text()).contains("Four numbers of the whole organisation", "Your team is so small");
    }

    @Test
    void whoBelongsToNoTeamIsToldSo() {
        Browser browser = in(scene.as(Role.REP));
        browser.open(SCREEN);

        assertThat(browser.text()).contains("There is no team to look at", "Four numbers of REP alone");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REP", "MANAGER"},
            mode = EnumSource.Mode.EXCLUDE)
    void whoNeitherSellsNorManagesIsToldThatThisIsNotForThem(Role role) {
        Browser browser = in(scene.as(role));
        browser.open(SCREEN);

        assertThat(browser.heading()).isEqualTo("No access");
    }

    private static Grid<?> matrix() {
        return _get(Grid.class);
    }
}
