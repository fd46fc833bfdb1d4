package org.koploper.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.Undoables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year of days off: the public ones are there, the own ones come and go with a way back. */
class HolidaysViewTest extends ScreenTest {

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void openAgain() {
        jdbc.sql("delete from closing_days where closed_on = date '2031-12-24'").update();
    }

    private void close(String name) {
        _click(_get(Button.class, spec -> spec.withText("Add closing day").withPredicate(button -> !inDialog(button))));
        _setValue(_get(DatePicker.class, spec -> spec.withLabel("Day")), LocalDate.of(2031, 12, 24));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), name);
        _click(_get(Button.class, spec -> spec.withText("Add closing day").withPredicate(HolidaysViewTest::inDialog)));
    }

    private static boolean inDialog(Button button) {
        return button.getThemeNames().contains("primary") && button.getElement().getAttribute("data-kp-key") != null;
    }

    @Test
    void theAddressSaysYearAndCountry() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/holidays?year=2027&country=NL");
        assertThat(browser.text()).contains("2027", "King's Day", "working days in 2027, Netherlands");
        assertThat(browser.text()).doesNotContain("Belgian National Day");
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(button -> button.getText().equals("›"))));
        assertThat(browser.address()).isEqualTo("admin/holidays?country=NL&year=2028");

        browser.open("admin/holidays?year=never&country=XX");
        assertThat(browser.text()).contains("working days in");
    }

    @Test
    void aClosingDayIsAddedCountsAndGoesAgain() {
        Browser browser = in(scene.as(Role.HR));
        browser.open("admin/holidays?year=2031&country=BE");
        assertThat(browser.text()).contains("22 working days");
        close("Bridge day");

        assertThat(browser.text()).contains("Bridge day", "Closed everywhere");
        close("The same day again");
        _get(ClosingDayDialog.class);
        _click(_get(Button.class, spec -> spec.withText("Cancel")));
        _click(_get(Button.class, spec -> spec.withText("Remove")));
        _assertNone(Button.class, spec -> spec.withText("Remove"));
        Undoables.here().getFirst().undo();
        assertThat(browser.text()).contains("Bridge day", "Closed everywhere");
    }

    @Test
    void whoMayNotAddDaysHasNoSuchScreen() {
        Browser browser = in(scene.asManager());
        browser.open("admin/holidays");
        assertThat(browser.heading()).isEqualTo("No access");
    }
}
