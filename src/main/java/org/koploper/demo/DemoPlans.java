package org.koploper.demo;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.koploper.access.PersonId;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.springframework.stereotype.Component;

/**
 * Two ways of paying: tiers on what was sold since the start of the year, for people one by one, with a new version some
 * months ago; and a flat rate for the whole of Rotterdam. Bram has none.
 */
@Component
class DemoPlans {

    private static final String TIERS = """
            {"components": [{"name": "Commissie", "measure": "revenue",
              "tiers": {"mode": "marginal", "accumulate": "year", "boundary": "upper", "bands": [
                {"from": "0", "to": "%s", "rate": "%s"},
                {"from": "%s", "to": "%s", "rate": "%s"},
                {"from": "%s", "rate": "%s"}]}}]}
            """;

    private static final String FLAT = """
            {"components": [{"name": "Commissie", "measure": "revenue", "flat": {"rate": "0.05"}}]}
            """;

    private static final List<String> ON_TIERS = List.of(Cast.AN, Cast.WOUT, Cast.NELE, Cast.YASMINA);

    private final Plans plans;
    private final Directory directory;

    DemoPlans(Plans plans, Directory directory) {
        this.plans = plans;
        this.directory = directory;
    }

    void create(DemoDay day) {
        Currency euro = Currency.getInstance("EUR");
        PlanRef tiers = plans.create("AM", "AM Noordzee", euro);
        plans.addVersion(tiers.id(), day.start(), null, tiers("200000", "0.04", "400000", "0.06", "0.08"));
        plans.addVersion(tiers.id(), day.newPlanOn(), null, tiers("180000", "0.04", "360000", "0.065", "0.09"));
        for (String person : ON_TIERS) {
            plans.assign(tiers.id(), person(person), day.start(), null);
        }
        LocalDate moved = day.movedOn();
        plans.assign(tiers.id(), person(Cast.SANNE), day.start(), moved.minusDays(1));

        PlanRef flat = plans.create("ROTTERDAM", "Rotterdam 5 %", euro);
        plans.addVersion(flat.id(), day.start(), null, FLAT);
        TeamRef team = directory.teamByExternalId(Cast.ROTTERDAM).orElseThrow();
        plans.assignTeam(flat.id(), team.id(), day.start(), null);
    }

    private PersonId person(String externalId) {
        return directory
                .personByExternalId(externalId)
                .map(PersonRef::id)
                .orElseThrow(() -> new IllegalStateException(externalId + " is missing"));
    }

    private static String tiers(String first, String low, String second, String middle, String high) {
        return TIERS.formatted(first, low, first, second, middle, second, high);
    }
}
