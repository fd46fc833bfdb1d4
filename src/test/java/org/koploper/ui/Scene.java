package org.koploper.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.people.TeamId;
import org.koploper.storage.Ids;
import org.koploper.testing.SalesSample;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A manager with two reps, and a rep of somebody else, this month: An sold 12,000 against a target of 10,000 and is paid
 * 5 % up to 10,000 and 8 % above; Bo has one open deal and nothing else; Cas belongs to nobody here.
 */
public final class Scene {

    public final PersonId manager;
    public final PersonId an;
    public final PersonId bo;
    public final PersonId cas;
    public final long deal;
    public final long openDeal;
    public final TeamId team;
    public final YearMonth month;

    private final ApplicationContext context;
    private final SalesSample sample;
    private final PlanRef plan;
    private final String currency;

    public Scene(ApplicationContext context) {
        this.context = context;
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        Ids ids = context.getBean(Ids.class);
        sample = new SalesSample(context);
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        month = YearMonth.from(today);
        currency = sample.home();
        team = sample.team("Scene", null);
        manager = sample.person("Mia Manager");
        an = sample.person("An Anders");
        bo = sample.person("Bo Baert");
        cas = sample.person("Cas Claes");
        for (PersonId rep : new PersonId[] {an, bo}) {
            sample.member(rep, team, "2020-01-01", null);
            sample.reportsTo(rep, manager);
        }
        sample.target(an, null, month.atDay(1).toString(), month.atEndOfMonth().toString(), "10000", currency);
        plan = plan(context.getBean(Plans.class), ids.next());
        pays(an);
        deal = sample.won(an, "12000", today.toString());
        sample.changed(an, today.toString());
        openDeal = sample.won(bo, "5000", today.toString());
        jdbc.sql("update deals set stage = 'QUOTED', closed_on = null where id = ?")
                .param(openDeal)
                .update();
    }

    private PlanRef plan(Plans plans, long number) {
        return Caller.asSystem(() -> {
            PlanRef made = plans.create("scene-" + number, "Scene plan", Currency.getInstance(currency));
            plans.addVersion(made.id(), LocalDate.of(2020, 1, 1), null, """
                    {"components": [{"name": "Commission", "tiers": {"bands": [
                      {"from": "0", "to": "10000", "rate": "0.05"}, {"from": "10000", "rate": "0.08"}]}}]}""");
            return made;
        });
    }

    /** Puts somebody on the plan, from long ago on. */
    public void pays(PersonId rep) {
        Caller.asSystem(() -> context.getBean(Plans.class).assign(plan.id(), rep, LocalDate.of(2020, 1, 1), null));
    }

    /** The rep wins one more deal on the first of this month. */
    public long sells(PersonId rep, String value) {
        String day = month.atDay(1).toString();
        long sold = sample.won(rep, value, day);
        sample.changed(rep, day);
        return sold;
    }

    /** One more of the team, who sold that much on the first of this month. */
    public PersonId joins(String name, String sold) {
        PersonId rep = sample.person(name);
        sample.member(rep, team, "2020-01-01", null);
        sells(rep, sold);
        return rep;
    }

    /** The manager is of the team too. */
    public void leads(PersonId manager) {
        sample.member(manager, team, "2020-01-01", null);
    }

    /** That much of a deal is taken back today. */
    public void takesBack(PersonId rep, long deal, String value) {
        String day = LocalDate.now(context.getBean(Clock.class)).toString();
        sample.credit(deal, value, day);
        sample.changed(rep, day);
    }

    /** Gives a deal a name, as most have outside of tests. */
    public void call(long deal, String name) {
        context.getBean(JdbcClient.class)
                .sql("update deals set name = ? where id = ?")
                .params(name, deal)
                .update();
    }

    /** The deal's id as people see it. */
    public static String name(long deal) {
        return "D" + deal;
    }

    public Browser asAn() {
        return Browser.signedIn(context, an, "An Anders", Role.REP);
    }

    public Browser asBo() {
        return Browser.signedIn(context, bo, "Bo Baert", Role.REP);
    }

    public Browser asManager() {
        return Browser.signedIn(context, manager, "Mia Manager", Role.MANAGER);
    }

    public Browser as(Role role) {
        return Browser.signedIn(context, sample.person(role.name()), role.name(), role);
    }
}
