package org.koploper.ui.welcome;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;
import org.koploper.welcome.FirstSteps;
import org.koploper.welcome.FirstSteps.Line;

/** The first steps on the screen where one starts, until all are done or the list is put away. */
class FirstStepsCard extends Tile {

    private final FirstSteps steps;

    FirstStepsCard(FirstSteps steps, List<Line> lines) {
        super(com.vaadin.flow.i18n.I18NProvider.translate("first-steps.title"));
        this.steps = steps;
        addClassName("kp-first-steps-card");
        Span progress = new Span(getTranslation(
                "first-steps.progress", lines.stream().filter(Line::done).count(), lines.size()));
        progress.addClassName("kp-quiet");
        Button hide = new Button(getTranslation("first-steps.hide"), click -> hide());
        hide.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        hide.setAriaLabel(getTranslation("first-steps.hide-list"));
        add(new StepList(lines), progress, hide);
    }

    private void hide() {
        steps.hide(true);
        setVisible(false);
        UndoToast.say(getTranslation("first-steps.hidden"), () -> {
            steps.hide(false);
            setVisible(true);
        });
    }
}
