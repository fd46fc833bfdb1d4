package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.koploper.kpi.KpiScope.Kind;
import org.springframework.stereotype.Component;

/**
 * Organisations by the day they were first heard of: a lead, a quote, a deal or a contact of any customer with their
 * registration number. Numbers are compared by their digits, so that it does not matter how one is written.
 */
@Component
class NewOrganisations implements PeriodSource {

    private static final String SQL = """
            select {whose} as whose, c.registration_number as number,
              (select min(l.created_on) from leads l where l.customer_id = c.id{lead}) as by_lead,
              (select min(q.sent_on) from quotes q where q.customer_id = c.id{quote}) as by_quote,
              (select min(coalesce(d.engaged_on, d.quoted_on, d.closed_on)) from deals d
                where d.customer_id = c.id{deal}) as by_deal,
              (select cast(min(a.happened_at) as date) from activities a where a.customer_id = c.id{activity}) as by_contact
            from customers c where c.registration_number is not null
            """;

    private final KpiSql sql;

    NewOrganisations(KpiSql sql) {
        this.sql = sql;
    }

    @Override
    public Set<Measure> measures() {
        return EnumSet.of(Measure.NEW_NUMBERS);
    }

    @Override
    public void read(List<Asked> all, Map<String, Sums> into) {
        // everybody first, then whoever asks
        List<KpiScope> scopes = Stream.concat(
                        Stream.of(KpiScope.organisation()),
                        all.stream().map(Asked::scope).filter(scope -> scope.kind() != Kind.ORGANISATION))
                .distinct()
                .toList();
        List<Map<String, LocalDate>> first = firstDays(scopes);
        for (Asked asked : all) {
            Map<String, LocalDate> theirs = first.get(scopes.indexOf(asked.scope()));
            for (Slot slot : asked.slots()) {
                // whoever heard of it on its very first day
                long many = theirs.entrySet().stream()
                        .filter(number ->
                                number.getValue().equals(first.getFirst().get(number.getKey())))
                        .filter(number -> slot.passed().contains(number.getValue()))
                        .count();
                Objects.requireNonNull(into.get(slot.key())).add(Measure.NEW_NUMBERS, BigDecimal.valueOf(many));
            }
        }
    }

    private List<Map<String, LocalDate>> firstDays(List<KpiScope> scopes) {
        List<Map<String, LocalDate>> first = scopes.stream()
                .<Map<String, LocalDate>>map(scope -> new HashMap<>())
                .toList();
        List<KpiSql.Question> questions = scopes.stream()
                .map(scope -> new KpiSql.Question(scope, question(scope), Map.of()))
                .toList();
        sql.each(questions, (row, whose) -> {
            for (String column : List.of("by_lead", "by_quote", "by_deal", "by_contact")) {
                LocalDate day = row.getObject(column, LocalDate.class);
                if (day != null) {
                    first.get(whose)
                            .merge(
                                    digits(row.getString("number")),
                                    day,
                                    (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        });
        return first;
    }

    private static String question(KpiScope scope) {
        return SQL.replace("{lead}", KpiSql.within(scope, "l.owner_id", "l.created_on", "l.customer_id"))
                .replace("{quote}", KpiSql.within(scope, "q.owner_id", "q.sent_on", "q.customer_id"))
                .replace(
                        "{deal}",
                        KpiSql.within(
                                scope,
                                "d.owner_id",
                                "coalesce(d.engaged_on, d.quoted_on, d.closed_on)",
                                "d.customer_id"))
                .replace(
                        "{activity}",
                        KpiSql.within(scope, "a.person_id", "cast(a.happened_at as date)", "a.customer_id"));
    }

    private static String digits(String number) {
        String digits = number.replaceAll("\\D", "").replaceFirst("^0+", "");
        return digits.isEmpty() ? number : digits;
    }
}
