package org.koploper.ui.chart;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.chart.Distribution.Dot;
import org.koploper.ui.chart.Distribution.Group;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.Chart.Look;
import org.koploper.ui.kit.Legend;

class AnalysisChartTest extends ScreenTest {

    private static final AnalysisChart.Words WORDS =
            new AnalysisChart.Words("sold", "Sold", "Sold rose from 1,000 to 2,000.");

    @BeforeEach
    void somebodyLooks() {
        in(scene.asAn());
    }

    @Test
    void theBrowserGetsTheSentenceAndTheWordsOfEveryPoint() {
        AnalysisChart chart = shown(curves());

        assertThat(chart.getElement().getTextRecursively()).contains("Sold rose from 1,000 to 2,000.", "Expected");
        String model = model(chart);
        assertThat(model)
                .contains(
                        "January: Reached €1,000 · Expected €1,500 · Forecast €900 to €1,100",
                        "February: Reached €2,000 · today",
                        "\"words\":\"€2,000\"",
                        "\"look\":\"dotted\"");
    }

    @Test
    void moreLinesThanColoursHaveTheirNumberInTheLegendTooAndFewerHaveNone() {
        assertThat(legendOf("A", "B", "C", "D", "E")).contains("1. A", "5. E");
        assertThat(legendOf("A", "B", "C", "D")).contains("A", "D").doesNotContain("1.", "4.");
    }

    private static String legendOf(String... names) {
        List<Chart.Series> lines = Arrays.stream(names)
                .map(name -> new Chart.Series(name, Look.SOLID, List.of(BigDecimal.ONE)))
                .toList();
        Curves curves = Curves.of(List.of(new Chart.Point("Jan", "January")), lines);
        AnalysisChart chart = AnalysisChart.of(WORDS, curves, Unit.number(), Clock.systemUTC());
        return _get(chart, Legend.class).getElement().getTextRecursively();
    }

    @Test
    void inDutchItsNumbersAreWrittenAsThereToo() {
        UI.getCurrent().setLocale(Locale.forLanguageTag("nl-BE"));

        assertThat(model(shown(curves())).replace('\u00a0', ' ')).contains("€ 1.000", "€ 900 tot € 1.100");
    }

    @Test
    void theTableIsMadeWhenItIsOpenedAndHoldsTheBoundsToo() {
        List<Boolean> told = new ArrayList<>();
        AnalysisChart chart = shown(curves().withTable(false, told::add));
        assertThat(_find(chart, NativeTable.class)).isEmpty();

        NativeDetails details = _get(chart, NativeDetails.class);
        details.setOpen(true);
        ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));

        assertThat(told).containsExactly(true);
        assertThat(_get(chart, NativeTable.class).getElement().getTextRecursively())
                .contains("Forecast, from", "Forecast, to", "January", "€1,000", "–");
        assertThat(chart.getElement().getOuterHTML())
                .as("a narrow screen scrolls the table by keyboard too")
                .contains("class=\"kp-wide-table\"", "tabindex=\"0\"");
    }

    @Test
    void quartersLieBetweenTheNearestValuesAndFewerThanFiveHaveNoBox() {
        assertThat(group("A", "1", "2", "3", "4", "10").box())
                .isEqualTo(new Distribution.Box(
                        new BigDecimal("1"),
                        new BigDecimal("2"),
                        new BigDecimal("3"),
                        new BigDecimal("4"),
                        new BigDecimal("10")));
        assertThat(group("A", "1", "2", "3", "4", "5", "6").box().lower()).isEqualByComparingTo("2.25");
        assertThat(group("B", "1", "2", "3", "4").box()).isNull();
    }

    @Test
    void aDistributionSaysWhatIsTooFewForAMiddle() {
        Distribution distribution =
                new Distribution(List.of(group("Many", "1", "2", "3", "4", "10"), group("Few", "1", "2")));
        AnalysisChart chart = shown(AnalysisChart.of(WORDS, distribution, Unit.number(), context.getBean(Clock.class)));

        assertThat(model(chart))
                .contains("Many: 5, middle 3, half of them from 2 to 4", "Few: 2, too few for a middle");
    }

    private AnalysisChart curves() {
        Curves curves = Curves.of(
                        List.of(new Chart.Point("Jan", "January"), new Chart.Point("Feb", "February")),
                        List.of(
                                new Chart.Series("Reached", Look.SOLID, numbers("1000", "2000")),
                                new Chart.Series("Expected", Look.DOTTED, numbers("1500", null))))
                .with(new Curves.Band("Forecast", numbers("900", null), numbers("1100", null)))
                .with(new Curves.Marker(1, "today"));
        return AnalysisChart.of(
                WORDS, curves, Unit.money(java.util.Currency.getInstance("EUR")), context.getBean(Clock.class));
    }

    private static AnalysisChart shown(AnalysisChart chart) {
        UI.getCurrent().add(chart);
        return chart;
    }

    private static String model(AnalysisChart chart) {
        return String.valueOf(
                _get(chart, AnalysisChart.Drawing.class).getElement().getPropertyRaw("model"));
    }

    private static Group group(String name, String... values) {
        return new Group(
                name,
                Arrays.stream(values)
                        .map(value -> new Dot(null, new BigDecimal(value)))
                        .toList());
    }

    private static List<@Nullable BigDecimal> numbers(@Nullable String... numbers) {
        List<@Nullable BigDecimal> read = new ArrayList<>();
        for (String number : numbers) {
            read.add(number == null ? null : new BigDecimal(number));
        }
        return read;
    }
}
