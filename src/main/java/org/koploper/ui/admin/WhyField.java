package org.koploper.ui.admin;

import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Accounts;
import org.koploper.access.PayRoles;
import org.koploper.access.Role;

/** Asks why, where something would let somebody see the pay of others; the answer is kept in the trail. */
class WhyField extends TextField {

    WhyField() {
        setLabel(getTranslation("accounts.why"));
        setHelperText(getTranslation("accounts.why-hint"));
        setMaxLength(Accounts.LONGEST_REASON);
        setRequiredIndicatorVisible(true);
        setVisible(false);
    }

    /** Shows itself while a role is chosen that shows the pay of others and was not there before. */
    void neededFor(RoleChoice roles, Supplier<Set<Role>> before) {
        roles.addValueChangeListener(change -> setVisible(PayRoles.added(before.get(), change.getValue())));
    }

    /** Whether it is asked for and not answered; says so then. */
    boolean isMissing() {
        boolean missing = isVisible() && getValue().isBlank();
        setInvalid(missing);
        setErrorMessage(missing ? getTranslation("account-refused.reason-missing") : null);
        if (missing) {
            focus();
        }
        return missing;
    }

    /** The answer; null where it is not asked for. */
    @Nullable
    String reason() {
        return isVisible() ? getValue().strip() : null;
    }
}
