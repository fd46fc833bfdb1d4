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
 */
record FactQuery(
        FactSource source,
        Set<Measure> measures,
        List<Measure> columns,
        KpiScope scope,
        @Nullable Grouping by,
        Only only,
        List<LocalDate> stretches) {

    private static final String MEMBER =
            " memberships %1$s on %1$s.person_id = %2$s and %1$s.from_day <= %3$s and (%1$s.to_day is null or %1$s.to_day >= %3$s)";

    static FactQuery of(
            FactSource source,
            Set<Measure> wanted,
            KpiScope scope,
            @Nullable Grouping by,
            Only only,
            List<LocalDate> stretches) {
        List<Measure> measures =
                source.measures().stream().filter(wanted::contains).toList();
        return new FactQuery(source, wanted, measures, scope, by, only, stretches);
    }

    /** The same with these columns. */
    FactQuery with(List<Measure> others) {
        return new FactQuery(source, measures, others, scope, by, only, stretches);
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
        conditions.add(source.stock() ? branch.day() + " <= :to" : branch.range());
        if (scope.kind() == Kind.PERSON) {
            conditions.add(branch.person() + " = :subject");
        } else if (scope.kind() == Kind.CUSTOMER) {
            conditions.add(branch.customer() + " = :subject");
        } else if (scope.kind() == Kind.TEAM) {
            // first: HSQLDB takes tables in their order, and would look through everybody's for those of the members
            joins.addFirst("memberships sm cross join");
            conditions.add("sm.team_id in (:teams) and sm.person_id = " + branch.person()
                    + " and sm.from_day <= %1$s and (sm.to_day is null or sm.to_day >= %1$s)".formatted(branch.day()));
        }
        String subject = subject(branch, joins);
        String day = stretches.isEmpty()
                ? branch.day()
                : "case when " + branch.currency() + " in (:house, 'XXX') then cast(null as date) else " + branch.day()
                        + " end";
        StringBuilder select = new StringBuilder(
                "select cast(" + subject + " as varchar(200)) as subject, " + stretch(branch.day()) + " as stretch, "
                        + day + " as on_day, " + branch.part() + " as part, " + branch.currency() + " as currency");
        for (int i = 0; i < columns.size(); i++) {
            Measure measure = columns.get(i);
            select.append(", cast(")
                    .append(measures.contains(measure) ? branch.amounts().getOrDefault(measure, "0") : "0")
                    .append(" as numeric(38,10)) as m")
                    .append(i);
        }
        return select + " from " + String.join(" ", joins) + " where " + String.join(" and ", conditions);
    }

    /** Which of them a day lies in, from 0. */
    private String stretch(String day) {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < stretches.size() - 1; i++) {
            number.append(" when ")
                    .append(day)
                    .append(" <= cast('")
                    .append(stretches.get(i))
                    .append("' as date) then ")
                    .append(i);
        }
        return number.isEmpty() ? "0" : "case" + number + " else " + (stretches.size() - 1) + " end";
    }

    private String subject(Branch branch, List<String> joins) {
        if (by == null) {
            return "''";
        }
        return switch (by) {
            case PERSON -> {
                joins.add("left join persons gp on gp.id = " + branch.person());
                yield "gp.external_id";
            }
            case TEAM -> {
                joins.add("left join" + MEMBER.formatted("gm", branch.person(), branch.day()));
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
