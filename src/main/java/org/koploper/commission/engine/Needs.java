package org.koploper.commission.engine;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** Finds what a component asks for. */
final class Needs {

    private final Set<Need> found = EnumSet.noneOf(Need.class);
    private final Set<String> traits = new TreeSet<>();

    private Needs() {}

    static Set<Need> of(Component component) {
        return in(component).found;
    }

    /** By which traits it chooses credits. */
    static Set<String> traits(Component component) {
        return in(component).traits;
    }

    private static Needs in(Component component) {
        Needs needs = new Needs();
        needs.ask(component.measure());
        needs.ask(component.where());
        if (component.counts() != null) {
            needs.ask(component.counts().measure());
            needs.ask(component.counts().multipliers());
        }
        needs.ask(component.sales());
        needs.ask(component.rule());
        Quota quota = component.quota();
        if (quota != null) {
            if (quota.amount() == null) {
                needs.found.add(Need.QUOTAS);
            }
            if (!quota.ramp().isEmpty() || quota.proration() != Proration.NONE) {
                needs.found.add(Need.SERVICE);
            }
        }
        if (component.limits().least() != null || component.limits().carried()) {
            needs.found.add(Need.EVERY_MONTH);
        }
        Budget budget = component.limits().budget();
        if (budget != null) {
            needs.found.add(Need.OTHERS);
            if (budget.overrun() == Budget.Overrun.PRO_RATA) {
                // what others sell later cuts what was paid before
                needs.found.add(Need.EVERY_MONTH);
            }
        }
        component.gates().forEach(gate -> gate.condition().gauges().forEach(needs::ask));
        return needs;
    }

    private void ask(RateRule rule) {
        switch (rule) {
            case FlatRate flat -> ask(flat.rates());
            case TierRule tiers -> {
                tiers.bands().forEach(band -> ask(band.rates()));
                if (tiers.on().isMargin()) {
                    found.add(Need.COST);
                }
            }
            case Scorecard card -> {
                found.add(Need.SCORES);
                found.add(Need.EVERY_MONTH);
            }
            case Ranking ranking -> {
                found.add(Need.OTHERS);
                found.add(Need.EVERY_MONTH);
            }
            case PayCurve curve -> {
                // nothing beside the quota
            }
            case Bonus bonus -> {
                // nothing beside the quota
            }
        }
    }

    private void ask(Condition.Gauge gauge) {
        switch (gauge) {
            case Condition.Total total -> {
                ask(total.measure());
                ask(total.where());
                ask(total.whose());
            }
            case Condition.Scored scored -> found.add(Need.SCORES);
            case Condition.Attained attained -> {
                // what the other component asks for
            }
        }
    }

    private void ask(Sales sales) {
        ask(sales.whose());
        if (sales.lessLower()) {
            found.add(Need.LOWER_LEVELS);
        }
        if (sales.divided()) {
            found.add(Need.SHARES);
        }
    }

    private void ask(Whose whose) {
        switch (whose) {
            case OVERLAY -> found.add(Need.OVERLAY);
            case TEAM, EACH_MEMBER -> found.add(Need.TEAM);
            case OWN -> {
                // always known
            }
        }
    }

    private void ask(Rates rates) {
        rates.cases().forEach(one -> ask(one.when()));
    }

    private void ask(Match match) {
        if (!match.wanted().isEmpty()) {
            found.add(Need.TRAITS);
            traits.addAll(match.wanted().keySet());
        }
    }

    private void ask(Measure measure) {
        switch (measure) {
            case MARGIN -> found.add(Need.COST);
            case QUANTITY -> found.add(Need.QUANTITY);
            case REVENUE, DEALS -> {
                // always known
            }
        }
    }
}
