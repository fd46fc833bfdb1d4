package org.koploper.ui.list;

import static com.github.mvysny.kaributesting.v10.GridKt._fetch;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.export.Notation;
import org.koploper.sales.DealRow;
import org.koploper.testing.Statements;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;
import org.koploper.views.SavedView;

/** What every list does, on the list of deals. */
class ListingTest extends ScreenTest {

    @Test
    void aViewIsSavedAppliedRenamedAndDeletedWithAWayBack() {
        Browser browser = in(scene.asAn());
        browser.open("deals?stage=won&sort=value");
        click("Save as…");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Won by value");
        _setValue(_get(Checkbox.class), true);
        click("Save");
        assertThat(views().getValue().name()).isEqualTo("Won by value");

        browser.open("deals");
        assertThat(views().getValue()).isNull();
        _setValue(views(), views().getListDataView().getItem(0));
        assertThat(browser.address()).isEqualTo("deals?stage=won&sort=value");

        signOut();
        browser = in(scene.asBo());
        browser.open("deals");
        assertThat(views().getItemLabelGenerator()
                        .apply(views().getListDataView().getItem(0)))
                .isEqualTo("Won by value (by An Anders)");

        signOut();
        browser = in(scene.asAn());
        browser.open("deals?stage=won&sort=value");
        bar().rename();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "");
        click("Rename");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Name")).getErrorMessage())
                .isEqualTo("Give it a name.");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Best");
        click("Rename");
        assertThat(views().getValue().name()).isEqualTo("Best");
        bar().delete();
        _assertNone(Select.class, spec -> spec.withLabel("My views"));
    }

    @Test
    void aDeletedViewComesBack() {
        in(scene.asAn()).open("deals?stage=won");
        click("Save as…");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Won");
        click("Save");
        bar().delete();
        click("Undo");

        assertThat(views().getValue().name()).isEqualTo("Won");
    }

    @Test
    void anExportHoldsTheRowsOfTheListAndNoOthers() {
        Browser browser = in(scene.asAn());
        browser.open("deals");
        String all = Exported.csv();
        assertThat(all).contains(Scene.name(scene.deal)).doesNotContain(Scene.name(scene.openDeal));

        signOut();
        browser = in(scene.asManager());
        browser.open("deals?sort=value");
        String both = Exported.csv();
        assertThat(both.indexOf(Scene.name(scene.openDeal)))
                .isPositive()
                .isLessThan(both.indexOf(Scene.name(scene.deal)));
        assertThat(rows(both))
                .isEqualTo(
                        _fetch(grid(), 0, 50).stream().map(DealRow::externalId).toList());

        browser.open("deals?stage=won");
        assertThat(Exported.csv())
                .contains("Stage,Won", "Made by,Mia Manager", Scene.name(scene.deal), ",12000.00,EUR,")
                .doesNotContain(Scene.name(scene.openDeal));
        signOut();
        in(scene.as(Role.FINANCE)).open("deals?q=" + Scene.name(scene.deal));
        assertThat(rows(Exported.csv())).containsExactly(Scene.name(scene.deal));
    }

    @Test
    void anExportIsInTheLanguageOfItsReader() throws IOException {
        Browser browser = in(scene.asAn());
        UI.getCurrent().setLocale(Locale.of("nl", "BE"));
        browser.open("deals");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        _get(Listing.class).extract().csv(Notation.of(UI.getCurrent().getLocale()), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Wat is dit", "Gemaakt door;An Anders", "Gewonnen");
    }

    @Test
    void sortingIsInTheAddressAndWhatIsCopiedIsSortedToo() {
        Browser browser = in(scene.asManager());
        browser.open("deals?sort=-value");
        assertThat(_fetch(grid(), 0, 50))
                .extracting(DealRow::externalId)
                .containsExactly(Scene.name(scene.deal), Scene.name(scene.openDeal));
        Extract<?> extract = _get(Listing.class).extract();
        assertThat(copied(extract).lines().skip(1))
                .first()
                .asString()
                .contains(Scene.name(scene.deal), "\t12000.00\t", "Won");
    }

    private static <T> String copied(Extract<T> extract) {
        return extract.tabbed(extract.first());
    }

    @Test
    void aListCostsTheSameNumberOfStatementsHoweverManyRowsThereAre() {
        Browser browser = in(scene.asAn());
        browser.open("deals");
        int few = Statements.of(() -> _fetch(read(browser), 0, 50));
        for (int i = 0; i < 40; i++) {
            scene.sells(scene.an, "100");
        }
        int many = Statements.of(() -> _fetch(read(browser), 0, 50));

        assertThat(_size(grid())).isEqualTo(41);
        assertThat(many).isEqualTo(few);
    }

    private static Grid<DealRow> read(Browser browser) {
        browser.open("my/month");
        browser.open("deals");
        return grid();
    }

    private static List<String> rows(String csv) {
        return csv.lines()
                .dropWhile(line -> !line.startsWith("Deal,"))
                .skip(1)
                .map(line -> line.split(",")[1])
                .toList();
    }

    private static SavedViewsBar bar() {
        return _get(SavedViewsBar.class);
    }

    @SuppressWarnings("unchecked")
    private static Select<SavedView> views() {
        return _get(Select.class, spec -> spec.withLabel("My views"));
    }

    @SuppressWarnings("unchecked")
    private static Grid<DealRow> grid() {
        return _get(Grid.class);
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
