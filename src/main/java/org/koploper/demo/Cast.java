package org.koploper.demo;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.FINANCE;
import static org.koploper.access.Role.HR;
import static org.koploper.access.Role.MANAGER;
import static org.koploper.demo.Member.office;
import static org.koploper.demo.Member.seller;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fourteen people of the demo: ten who sell (the two team managers sell along), the sales director, and one each
 * for personnel, finance and administration, so that what every role sees can be seen on its own.
 */
final class Cast {

    static final String SALES = "T-VERKOOP";
    static final String ANTWERP = "T-ANTWERPEN";
    static final String ROTTERDAM = "T-ROTTERDAM";

    /** Sales director. */
    static final String KATRIEN = "P-001";

    static final String GREET = "P-002";
    static final String LUC = "P-003";
    static final String MOHAMED = "P-004";

    /** Manages Antwerpen, sells along, and has no commission plan. */
    static final String BRAM = "P-100";

    /** Above her target in the running month, and shares deals with Wout. */
    static final String AN = "P-101";

    /** As much this month as Nele, to the cent. */
    static final String WOUT = "P-102";

    static final String NELE = "P-103";

    /** Joined in the middle of a month. */
    static final String YASMINA = "P-104";

    /** Manages Rotterdam and sells along. */
    static final String FEMKE = "P-200";

    /** Works three days a week. */
    static final String LOTTE = "P-201";

    /** Has sold nothing this month. */
    static final String DAAN = "P-202";

    /** Moved from Antwerpen to Rotterdam in the middle of a year. */
    static final String SANNE = "P-203";

    /** Has no target, and is credited on top with deals of others that he helps with. */
    static final String THIJS = "P-204";

    /** The job role of everybody who sells and neither leads a team nor helps others. */
    static final String ACCOUNT_MANAGER = "Accountmanager";

    private final List<Member> members;

    Cast(DemoDay day) {
        members = List.of(
                office(KATRIEN, "Katrien Vandermeulen", "katrien", SALES, MANAGER),
                office(GREET, "Greet Hoefnagels", "greet", null, HR),
                office(LUC, "Luc Timmerhout", "luc", null, FINANCE),
                office(MOHAMED, "Mohamed Bakkali", "mohamed", null, ADMIN),
                seller(BRAM, "Bram Claessens", "bram", ANTWERP, 25_000, 0.75).managing(),
                seller(AN, "An Verhaegen", "an", ANTWERP, 48_000, 1.05),
                seller(WOUT, "Wout Deprez", "wout", ANTWERP, 45_000, 0.95),
                seller(NELE, "Nele Goossens", "nele", ANTWERP, 45_000, 0.9),
                seller(YASMINA, "Yasmina Haddouchi", "yasmina", ANTWERP, 30_000, 0.8)
                        .joining(day.joinedOn()),
                seller(FEMKE, "Femke van der Wal", "femke", ROTTERDAM, 25_000, 0.85)
                        .managing(),
                seller(LOTTE, "Lotte Brinkhorst", "lotte", ROTTERDAM, 27_000, 1).workingPart("0.6"),
                seller(DAAN, "Daan Zoetemelk", "daan", ROTTERDAM, 42_000, 0.7),
                seller(SANNE, "Sanne Kuipers", "sanne", ROTTERDAM, 44_000, 0.95).comingFrom(ANTWERP, day.movedOn()),
                seller(THIJS, "Thijs Oudenaarde", "thijs", ROTTERDAM, 0, 0.85));
    }

    List<Member> members() {
        return members;
    }

    List<Member> sellers() {
        return members.stream().filter(Member::sells).toList();
    }

    Member member(String id) {
        return members.stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    void fill(Rows rows, DemoDay day) {
        rows.add("teams", SALES).with("name", "Verkoop");
        rows.add("teams", ANTWERP).with("name", "Antwerpen").with("parent", SALES);
        rows.add("teams", ROTTERDAM).with("name", "Rotterdam").with("parent", SALES);
        for (Member member : members) {
            LocalDate from = from(member, day);
            String team = member.teamOn(from);
            rows.add("people", member.id())
                    .with("name", member.name())
                    .with("email", member.user() + "@duinhaven.example")
                    .with("country", member.calendar().name())
                    .with("from", from)
                    .with("partTimeFactor", member.partTime())
                    .with("team", team)
                    .with("manager", managerOf(member, team));
        }
        for (Member seller : sellers()) {
            LocalDate from = from(seller, day);
            rows.add("job-roles", seller.id() + "/" + from)
                    .with("person", seller.id())
                    .with("jobRole", jobRole(seller))
                    .with("from", from);
        }
    }

    private static LocalDate from(Member member, DemoDay day) {
        return member.since() == null ? day.start().minusYears(3) : member.since();
    }

    private static String jobRole(Member seller) {
        if (seller.roles().contains(MANAGER)) {
            return "Teamleider";
        }
        return seller.id().equals(THIJS) ? "Specialist akoestiek" : ACCOUNT_MANAGER;
    }

    /** The manager of the team; for those who lead it, the director; for the others nobody. */
    private static @Nullable String managerOf(Member member, @Nullable String team) {
        if (team == null || team.equals(SALES)) {
            return null;
        }
        return leaderOf(team).equals(member.id()) ? KATRIEN : leaderOf(team);
    }

    /** The external id of who leads a team. */
    static String leaderOf(String team) {
        return switch (team) {
            case ANTWERP -> BRAM;
            case ROTTERDAM -> FEMKE;
            default -> KATRIEN;
        };
    }
}
