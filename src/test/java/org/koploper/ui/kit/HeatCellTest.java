package org.koploper.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.HeatCell.Level;

class HeatCellTest extends ScreenTest {

    @BeforeEach
    void somebodyLooks() {
        in(scene.asAn());
    }

    @Test
    void everyLevelHasASignAndWordsOfItsOwn() {
        assertThat(Arrays.stream(Level.values())
                        .map(level -> HeatCell.of("12", level).getElement())
                        .map(cell ->
                                cell.getChild(1).getText() + cell.getChild(1).getAttribute("aria-label")))
                .doesNotHaveDuplicates()
                .contains("▲Better than the others", "▼▼Far less than the others")
                .noneMatch(words -> words.contains("heat."));
    }

    @Test
    void tooFewShowsWhatThereIsAndIsNotTheSameAsNothing() {
        HeatCell tooFew = HeatCell.tooFew("2 of 3");

        assertThat(tooFew.getElement().getTextRecursively()).contains("2 of 3", "too few");
        assertThat(HeatCell.none().getText()).isEqualTo("no data");
        assertThat(tooFew.getClassNames())
                .doesNotContainAnyElementsOf(HeatCell.none().getClassNames().stream()
                        .filter(name -> !name.equals("kp-heat"))
                        .toList());
    }
}
