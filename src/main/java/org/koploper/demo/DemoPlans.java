package org.koploper.demo;

import java.util.Currency;
import org.koploper.access.PersonId;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.springframework.stereotype.Component;

/**
 * Three ways of paying, for a job role, a team and a person: tiers on what was sold since the start of the year, for account
 * managers, with a new version some months ago, each held to its examples; a flat rate for the whole of Rotterdam, without
 * any, so that it can be changed by a form, which comes before that of the job role; and one for Thijs, who earns on what he
 * is credited with on top as well. Bram has none.
 */
@Component
class DemoPlans {

    private static final String TIERS = """
            components:
              - name: Commissie
                tiers:
                  mode: marginal
                  accumulate: year
                  boundary: upper
                  bands:
                    - {from: 0, to: %1$s, rate: %2$s}
                    - {from: %1$s, to: %3$s, rate: %4$s}
                    - {from: %3$s, rate: %5$s}
            examples:
              - name: Een deal van € 10.000 in januari
                sales: [{date: 2026-01-15, amount: 10000}]
                expect: [{total: %6$s}]
              - name: Eén deal over de grens van de eerste schijf
                # elk deel aan het tarief van zijn schijf
                sales: [{date: 2026-03-02, amount: %1$s}, {date: 2026-04-09, amount: 10000}]
                expect: [{month: 2026-03, total: %7$s}, {month: 2026-04, total: %8$s}]
              - name: Een creditnota neemt terug wat de deal opbracht
                sales: [{date: 2026-01-15, deal: D-1, amount: 10000}, {date: 2026-02-03, deal: D-1/credit, amount: -10000}]
                expect: [{month: 2026-01, total: %6$s}, {month: 2026-02, total: -%6$s}]
              - name: In januari begint de telling opnieuw
                sales: [{date: 2026-12-01, amount: %3$s}, {date: 2027-01-11, amount: 10000}]
                expect: [{month: 2027-01, total: %6$s}]
            """;

    private static final String FLAT = """
            {"components": [{"name": "Commissie", "measure": "revenue", "flat": {"rate": "0.05"}}]}
            """;

    private static final String ON_TOP = """
            components:
              - name: Commissie
                flat: {rate: 0.05}
              - name: Bovenop
                whose: overlay
                flat: {rate: 0.02}
            examples:
              - name: Een eigen deal, en een kwart bovenop een deal van iemand anders
                sales: [{deal: D-1, person: thijs, amount: 4000}, {deal: D-2, person: an, amount: 10000, overlay: {thijs: 0.25}}]
                expect: [{person: thijs, total: 250}]
            """;

    private final Plans plans;
    private final Directory directory;

    DemoPlans(Plans plans, Directory directory) {
        this.plans = plans;
        this.directory = directory;
    }

    void create(DemoDay day) {
        Currency euro = Currency.getInstance("EUR");
        PlanRef tiers = plans.create("AM", "AM Noordzee", euro);
        plans.addVersion(
                tiers.id(), day.start(), null, TIERS.formatted(200000, "0.04", 400000, "0.06", "0.08", 400, 8000, 600));
        plans.addVersion(
                tiers.id(),
                day.newPlanOn(),
                null,
                TIERS.formatted(180000, "0.04", 360000, "0.065", "0.09", 400, 7200, 650));
        plans.assignJobRole(tiers.id(), Cast.ACCOUNT_MANAGER, day.start(), null);

        PlanRef flat = plans.create("ROTTERDAM", "Rotterdam 5 %", euro);
        plans.addVersion(flat.id(), day.start(), null, FLAT);
        TeamRef team = directory.teamByExternalId(Cast.ROTTERDAM).orElseThrow();
        plans.assignTeam(flat.id(), team.id(), day.start(), null);

        PlanRef onTop = plans.create("SPECIALIST", "Specialist akoestiek", euro);
        plans.addVersion(onTop.id(), day.start(), null, ON_TOP);
        plans.assign(onTop.id(), person(Cast.THIJS), day.start(), null);
    }

    private PersonId person(String externalId) {
        return directory
                .personByExternalId(externalId)
                .map(PersonRef::id)
                .orElseThrow(() -> new IllegalStateException(externalId + " is missing"));
    }
}
