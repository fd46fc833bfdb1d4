package org.koploper.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.koploper.ui.ScreenTest;

/** A second click while the first one is at work does nothing, whatever the work is. */
class BusyTest extends ScreenTest {

    @Test
    void aSecondClickOfTheSameRequestIsDroppedAndTheNextOneCounts() {
        in(scene.asAn());
        AtomicInteger saved = new AtomicInteger();
        SaveButton button = new SaveButton("Save", saved::incrementAndGet);
        UI.getCurrent().add(button);

        button.click();
        button.click();
        assertThat(saved).hasValue(1);

        MockVaadin.clientRoundtrip(true);
        button.click();
        assertThat(saved).hasValue(2);
    }

    @Test
    void itStaysWhereTheFocusIs() {
        in(scene.asAn());
        SaveButton button = new SaveButton("Save", () -> {});
        UI.getCurrent().add(button);

        button.click();

        assertThat(button.isEnabled()).isTrue();
        assertThat(button.getElement().getAttribute("data-kp-busy")).isEqualTo("Busy…");
    }
}
