package org.koploper.ui.period;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.ledger.PayMonth;
import org.koploper.ledger.PeriodClose;
import org.koploper.testing.SalesSample;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.ConfirmWithReason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Closing months on their screen. */
@TestPropertySource(properties = "koploper.test=periods-view")
class PeriodsViewTest extends ScreenTest {

    @Autowired
    private PeriodClose close;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FINANCE"})
    void onlyFinanceSeesTheMonths(Role role) {
        Browser browser = in(scene.as(role));
        browser.open("periods");
        assertThat(browser.heading()).isEqualTo("No access");
    }

    @Test
    void aMonthIsClosedAfterItsNameWasTyped() {
        YearMonth month = sold();
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("periods");
        String name = _find(Button.class).stream()
                .map(Button::getText)
                .filter(text -> text.startsWith("Close "))
                .findFirst()
                .orElseThrow()
                .substring("Close ".length());

        _click(_get(Button.class, spec -> spec.withText("Close " + name)));
        ConfirmWithReason question = _get(ConfirmWithReason.class);
        assertThat(_find(question, com.vaadin.flow.component.html.Paragraph.class))
                .anyMatch(text -> text.getText().contains("can never be taken back"));
        confirm(question);
        assertThat(state(month)).as("without the name").isEqualTo(PayMonth.State.CLOSABLE);

        _setValue(_get(question, TextField.class), name);
        confirm(question);

        assertThat(state(month)).isEqualTo(PayMonth.State.CLOSED);
        assertThat(browser.text()).doesNotContain("Close " + name);
    }

    @Test
    void whatStandsInTheWayIsSaidInTheQuestion() {
        YearMonth month = sold();
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("periods?close=next");
        ConfirmWithReason question = _get(ConfirmWithReason.class);
        SalesSample sales = new SalesSample(context);
        sales.won(scene.an, "10", month.atDay(2).toString());
        sales.changed(scene.an, month.atDay(2).toString());
        String name = name(question);

        _setValue(_get(question, TextField.class), name);
        confirm(question);

        assertThat(_find(question, com.vaadin.flow.component.html.Paragraph.class))
                .anyMatch(text -> text.getText().contains("The total has changed"));
        assertThat(state(month)).isEqualTo(PayMonth.State.CLOSABLE);
    }

    @Test
    void theDaysUntilPaymentAreChanged() {
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("periods");
        IntegerField days = _get(IntegerField.class);
        assertThat(days.getValue()).isEqualTo(15);

        _setValue(days, 20);
        assertThat(Caller.asSystem(() -> close.payableDays())).isEqualTo(20);
        _setValue(days, 15);
    }

    private static String name(ConfirmWithReason question) {
        String label = _get(question, TextField.class).getLabel();
        return label.replaceAll("Type (.*) to go on", "$1");
    }

    private static void confirm(ConfirmWithReason question) {
        _click(_get(question, Button.class, spec -> spec.withText("Close for good")));
    }

    /** An sells in a month that can be closed next. */
    private YearMonth sold() {
        YearMonth month = Caller.asSystem(() -> close.months()).stream()
                .filter(one -> one.state() == PayMonth.State.CLOSABLE)
                .map(PayMonth::month)
                .findFirst()
                .orElse(scene.month.minusMonths(10));
        SalesSample sales = new SalesSample(context);
        sales.won(scene.an, "100", month.atDay(1).toString());
        sales.changed(scene.an, month.atDay(1).toString());
        return month;
    }

    private PayMonth.State state(YearMonth month) {
        return Caller.asSystem(() -> close.months()).stream()
                .filter(one -> one.month().equals(month))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
