package org.koploper.ui.plan;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Map;
import org.koploper.commission.document.PlanFault;

/** Shows what a plan refuses at the field it is about. */
final class Faults {

    private Faults() {}

    /** @return whether one of the fields could show it */
    static boolean show(PlanFault fault, Map<String, ? extends HasValidationProperties> fields) {
        HasValidationProperties field = fields.get(fault.path());
        if (field == null) {
            return false;
        }
        say(field, PlanWords.of(fault));
        return true;
    }

    static void say(HasValidationProperties field, String words) {
        field.setErrorMessage(words);
        field.setInvalid(true);
        if (field instanceof com.vaadin.flow.component.Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** Whether something was chosen; otherwise the field says that it is missing. */
    static <F extends HasValue<?, ?> & HasValidationProperties> boolean isFilled(F field, String words) {
        field.setInvalid(false);
        if (field.isEmpty()) {
            say(field, words);
            return false;
        }
        return true;
    }
}
