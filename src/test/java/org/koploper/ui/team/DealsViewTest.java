package org.koploper.ui.team;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.sales.DealRow;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;

class DealsViewTest extends ScreenTest {

    @Test
    void aRepSeesTheOwnDealsAndCannotChangeThem() {
        Browser browser = in(scene.asAn());
        browser.open("deals");

        assertThat(_size(grid())).isEqualTo(1);
        browser.open("deals?deal=" + Scene.name(scene.deal));
        _assertOne(DealDialog.class);
        _assertNone(Button.class, spec -> spec.withText("Change"));
        browser.open("deals?deal=" + Scene.name(scene.openDeal));
        _assertNone(DealDialog.class);
    }

    @Test
    void aManagerWinsADealFromTheList() {
        Browser browser = in(scene.asManager());
        browser.open("deals?stage=quoted");
        assertThat(_size(grid())).isEqualTo(1);

        browser.open("deals?stage=quoted&deal=" + Scene.name(scene.openDeal));
        _click(_get(Button.class, spec -> spec.withText("Win")));
        assertThat(browser.address()).isEqualTo("deals?stage=quoted");
        _get(WinDialog.class);
        _click(_get(Button.class, spec -> spec.withText("Win")));

        assertThat(_size(grid())).isZero();
    }

    @Test
    void everyFilterIsInTheAddress() {
        Browser browser = in(scene.asManager());
        browser.open("deals?q=" + Scene.name(scene.deal) + "&stage=won&owner=" + scene.an + "&closedOn=" + scene.month
                + "-01..2099-01-01&sort=value");
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(_get(TextField.class, spec -> spec.withLabel("Search")).getValue())
                .isEqualTo(Scene.name(scene.deal));

        browser.open("deals?closedOn=..2001-01-01");
        assertThat(_size(grid())).isZero();
        assertThat(browser.text()).contains("0 found");
        _click(_get(Button.class, spec -> spec.withText("Clear filters")));
        assertThat(browser.address()).isEqualTo("deals");
        assertThat(_size(grid())).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadInTheAddressFiltersNothing() {
        Browser browser = in(scene.asManager());
        browser.open("deals?stage=unheard&owner=x&closedOn=yesterday..x&sort=-nothing");
        assertThat(_size(grid())).isEqualTo(2);
    }

    @Test
    void typingFiltersAtOnce() {
        Browser browser = in(scene.asManager());
        browser.open("deals");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Search")), Scene.name(scene.openDeal));
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(browser.text()).contains("1 found");
    }

    @Test
    void humanResourcesHaveNoDeals() {
        Browser browser = in(scene.as(Role.HR));
        browser.open("deals");
        assertThat(browser.heading()).isEqualTo("No access");
        assertThat(_find(Grid.class)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Grid<DealRow> grid() {
        return _get(Grid.class);
    }
}
