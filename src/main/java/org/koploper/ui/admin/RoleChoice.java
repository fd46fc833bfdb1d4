package org.koploper.ui.admin;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.Locale;
import org.koploper.access.Role;

/** The roles to give, each with a plain sentence about what it lets somebody see and do. */
class RoleChoice extends CheckboxGroup<Role> {

    RoleChoice() {
        setLabel(getTranslation("accounts.roles"));
        setItems(Role.values());
        setItemLabelGenerator(role -> getTranslation(key(role)));
        setItemHelperGenerator(role -> getTranslation(key(role) + ".means"));
        setHelperText(getTranslation("accounts.roles-hint"));
    }

    /** Translation key of the name of a role. */
    static String key(Role role) {
        return "role." + role.name().toLowerCase(Locale.ROOT);
    }
}
