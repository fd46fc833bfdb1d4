package org.koploper.welcome;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;

/** One thing to do first, in the order in which a role does it. */
public enum FirstStep {
    PEOPLE(Role.ADMIN, "import", """
            exists (select 1 from persons p where not exists
              (select 1 from account_roles r where r.person_id = p.id and r.role = 'ADMIN'))"""),
    ACCESS(Role.ADMIN, "accounts", "exists (select 1 from accounts a where a.enabled = true and a.person_id <> :me)"),
    MAIL(Role.ADMIN, "admin/mail", null),
    CLOSING_DAYS(Role.ADMIN, "admin/holidays", null),
    BACKUP(Role.ADMIN, "admin/health", null),
    STAFF(Role.HR, "teams", null),
    HOLIDAYS(Role.HR, "admin/holidays", null),
    PLAN(Role.FINANCE, "plans", "exists (select 1 from plan_assignments a)"),
    RATES(Role.FINANCE, "records/rates", null),
    PAY(Role.FINANCE, "statements", null),
    TEAM(Role.MANAGER, "team", null),
    TARGETS(Role.MANAGER, "records/targets", """
            exists (select 1 from targets t join managers_above m on m.person_id = t.person_id
              where m.manager_id = :me)"""),
    PLANS(Role.MANAGER, "plans", null),
    RANK(Role.REP, "leaderboard", null),
    STATEMENT(Role.REP, "statements", null),
    NOTICES(Role.REP, "account/notices", null);

    private final Role role;
    private final String path;
    private final @Nullable String fact;

    /**
     * @param path where it is done, without a leading slash
     * @param fact condition that holds once it is done, in SQL; null where it is done by having been there
     */
    FirstStep(Role role, String path, @Nullable String fact) {
        this.role = role;
        this.path = path;
        this.fact = fact;
    }

    /** Those of that user, in their order. */
    public static List<FirstStep> of(CurrentUser user) {
        return Arrays.stream(values()).filter(step -> user.has(step.role)).toList();
    }

    /** Where it is done, without a leading slash. */
    public String path() {
        return path;
    }

    /** Whether it is done by having been there. */
    public boolean byVisit() {
        return fact == null;
    }

    /** Whether somebody at that address is where it is done. */
    public boolean isAt(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }

    /** As in the keys of its text. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The condition as a column of 0 or 1; 0 where there is none. */
    String column() {
        return "case when " + (fact == null ? "1 = 0" : fact) + " then 1 else 0 end";
    }
}
