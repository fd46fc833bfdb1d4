package org.koploper.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.Chart.Look;
import org.koploper.ui.kit.Chart.Point;
import org.koploper.ui.kit.Chart.Series;

class ChartTest extends ScreenTest {

    private static final List<Point> DAYS =
            List.of(new Point("1", "1 May"), new Point("2", "2 May"), new Point("3", "3 May"));

    @BeforeEach
    void somebodyLooks() {
        in(scene.asAn());
    }

    @Test
    void theDrawingIsNamedByWhatItSays() {
        Component plot = chart().getChildren()
                .filter(child -> "img".equals(child.getElement().getAttribute("role")))
                .findFirst()
                .orElseThrow();

        assertThat(plot.getElement().getAttribute("aria-label")).isEqualTo("Rose from 1 to 3");
    }

    @Test
    void everySeriesHasALineOfItsOwnBesideAColourOfItsOwn() {
        assertThat(drawing(chart()))
                .contains("kp-series-1 kp-line-solid", "kp-series-2 kp-line-dashed")
                // what is not known is not drawn: two days, and the mark where the line ends
                .contains("d='M166 300 L500 200'", "d='M500 200 h0.01'");
    }

    @Test
    void dotsAreMarksWithoutALine() {
        assertThat(drawing(chart(new Series("Rate", Look.DOTS, numbers("1", "2", null)))))
                .contains("kp-series-1 kp-line-dots kp-chart-end' d='M166", "kp-chart-end' d='M500")
                .doesNotContain(" L");
    }

    @Test
    void aValueAloneBetweenGapsIsAMark() {
        assertThat(drawing(chart(new Series("Rate", Look.SOLID, numbers("1", null, "2")))))
                .contains("kp-chart-end' d='M166", "kp-chart-end' d='M833");
    }

    @Test
    void columnsStandOnZeroOrHangFromIt() {
        Chart chart = chart(new Series("Earned", Look.COLUMNS, numbers("100", "-100", "0")));

        assertThat(drawing(chart))
                .contains("y='0' width='200' height='200'", "y='200' width='200' height='200'")
                .doesNotContain("height='2'");
    }

    @Test
    void noTextBecomesMarkup() {
        String bad = "<img src=x onerror=alert(1)>";
        Chart chart = new Chart(
                bad,
                List.of(new Point(bad, bad)),
                List.of(new Series(bad, Look.SOLID, numbers("1"))),
                value -> bad,
                value -> bad);

        assertThat(svgs(chart).stream().map(ChartTest::markup)).isNotEmpty().noneMatch(svg -> svg.contains("<img"));
    }

    @Test
    void theFiguresOfAPointAreWrittenOutForWhoPointsAtIt() {
        assertThat(chart().getElement().getTextRecursively())
                .contains("2 May: Sold € 2 · Expected € 4", "3 May: Expected € 3");
    }

    @Test
    void theTableIsMadeWhenItIsOpenedAndSaysSo() {
        List<Boolean> told = new ArrayList<>();
        Chart chart = chart().withTable(false, told::add);
        UI.getCurrent().add(chart);
        assertThat(LocatorJ._find(chart, NativeTable.class)).isEmpty();

        NativeDetails details = LocatorJ._get(chart, NativeDetails.class);
        details.setOpen(true);
        ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));

        assertThat(told).containsExactly(true);
        assertThat(LocatorJ._get(chart, NativeTable.class).getElement().getTextRecursively())
                .contains("Sold", "Expected", "1 May", "€ 1", "–");
    }

    private static Chart chart() {
        return chart(
                new Series("Sold", Look.SOLID, numbers("1", "2", null)),
                new Series("Expected", Look.DASHED, numbers("0", "4", "3")));
    }

    private static Chart chart(Series... series) {
        return new Chart("Rose from 1 to 3", DAYS, List.of(series), value -> "€ " + value, value -> "€ " + value);
    }

    private static List<BigDecimal> numbers(String... numbers) {
        return Arrays.stream(numbers)
                .map(number -> number == null ? null : new BigDecimal(number))
                .toList();
    }

    private static String drawing(Chart chart) {
        return markup(svgs(chart).getFirst());
    }

    private static List<Svg> svgs(Component in) {
        UI.getCurrent().add(in);
        return LocatorJ._find(in, Svg.class);
    }

    private static String markup(Svg svg) {
        return svg.getElement().getOuterHTML() + svg.getElement().getProperty("innerHTML", "");
    }
}
