package org.koploper.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.StackedBar.Part;

class StackedBarTest extends ScreenTest {

    @BeforeEach
    void somebodyLooks() {
        in(scene.asAn());
    }

    @Test
    void theBarIsNamedByItsPartsAndTheLegendHasThemToo() {
        StackedBar bar = new StackedBar("Goals", List.of(part("Reached", "3"), part("Behind", "1")));

        assertThat(bars(bar).getElement().getAttribute("aria-label"))
                .isEqualTo("Goals: Reached 3 € (75.0%); Behind 1 € (25.0%)");
        assertThat(bar.getElement().getTextRecursively()).contains("Reached", "3 € (75.0%)", "Behind", "1 € (25.0%)");
    }

    @Test
    void whatIsTakenOffHangsInABarOfItsOwnOnTheSameScaleAndHasNoShare() {
        StackedBar bar = new StackedBar(
                "Statement", List.of(part("New", "300"), part("Clawback", "-120"), part("Bonus", "100")));

        assertThat(bars(bar).getChildren()).hasSize(2);
        assertThat(widths(bars(bar).getChildren().toList().getFirst())).containsExactly("75.00%", "25.00%");
        assertThat(widths(bars(bar).getChildren().toList().getLast())).containsExactly("30.00%");
        assertThat(bars(bar).getElement().getAttribute("aria-label")).contains("New 300 € (75.0%); Clawback -120 €; ");
    }

    @Test
    void moreTakenOffThanAddedStillFits() {
        StackedBar bar = new StackedBar("Statement", List.of(part("New", "50"), part("Clawback", "-200")));

        assertThat(widths(bars(bar).getChildren().toList().getFirst())).containsExactly("25.00%");
        assertThat(widths(bars(bar).getChildren().toList().getLast())).containsExactly("100.00%");
    }

    @Test
    void partsOfNothingAreListedAndNotDrawn() {
        StackedBar bar = new StackedBar("Statement", List.of(part("New", "0"), part("Bonus", "0")));

        assertThat(bars(bar).getChildren()).isEmpty();
        assertThat(bar.getElement().getTextRecursively()).contains("New", "0 €", "Bonus");
    }

    @Test
    void everyPartOfSixHasAPatternOfItsOwn() {
        StackedBar bar = new StackedBar(
                "Statement",
                List.of(
                        part("a", "1"),
                        part("b", "1"),
                        part("c", "1"),
                        part("d", "1"),
                        part("e", "1"),
                        part("f", "1")));

        assertThat(bars(bar).getChildren().findFirst().orElseThrow().getChildren())
                .extracting(piece -> piece.getElement().getAttribute("class"))
                .doesNotHaveDuplicates()
                .hasSize(6);
    }

    private static Part part(String name, String number) {
        return new Part(name, new BigDecimal(number), number + " €", null);
    }

    private static Component bars(StackedBar bar) {
        return bar.getChildren()
                .filter(child -> "img".equals(child.getElement().getAttribute("role")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> widths(Component bar) {
        return bar.getChildren()
                .map(piece -> piece.getElement().getStyle().get("inline-size"))
                .toList();
    }
}
