package org.koploper.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.koploper.period.Period;

/**
 * Chooses the period before or after one of the same kind. It only tells the choice; the screen puts it into its address and
 * is loaded again, so that the back button undoes it. At most one on a screen.
 */
public class PeriodPicker extends Div {

    static final String ID = "kp-period-";

    private final Period period;
    private final Consumer<Period> chosen;

    public PeriodPicker(Period period, Consumer<Period> chosen) {
        this.period = period;
        this.chosen = chosen;
        addClassName("kp-period");
        Skeleton.before(this);
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("period.choose"));
        Span label = new Span(Formats.here().period(period));
        label.addClassName("kp-period-label");
        Div steps = new Div(step("‹", "previous", period.previous()), label, step("›", "next", period.next()));
        steps.addClassName("kp-period-steps");
        add(steps);
    }

    private Button step(String sign, String part, Period to) {
        Button button = new Button(sign, click -> choose(to, part));
        button.setId(ID + part);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        String words = getTranslation("period." + part, Formats.here().period(to));
        button.setAriaLabel(words);
        button.setTooltipText(words);
        Shortcut.on(button, part.equals("next") ? "]" : "[", getTranslation("keys.period-" + part));
        return button;
    }

    /** The screen brings a new picker, in which the keyboard stays on the same part. */
    final void choose(Period period, String part) {
        chosen.accept(period);
        Focus.stayOn(ID + part);
    }
}
