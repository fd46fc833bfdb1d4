package org.koploper.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.kpi.Metric;
import org.koploper.kpi.MetricTexts;
import org.koploper.sales.WaitingDays;
import org.koploper.testing.As;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.Undoables;
import org.springframework.beans.factory.annotation.Autowired;

/** KPIs are worded on one screen and read on others. */
class MetricTextsViewTest extends ScreenTest {

    @Autowired
    private MetricTexts texts;

    @Autowired
    private WaitingDays waitingDays;

    @AfterEach
    void asItWas() {
        As.user(scene.manager, Set.of(Role.ADMIN), () -> {
            texts.word(Metric.REVENUE, "en", null);
            waitingDays.set(14);
            return true;
        });
    }

    @Test
    void afterHowManyDaysAQuoteWaitsIsSaidHereAndCanBeTakenBack() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/kpis");
        TextField days = _get(TextField.class, spec -> spec.withLabel("Days without contact"));
        assertThat(days.getValue()).isEqualTo("14");

        _setValue(days, "2.5");
        assertThat(days.isInvalid()).isTrue();
        _setValue(days, "21");

        assertThat(days.isInvalid()).isFalse();
        assertThat(_get(Notification.class).getElement().getTextRecursively())
                .contains("A quote waits after 21 days without contact.");
        assertThat(asked()).isEqualTo(21);
        _click(_find(_get(Notification.class), Button.class).getFirst());
        assertThat(asked()).isEqualTo(14);
        assertThat(days.getValue()).isEqualTo("14");
    }

    private int asked() {
        return As.user(scene.manager, Set.of(Role.ADMIN), waitingDays::get);
    }

    private void change(String name, String explanation) {
        _click(_find(Button.class, spec -> spec.withText("Change")).getFirst());
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), name);
        _setValue(_get(TextArea.class), explanation);
        _click(_get(Button.class, spec -> spec.withText("Save")));
    }

    @Test
    void whatIsWordedHereIsReadOnTheBoardAndInTheOwnMonth() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/kpis");
        change("Signed value", "Everything customers signed.");
        assertThat(browser.text()).contains("Signed value", "Own words");
        signOut();

        browser = in(scene.asAn());
        browser.open("leaderboard/revenue");
        assertThat(browser.heading()).startsWith("Signed value");
        assertThat(browser.text()).contains("Everything customers signed.");
        browser.open("my/month");
        assertThat(browser.text()).contains("Everything customers signed.");
    }

    @Test
    void whatWasWordedCanBeUndoneAndGoesBackToTheProduct() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/kpis");
        change("Signed value", "Everything customers signed.");
        Undoables.here().getFirst().undo();
        assertThat(browser.text()).doesNotContain("Signed value");

        change("Signed value", "Everything customers signed.");
        _click(_get(Button.class, spec -> spec.withText("Back to the product's")));
        assertThat(browser.text()).doesNotContain("Everything customers signed.");
        _assertNone(Button.class, spec -> spec.withText("Back to the product's"));
    }

    @Test
    void aKpiCannotLoseItsName() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/kpis");
        change(" ", "x");
        assertThat(browser.text()).contains("A KPI needs a name.");
    }
}
