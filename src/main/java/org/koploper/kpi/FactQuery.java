package org.koploper.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiScope.Kind;

/**
 * One statement that sums the measures of one source: for a person, a team, a customer or everybody, by day or by what else
 * is wanted. Amounts in another currency than the house's keep their day, since a rate belongs to a day.
 *
 * @param measures those that are asked for; the others are 0
 * @param columns m0, m1 and so on of each row: at least the measures
 * @param by null: all together; only what is no time. Teams are named by their id, everything else by external id or name
 * @param only what of it counts; the branches know every aspect that it has
 * @param stretches the last day of each stretch of days that is wanted apart, in their order, the last one that of all; empty:
 *     every day
 * @param whose null: of the scope; else of each member of some or no team on its own, named by the ids of both
 */
record FactQuery(
        FactSource source,
        Set<Measure> measures,
        List<Measure> columns,
        KpiScope scope,
        @Nullable Grouping by,
        Only only,
        List<LocalDate> stretches,
        @Nullable Whose whose) {

    /** Members of the teams {@code :teams}, or whoever is in none. */
    enum Whose {
        OF_TEAMS("memberships sm cross join"),
        OF_NO_TEAM("""
                (select p.id as person_id from persons p where not exists (select 1 from memberships m
                  where m.person_id = p.id and m.from_day <= :from and (m.to_day is null or m.to_day >= :to))) sm cross join""");

        private final String from;

        Whose(String from) {
            this.from = from;
        }
    }

    private static final String ON_DAY = "%1$s.from_day <= %2$s and (%1$s.to_day is null or %1$s.to_day >= %2$s)";

    static FactQuery of(
            FactSource source,
            Set<Measure> wanted,
            KpiScope scope,
            @Nullable Grouping by,
            Only only,
            List<LocalDate> stretches) {
        List<Measure> measures =
                source.measures().stream().filter(wanted::contains).toList();
        return new FactQuery(source, wanted, measures, scope, by, only, stretches, null);
    }

    /** Every measure by day, of states how much more there is than the day before. */
    static FactQuery of(FactSource source, Whose whose) {
        Set<Measure> all = source.measures();
        return new FactQuery(
                source, all, List.copyOf(all), KpiScope.organisation(), null, Only.EVERYTHING, List.of(), whose);
    }

    /** The same with these columns. */
    FactQuery with(List<Measure> others) {
        return new FactQuery(source, measures, others, scope, by, only, stretches, whose);
    }

    /** With the parameters from (unless it is a state), to, after, house, and subject or teams for what is not everybody's; those of {@link Only} too. */
    String sql() {
        List<String> parts = source.branches().stream()
                .filter(branch -> measures.stream().anyMatch(branch.amounts()::containsKey))
                .map(this::select)
                .toList();
        StringBuilder sums = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            sums.append(", sum(f.m").append(i).append(") as m").append(i);
        }
        return "select {whose} as whose, f.subject, f.stretch, f.on_day, f.part, f.currency" + sums + " from ("
                + String.join(" union all ", parts) + ") f group by f.subject, f.stretch, f.on_day, f.part, f.currency";
    }

    private String select(Branch branch) {
        List<String> joins = new ArrayList<>(List.of(branch.from()));
        List<String> conditions = new ArrayList<>(List.of(branch.where()));
        conditions.addAll(only.conditions(branch));
        conditions.add(source.stock() && whose == null ? branch.day() + " <= :to" : branch.range());
        if (whose != null) {
            joins.addFirst(whose.from);
            conditions.add("sm.person_id = " + branch.person());
            conditions.add(
                    whose == Whose.OF_TEAMS
                            ? "sm.team_id in (:teams) and " + ON_DAY.formatted("sm", branch.day())
                            : "not exists (select 1 from memberships om where om.person_id = " + branch.person()
                                    + " and " + ON_DAY.formatted("om", branch.day()) + ")");
        } else if (scope.kind() == Kind.PERSON) {
            conditions.add(branch.person() + " = :subject");
        } else if (scope.kind() == Kind.CUSTOMER) {
            conditions.add(branch.customer() + " = :subject");
        } else if (scope.kind() == Kind.TEAM) {
            // first: HSQLDB takes tables in their order, and would look through everybody's for those of the members
            joins.addFirst("memberships sm cross join");
            conditions.add("sm.team_id in (:teams) and sm.person_id = " + branch.person() + " and "
                    + ON_DAY.formatted("sm", branch.day()));
        }
        String subject = subject(branch, joins);
        StringBuilder select = new StringBuilder("select cast(" + subject + " as varchar(200)) as subject, "
                + Stretches.columns(stretches, branch.day(), branch.currency()) + ", " + branch.part() + " as part, "
                + branch.currency() + " as currency");
        for (int i = 0; i < columns.size(); i++) {
            Measure measure = columns.get(i);
            select.append(", cast(")
                    .append(measures.contains(measure) ? branch.amounts().getOrDefault(measure, "0") : "0")
                    .append(" as numeric(38,10)) as m")
                    .append(i);
        }
        return select + " from " + String.join(" ", joins) + " where " + String.join(" and ", conditions);
    }

    private String subject(Branch branch, List<String> joins) {
        if (whose != null) {
            return (whose == Whose.OF_TEAMS ? "cast(sm.team_id as varchar(20)) || ' '" : "'0 '") + " || cast("
                    + branch.person() + " as varchar(20))";
        }
        if (by == null) {
            return "''";
        }
        return switch (by) {
            case PERSON -> {
                joins.add("left join persons gp on gp.id = " + branch.person());
                yield "gp.external_id";
            }
            case TEAM -> {
                joins.add("left join memberships gm on gm.person_id = " + branch.person() + " and "
                        + ON_DAY.formatted("gm", branch.day()));
                yield "gm.team_id";
            }
            case PRODUCT, FAMILY -> {
                joins.add("left join products go on go.id = " + branch.product());
                yield by == Grouping.PRODUCT ? "go.external_id" : "go.family";
            }
            case SEGMENT, REGION -> {
                joins.add("left join customers gc on gc.id = " + branch.customer());
                yield by == Grouping.SEGMENT ? "gc.segment" : "gc.region";
            }
            case SOURCE -> {
                joins.add("left join leads gl on gl.id = " + branch.lead());
                yield "gl.source";
            }
            default -> throw new IllegalArgumentException("A time is no subject: " + by);
        };
    }
}
