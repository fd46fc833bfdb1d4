package org.koploper.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.Tile;

class GuardedTest extends ScreenTest {

    @Test
    void onlyTheCardThatFailsSaysSo() {
        in(scene.asAn());

        Component whole = Guarded.card("month.goal", () -> new Tile("Goal", new Span("half way")));
        Component broken = Guarded.card("month.place", () -> {
            throw new IllegalStateException("a secret of the server");
        });

        assertThat(whole.getElement().getTextRecursively()).contains("half way");
        assertThat(broken)
                .isInstanceOfSatisfying(
                        Tile.class, tile -> assertThat(tile.getTitleAsText()).isEqualTo("Place"));
        assertThat(broken.getElement().getTextRecursively())
                .contains("This could not be shown", "Reference:")
                .doesNotContain("secret");
        assertThat(broken.getElement().getTextRecursively()).contains("Try again");
    }
}
