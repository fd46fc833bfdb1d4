package org.koploper.kpi;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.koploper.kpi.FactQuery.Whose;
import org.koploper.kpi.SumTables.PersonDay;
import org.koploper.kpi.SumTables.TeamDay;
import org.koploper.people.HouseCurrency;
import org.springframework.stereotype.Component;

/** Adds up what the members of teams did in a month, by team and day and by person, from the facts. */
@Component
class MemberSums {

    private final KpiSql sql;
    private final SumTables tables;
    private final HouseCurrency house;

    MemberSums(KpiSql sql, SumTables tables, HouseCurrency house) {
        this.sql = sql;
        this.tables = tables;
        this.house = house;
    }

    /** @param teams {@link TeamDays#NO_TEAM} among them for whoever is in none */
    void count(YearMonth month, Set<Long> teams) {
        Month counting = new Month(
                month, Objects.requireNonNullElse(house.code(), Measure.NO_CURRENCY), new HashMap<>(), new HashMap<>());
        Set<Long> named = new HashSet<>(teams);
        boolean outside = named.remove(TeamDays.NO_TEAM);
        for (FactSource source : FactSources.BY_DAY) {
            if (outside) {
                read(FactQuery.of(source, Whose.OF_NO_TEAM), Set.of(TeamDays.NO_TEAM), counting);
            }
            if (!named.isEmpty()) {
                read(FactQuery.of(source, Whose.OF_TEAMS), named, counting);
            }
        }
        tables.days(month, teams, false, counting.days());
        tables.persons(month, teams, counting.persons());
    }

    private void read(FactQuery query, Set<Long> teams, Month month) {
        sql.about(KpiScope.organisation(), query.sql())
                .param("teams", teams)
                .param("from", month.of().atDay(1))
                .param("to", month.of().atEndOfMonth())
                .param("after", month.of().plusMonths(1).atDay(1))
                .param("house", month.house())
                .query(row -> {
                    month.add(query, row);
                });
    }

    private record Month(YearMonth of, String house, Map<TeamDay, DaySum> days, Map<PersonDay, DaySum> persons) {

        void add(FactQuery query, ResultSet row) throws SQLException {
            String[] who = row.getString("subject").split(" ");
            long team = Long.parseLong(who[0]);
            long person = Long.parseLong(who[1]);
            int number = row.getInt("part");
            Integer part = row.wasNull() ? null : number;
            LocalDate day = row.getObject("on_day", LocalDate.class);
            for (int i = 0; i < query.columns().size(); i++) {
                BigDecimal amount = row.getBigDecimal("m" + i);
                if (amount != null && amount.signum() != 0) {
                    Measure measure = query.columns().get(i);
                    String currency = measure.needsRate() ? row.getString("currency") : house;
                    days.computeIfAbsent(new TeamDay(team, day, currency), key -> new DaySum())
                            .add(measure, part, amount);
                    // a rate belongs to a day
                    LocalDate kept = currency.equals(house) ? of.atDay(1) : day;
                    persons.computeIfAbsent(new PersonDay(team, person, kept, currency), key -> new DaySum())
                            .add(measure, part, amount);
                }
            }
        }
    }
}
