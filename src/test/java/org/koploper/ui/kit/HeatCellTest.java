package org.koploper.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
    void everyLevelHasASignOfItsOwnAndSaysWhatIsSaidOfIt() {
        assertThat(Arrays.stream(Level.values())
                        .map(level -> HeatCell.of("12", level, level.name())
                                .getElement()
                                .getTextRecursively()))
                .containsExactly("12▼WORSE", "12●NEAR", "12▲BETTER");
    }

    @Test
    void theBarIsAsLongAsItsPartAndNeverLongerThanItsPlace() {
        HeatCell cell = HeatCell.plain("12").withBar(new BigDecimal("1.2"), new BigDecimal("0.4567"));

        assertThat(cell.getElement().getOuterHTML()).contains("inline-size:100.0%", "inset-inline-start:45.7%");
    }

    @Test
    void tooFewShowsWhatThereIsAndIsNotTheSameAsNothing() {
        HeatCell tooFew = HeatCell.tooFew("2 of 3", "too little data");

        assertThat(tooFew.getElement().getTextRecursively()).contains("2 of 3", "too little data");
        assertThat(HeatCell.none().getText()).isEqualTo("no data");
        assertThat(tooFew.getClassNames())
                .doesNotContainAnyElementsOf(HeatCell.none().getClassNames().stream()
                        .filter(name -> !name.equals("kp-heat"))
                        .toList());
    }
}
