package org.koploper.ui.goal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeTable;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.period.Period;
import org.koploper.testing.SalesSample;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;

/** A goal from the month before to the month after this one says what it comes to, and how sure that is. */
class GoalForecastViewTest extends ScreenTest {

    private SalesSample sample;
    private Period quarter;

    @BeforeEach
    void aGoalThatRuns() {
        sample = new SalesSample(context);
        LocalDate first = scene.month.minusMonths(1).atDay(1);
        quarter = new Period(first, first.plusMonths(3).minusDays(1));
    }

    @Test
    void theFanStandsInTheSentenceTheChartAndTheTable() {
        sold(quarter, 200, 0);
        for (int before = 1; before <= 4; before++) {
            LocalDate from = quarter.from().minusMonths(3L * before);
            sold(new Period(from, from.plusMonths(3).minusDays(1)), 100 + before, 500);
        }
        Browser browser = open(goal());

        assertThat(browser.text())
                .contains("If it goes on as in the last 4 periods of this length, it comes to about €")
                .containsPattern("eight of ten times it lies between €[0-9,]+ and €[0-9,]+\\.")
                .containsPattern("Reaching €5,000 is [a-z ]+: [0-9]{1,2} of 100\\.")
                .contains("Only 3 earlier forecasts of this kind can be held against what came")
                .contains("Forecast, eight of ten times");
        assertThat(_get(NativeTable.class, spec -> spec.withClasses("kp-table"))
                        .getElement()
                        .getTextRecursively())
                .contains("Forecast", "Forecast, eight of ten times, from", "Forecast, eight of ten times, to");
        assertThat(_find(org.koploper.ui.kit.PaceBar.class))
                .as("the pace stays")
                .isNotEmpty();
    }

    @Test
    void withoutEarlierPeriodsItSaysThatNobodyKnowsTheSeason() {
        sold(quarter, 200, 0);

        assertThat(open(goal()).text())
                .contains("If it goes on as on its working days so far", "No seasonality known")
                .doesNotContain("eight of ten times");
    }

    @Test
    void whereNothingMayBeForecastItSaysWhy() {
        String rate = sample.target(
                scene.bo,
                null,
                "CLOSING_RATE",
                quarter.from().toString(),
                quarter.to().toString(),
                "0.5",
                null);
        context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("update targets set reading = 'RATIO_POINTS' where external_id = ?")
                .param(rate)
                .update();

        assertThat(open(rate).text()).contains("No forecast: a rate does not add up");
        assertThat(open(goal()).text()).contains("No forecast yet: something came in on fewer than 5 days");
    }

    private String goal() {
        return sample.target(
                scene.bo, null, quarter.from().toString(), quarter.to().toString(), "5000", sample.home());
    }

    /** On five days of its first three weeks that amount each, and the other one eight days before its end. */
    private void sold(Period period, int early, int late) {
        for (int day = 0; day < 5; day++) {
            String on = period.from().plusDays(3L * day).toString();
            sample.won(scene.bo, String.valueOf(early), on);
            sample.changed(scene.bo, on);
        }
        if (late > 0) {
            String on = period.to().minusDays(8).toString();
            sample.won(scene.bo, String.valueOf(late), on);
            sample.changed(scene.bo, on);
        }
    }

    private Browser open(String goal) {
        Browser browser = in(scene.asManager());
        browser.open("goals/" + goal + "?table=on");
        return browser;
    }
}
