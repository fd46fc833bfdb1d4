package org.koploper.ui.welcome;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.shell.Screen;
import org.koploper.welcome.FirstSteps;
import org.koploper.welcome.FirstSteps.Line;
import org.koploper.welcome.FirstSteps.Own;

/** The own first steps, also when all are done or the list was put away. */
@Route("first-steps")
@PermitAll
class FirstStepsView extends Screen {

    private final FirstSteps steps;
    private final Div content = new Div();

    FirstStepsView(FirstSteps steps) {
        this.steps = steps;
        content.addClassName("kp-prose");
        add(content);
        show();
    }

    private void show() {
        content.removeAll();
        Own own = steps.own();
        List<Line> lines = StepList.reachable(own.lines());
        if (lines.isEmpty()) {
            content.add(new EmptyState(getTranslation("home.nothing"), getTranslation("home.nothing-text")));
            return;
        }
        boolean open = lines.stream().anyMatch(line -> !line.done());
        content.add(
                new Paragraph(getTranslation(open ? "first-steps.intro" : "first-steps.all-done")),
                new StepList(lines));
        if (open) {
            content.add(
                    new Button(getTranslation(own.hidden() ? "first-steps.show" : "first-steps.hide-list"), click -> {
                        steps.hide(!own.hidden());
                        show();
                    }));
        }
    }

    @Override
    public String heading() {
        return getTranslation("first-steps.title");
    }
}
