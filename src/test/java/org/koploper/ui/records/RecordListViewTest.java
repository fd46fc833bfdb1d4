package org.koploper.ui.records;

import static com.github.mvysny.kaributesting.v10.GridKt._fetch;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.records.RecordKinds;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordRow;
import org.koploper.records.RecordShelf;
import org.koploper.testing.Statements;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.list.Exported;
import org.springframework.beans.factory.annotation.Autowired;

/** The lists of records do what every list does, with filters made of the fields of their kind. */
class RecordListViewTest extends ScreenTest {

    @Autowired
    RecordShelf shelf;

    @Autowired
    RecordKinds kinds;

    @Test
    void everyFilterIsInTheAddressAndIsReadFromIt() {
        Browser browser = in(scene.asManager());
        browser.open("records/deals");
        assertThat(ids()).containsExactlyInAnyOrder(Scene.name(scene.deal), Scene.name(scene.openDeal));

        _setValue(stages(), Set.of("won", "lost"));
        assertThat(browser.address()).isEqualTo("records/deals?stage=won%2Clost");
        assertThat(ids()).containsExactly(Scene.name(scene.deal));

        _setValue(owners(), new RecordRef("people", "P" + scene.bo.value(), "Bo Baert"));
        assertThat(browser.address())
                .startsWith("records/deals?")
                .contains("stage=won%2Clost", "owner=P" + scene.bo.value());
        assertThat(ids()).isEmpty();

        browser.open("records/deals?owner=P" + scene.an.value());
        assertThat(owners().getValue().label()).isEqualTo("An Anders");
        assertThat(stages().getValue()).isEmpty();

        _setValue(day("Opened on: earliest"), scene.month.atDay(1).plusYears(1));
        assertThat(browser.address())
                .contains("engagedOn=" + scene.month.atDay(1).plusYears(1) + "..");
        browser.open("records/deals?engagedOn=.." + scene.month.atDay(1).plusYears(1));
        assertThat(day("Opened on: earliest").getValue()).isNull();
        assertThat(day("Opened on: latest").getValue())
                .isEqualTo(scene.month.atDay(1).plusYears(1));
    }

    @Test
    void whatCannotBeReadFiltersNothingAndWhatIsNotThereFindsNothing() {
        Browser browser = in(scene.asManager());
        browser.open("records/deals?stage=unheard&engagedOn=soon&sort=-nothing");
        assertThat(ids()).hasSize(2);

        browser.open("records/deals?owner=P-nobody");
        assertThat(ids()).isEmpty();
        assertThat(browser.text()).contains("No results for P-nobody");
        _click(_get(Button.class, spec -> spec.withText("Clear filters")));
        assertThat(browser.address()).isEqualTo("records/deals");
        assertThat(ids()).hasSize(2);
    }

    @Test
    void anExportHoldsEveryFieldOfExactlyTheRowsShown() {
        Browser browser = in(scene.asManager());
        browser.open("records/deals?stage=won&sort=-value");
        assertThat(Exported.csv())
                .contains("Stage,Won", "Made by,Mia Manager", "Name,Own number (id),", ",Split", Scene.name(scene.deal))
                .contains(",12000.00,EUR,")
                .doesNotContain(Scene.name(scene.openDeal));
        signOut();

        browser = in(scene.asAn());
        browser.open("records/deals");
        assertThat(Exported.csv()).contains(Scene.name(scene.deal)).doesNotContain(Scene.name(scene.openDeal));
    }

    @Test
    void sortingByAnyColumnIsInTheAddress() {
        Browser browser = in(scene.asManager());
        browser.open("records/deals?sort=value");
        assertThat(ids()).containsExactly(Scene.name(scene.openDeal), Scene.name(scene.deal));
        browser.open("records/deals?sort=-value");
        assertThat(ids()).containsExactly(Scene.name(scene.deal), Scene.name(scene.openDeal));
        browser.open("records/deals?sort=owner");
        assertThat(ids()).containsExactly(Scene.name(scene.deal), Scene.name(scene.openDeal));
    }

    @Test
    void aViewIsSavedForOneKindAndNotForTheOthers() {
        Browser browser = in(scene.asAn());
        browser.open("records/deals?stage=won");
        _click(_get(Button.class, spec -> spec.withText("Save as…")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Sold");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(_get(Select.class, spec -> spec.withLabel("My views")).isVisible())
                .isTrue();
        browser.open("records/quotes");
        _assertNone(Select.class, spec -> spec.withLabel("My views"));
    }

    @Test
    void everyKindHasAListForAdministrationAndItsFileHasEveryFieldButTheCurrency() {
        Browser browser = in(scene.as(Role.ADMIN));
        for (String kind : shelf.kinds().stream().map(one -> one.name()).toList()) {
            browser.open("records/" + kind);
            assertThat(browser.heading()).isEqualTo(RecordWords.kind(kind));
            String csv = Exported.csv();
            kinds.find(kind).orElseThrow().fields().stream()
                    .filter(field -> !field.name().equals("currency"))
                    .forEach(field -> assertThat(csv).as(kind).contains(RecordWords.field(field)));
        }
    }

    @Test
    void aListCostsTheSameNumberOfStatementsHoweverManyRowsThereAre() {
        Browser browser = in(scene.asAn());
        int few = statements(browser);
        for (int i = 0; i < 40; i++) {
            scene.sells(scene.an, "100");
        }
        assertThat(statements(browser)).isEqualTo(few);
        assertThat(_size(grid())).isEqualTo(41);
    }

    private static int statements(Browser browser) {
        browser.open("records");
        return Statements.of(() -> {
            browser.open("records/deals?stage=won");
            _fetch(grid(), 0, 50);
        });
    }

    private static List<String> ids() {
        return _fetch(grid(), 0, 50).stream().map(RecordRow::externalId).toList();
    }

    @SuppressWarnings("unchecked")
    private static Grid<RecordRow> grid() {
        return _get(Grid.class);
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<String> stages() {
        return _get(MultiSelectComboBox.class, spec -> spec.withLabel("Stage"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<RecordRef> owners() {
        return _get(ComboBox.class, spec -> spec.withLabel("Owner"));
    }

    private static DatePicker day(String label) {
        return _get(DatePicker.class, spec -> spec.withLabel(label));
    }
}
