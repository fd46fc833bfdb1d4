package org.koploper.demo;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who can be tried out, once the demo data lie in the database: in a database with other data there is nobody to show. */
@Component
@Profile("demo")
class DemoSignInList implements DemoSignIns {

    /** The same for everybody; there are no such accounts without demo data. */
    static final String PASSWORD = "koploper-demo";

    private static final List<String> SHOWN = List.of(
            Cast.AN,
            Cast.LOTTE,
            Cast.DAAN,
            Cast.YASMINA,
            Cast.BRAM,
            Cast.FEMKE,
            Cast.KATRIEN,
            Cast.GREET,
            Cast.LUC,
            Cast.MOHAMED);

    private static final Map<String, String> ROLE_KEYS = Map.of(
            Cast.AN, "demo.role.rep",
            Cast.LOTTE, "demo.role.part-time",
            Cast.DAAN, "demo.role.without-sales",
            Cast.YASMINA, "demo.role.joiner",
            Cast.BRAM, "demo.role.manager",
            Cast.FEMKE, "demo.role.manager",
            Cast.KATRIEN, "demo.role.director",
            Cast.GREET, "demo.role.hr",
            Cast.LUC, "demo.role.finance",
            Cast.MOHAMED, "demo.role.admin");

    private final DemoMark mark;

    DemoSignInList(DemoMark mark) {
        this.mark = mark;
    }

    @Override
    public List<SignIn> all() {
        return mark.dayOfKnownPasswords()
                .map(day -> signIns(new Cast(new DemoDay(day))))
                .orElse(List.of());
    }

    private static List<SignIn> signIns(Cast cast) {
        return SHOWN.stream()
                .map(cast::member)
                .map(member ->
                        new SignIn(member.username(), PASSWORD, member.name(), ROLE_KEYS.getOrDefault(member.id(), "")))
                .toList();
    }
}
