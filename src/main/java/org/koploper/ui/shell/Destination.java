package org.koploper.ui.shell;

import com.vaadin.flow.router.RouteConfiguration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;

/** Where the menu leads, in its order. Who may go there is decided by the screens themselves; the menu only follows. */
public enum Destination {
    MONTH(Group.ME, "my/month", Role.REP),
    STATEMENT(Group.ME, "statements", Role.REP, Role.MANAGER, Role.FINANCE),
    TEAM(Group.TEAM, "team", Role.MANAGER),
    DEALS(Group.TEAM, "deals", Role.REP, Role.MANAGER, Role.FINANCE, Role.ADMIN),
    LEADERBOARD(Group.TEAM, "leaderboard", Role.values()),
    NUMBERS(Group.TEAM, "team/numbers", Role.REP, Role.MANAGER),
    COMMERCIAL(Group.TEAM, "commercial", Role.MANAGER, Role.REP),
    GOALS(Group.ME, "goals", Role.values()),
    QUICK(Group.ME, "quick", Role.REP, Role.MANAGER),
    EFFORT(Group.ME, "effort", Role.REP, Role.MANAGER),
    RECORDS(Group.DATA, "records", Role.values()),
    TEAMS(Group.DATA, "teams", Role.MANAGER, Role.HR, Role.FINANCE, Role.ADMIN),
    PLANS(Group.COMMISSION, "plans", Role.FINANCE, Role.MANAGER),
    PERIODS(Group.COMMISSION, "periods", Role.FINANCE),
    IMPORT(Group.ADMINISTRATION, "import", Role.ADMIN),
    ACCOUNTS(Group.ADMINISTRATION, "accounts", Role.ADMIN),
    TOKENS(Group.ADMINISTRATION, "tokens", Role.ADMIN),
    ADMIN(Group.ADMINISTRATION, "admin", Role.ADMIN, Role.HR, Role.FINANCE),
    /** This and those after it came last, so that no other place loses its letter. */
    PERFORMANCE(Group.TEAM, "performance", Role.values()),
    FUNNEL(Group.TEAM, "funnel", Role.values()),
    QUESTIONS(Group.DATA, "questions", Role.REP, Role.MANAGER, Role.ADMIN);

    /** Who manages looks at the team first; who only sells, at the own month. */
    private static final List<Destination> STARTS = List.of(TEAM, MONTH, STATEMENT, IMPORT, LEADERBOARD);

    /** Headings of the menu. */
    enum Group {
        ME,
        TEAM,
        DATA,
        COMMISSION,
        ADMINISTRATION;

        String key() {
            return "menu.group." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Group group;
    private final String path;
    private final Set<Role> roles;

    Destination(Group group, String path, Role... roles) {
        this.group = group;
        this.path = path;
        this.roles = EnumSet.copyOf(Arrays.asList(roles));
    }

    Group group() {
        return group;
    }

    /** The address, without a leading slash. */
    public String path() {
        return path;
    }

    String key() {
        return "menu." + name().toLowerCase(Locale.ROOT);
    }

    String icon() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where this user starts; empty for somebody without any role. */
    public static Optional<Destination> startOf(CurrentUser user) {
        return STARTS.stream().filter(destination -> destination.allows(user)).findFirst();
    }

    private boolean allows(CurrentUser user) {
        return roles.stream().anyMatch(user::has);
    }

    /** Those that exist and are for this user. */
    static List<Destination> of(CurrentUser user) {
        return Arrays.stream(values())
                .filter(destination -> destination.isFor(user))
                .toList();
    }

    /** Whether there is such a screen and this user has a role for it. */
    private boolean isFor(CurrentUser user) {
        return allows(user)
                && RouteConfiguration.forSessionScope().getRoute(path).isPresent();
    }
}
