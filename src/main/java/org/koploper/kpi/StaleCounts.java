package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * What is open on a day, and of it what is older than anything was when it was decided by then, in the whole organisation. How
 * long decisions took is read once for all days, and so are the states: neither is looked up again for each of them.
 */
@Component
class StaleCounts implements PeriodSource {

    private static final String OPEN_DEALS = """
            select {whose} as whose, {i} as i, count(*) as aged,
              sum(case when s.open_since < {stale_before} then 1 else 0 end) as stale
            from {states}
            where s.stage in ('ENGAGING', 'QUOTED') and s.from_day <= {day}
              and (s.until_day is null or s.until_day > {day}){scope}
            """;

    private static final String OPEN_QUOTES = """
            select {whose} as whose, {i} as i, count(*) as aged,
              sum(case when s.open_since < {stale_before} then 1 else 0 end) as stale
            from {states} join quotes q on q.id = s.quote_id
            where s.outcome = 'OPEN' and s.from_day <= {day} and q.sent_on is not null
              and (s.until_day is null or s.until_day > {day}) and (q.expires_on is null or q.expires_on >= {day}){scope}
            """;

    /** Before this nothing was begun. */
    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    private final KpiSql sql;
    private final SlowestDecisions decisions;
    private final TeamDays days;
    private final Everybody everybody;

    StaleCounts(KpiSql sql, SlowestDecisions decisions, TeamDays days, Everybody everybody) {
        this.sql = sql;
        this.decisions = decisions;
        this.days = days;
        this.everybody = everybody;
    }

    @Override
    public Set<Measure> measures() {
        return EnumSet.of(Measure.AGED_DEALS, Measure.STALE_DEALS, Measure.AGED_QUOTES, Measure.STALE_QUOTES);
    }

    @Override
    public void read(List<Asked> all, Map<String, Sums> into) {
        for (Asked asked : all) {
            asked.slots()
                    .forEach(slot ->
                            asked.measures().forEach(measure -> of(into, slot).add(measure, BigDecimal.ZERO)));
        }
        boolean kept = days.ready();
        read(new Kind(OPEN_DEALS, "deal", Measure.AGED_DEALS, Measure.STALE_DEALS), kept, all, into);
        read(new Kind(OPEN_QUOTES, "quote", Measure.AGED_QUOTES, Measure.STALE_QUOTES), kept, all, into);
    }

    /** @param record whose states they are */
    private record Kind(String open, String record, Measure aged, Measure stale) {

        /** The states of a scope, and what has to hold of them. */
        String of(KpiScope scope) {
            String states = record + "_states s";
            String customer = record + "s d on d.id = s." + record + "_id";
            return switch (scope.kind()) {
                case ORGANISATION -> open.replace("{states}", states).replace("{scope}", "");
                case PERSON -> open.replace("{states}", states).replace("{scope}", " and s.owner_id = :subject");
                case TEAM ->
                    open.replace(
                                    "{states}",
                                    "memberships sm join " + states + " on "
                                            + KpiSql.member("sm", "s.owner_id", "{day}"))
                            .replace("{scope}", "");
                case CUSTOMER ->
                    open.replace("{states}", states + " join " + customer)
                            .replace("{scope}", " and d.customer_id = :subject");
            };
        }
    }

    private void read(Kind kind, boolean kept, List<Asked> all, Map<String, Sums> into) {
        List<Asked> asking = all.stream()
                .filter(asked -> asked.measures().contains(kind.stale()))
                .toList();
        if (asking.isEmpty()) {
            return;
        }
        LocalDate last =
                asking.stream().map(Asked::last).max(LocalDate::compareTo).orElseThrow();
        TreeMap<LocalDate, Integer> longest =
                kind.stale() == Measure.STALE_DEALS ? decisions.ofDeals(last, kept) : decisions.ofQuotes(last);
        List<KpiSql.Question> questions = new ArrayList<>();
        for (Asked asked : asking) {
            KpiScope scope = kept && everybody.is(asked.scope()) ? KpiScope.organisation() : asked.scope();
            String text = kind.of(scope);
            List<Slot> slots = asked.slots();
            questions.add(new KpiSql.Question(
                    asked.scope(),
                    slots.size(),
                    "",
                    IntStream.range(0, slots.size())
                            .mapToObj(i -> ofDay(text, i, slots.get(i).day(), longest))
                            .collect(Collectors.joining(" union all ")),
                    Map.of()));
        }
        sql.each(questions, (row, whose) -> {
            if (row.getInt("aged") > 0) {
                Sums sums = of(into, asking.get(whose).slots().get(row.getInt("i")));
                sums.add(kind.aged(), row.getBigDecimal("aged"));
                sums.add(kind.stale(), row.getBigDecimal("stale"));
            }
        });
    }

    private static String ofDay(String text, int i, LocalDate day, TreeMap<LocalDate, Integer> longest) {
        var known = longest.floorEntry(day);
        LocalDate before = known == null ? NEVER : day.minusDays(known.getValue());
        return text.replace("{i}", String.valueOf(i))
                .replace("{day}", SlotTable.day(day))
                .replace("{stale_before}", SlotTable.day(before));
    }

    private static Sums of(Map<String, Sums> into, Slot slot) {
        return Objects.requireNonNull(into.get(slot.key()));
    }
}
