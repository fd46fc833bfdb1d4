package org.koploper.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koploper.ui.ScreenTest;

class StepperTest extends ScreenTest {

    @Test
    void thePresentStepIsMarkedAndThoseBehindLeadBack() {
        in(scene.asAn());
        Stepper stepper = new Stepper(
                "Steps",
                List.of(
                        new Stepper.Step("File", new RouterLink()),
                        new Stepper.Step("Columns", null),
                        new Stepper.Step("Result", null)),
                1);
        var items = stepper.getElement().getChild(0).getChildren().toList();

        assertThat(stepper.getElement().getAttribute("aria-label")).isEqualTo("Steps");
        assertThat(items).extracting(item -> item.getAttribute("aria-current")).containsExactly(null, "step", null);
        assertThat(items).extracting(item -> item.getChild(0).getTag()).containsExactly("a", "span", "span");
    }
}
