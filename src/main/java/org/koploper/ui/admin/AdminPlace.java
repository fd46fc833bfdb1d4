package org.koploper.ui.admin;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.FINANCE;
import static org.koploper.access.Role.HR;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;

/** What there is to administer, in the order of the start page. Who may open a place is decided by its screen. */
enum AdminPlace {
    PEOPLE("teams", ADMIN, HR, FINANCE),
    ACCOUNTS("accounts", ADMIN),
    ROLES("admin/roles", ADMIN),
    AUDIT("admin/audit", ADMIN, HR, FINANCE),
    IMPORT("import", ADMIN),
    TOKENS("tokens", ADMIN),
    WEBHOOKS("admin/webhooks", ADMIN),
    HOLIDAYS("admin/holidays", ADMIN, HR),
    KPIS("admin/kpis", ADMIN),
    OWN_KPIS("admin/own-kpis", ADMIN),
    MAIL("admin/mail", ADMIN),
    MAIL_TEXTS("admin/mail-texts", ADMIN),
    DATA("admin/data", ADMIN, FINANCE),
    HEALTH("admin/health", ADMIN),
    DEMO("admin/demo", ADMIN),
    SESSIONS("account/sessions", ADMIN, HR, FINANCE);

    private final String path;
    private final Set<Role> roles;

    AdminPlace(String path, Role... roles) {
        this.path = path;
        this.roles = Set.of(roles);
    }

    /** Those for this user. */
    static List<AdminPlace> of(CurrentUser user) {
        return Arrays.stream(values())
                .filter(place -> place.roles.stream().anyMatch(user::has))
                .toList();
    }

    /** The address, without a leading slash. */
    String path() {
        return path;
    }

    /** Translation key of its name; with {@code .means} behind it, of what it is for. */
    String key() {
        return "admin." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
