package org.koploper.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.Delta.Wanted;

class DeltaTest extends ScreenTest {

    private static final Currency EURO = Currency.getInstance("EUR");

    @BeforeEach
    void somebodyLooks() {
        in(scene.asAn());
    }

    private static String shown(Delta delta) {
        return delta.getElement().getChild(0).getTextRecursively();
    }

    private static String said(Delta delta) {
        return delta.getElement().getChild(1).getTextRecursively();
    }

    @Test
    void moreAndLessHaveArrowSignAndWords() {
        Delta more = Delta.money(new BigDecimal("1200"), EURO, Wanted.MORE);
        Delta less = Delta.wholeMoney(new BigDecimal("-1200.4"), EURO, Wanted.MORE);

        assertThat(shown(more)).isEqualTo("▲ +\u2060€1,200.00");
        assertThat(said(more)).isEqualTo("€1,200.00 more");
        assertThat(more.getClassNames()).contains("kp-good");
        assertThat(shown(less)).isEqualTo("▼ −\u2060€1,200");
        assertThat(said(less)).isEqualTo("€1,200 less");
        assertThat(less.getClassNames()).contains("kp-bad");
        assertThat(more.getElement().getChild(0).getAttribute("aria-hidden")).isEqualTo("true");
    }

    @Test
    void lessCanBeTheGoodNewsAndSomeDifferencesAreNeither() {
        assertThat(Delta.of(new BigDecimal("-3"), String::valueOf, Wanted.LESS).getClassNames())
                .contains("kp-good");
        assertThat(Delta.of(new BigDecimal("-3"), String::valueOf, Wanted.EITHER)
                        .getClassNames())
                .containsExactly("kp-delta");
    }

    @Test
    void sharesDifferInPercentagePoints() {
        assertThat(shown(Delta.points(new BigDecimal("-0.0204"), Wanted.MORE))).isEqualTo("▼ −2 pp");
    }

    @Test
    void whatRoundsToNothingIsNoDifference() {
        for (Delta nothing : new Delta[] {
            Delta.points(new BigDecimal("0.0004"), Wanted.MORE),
            Delta.wholeMoney(new BigDecimal("-0.4"), EURO, Wanted.MORE)
        }) {
            assertThat(shown(nothing)).isEqualTo("=");
            assertThat(said(nothing)).isEqualTo("no difference");
            assertThat(nothing.getClassNames()).containsExactly("kp-delta");
        }
    }
}
