package org.koploper.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.koploper.access.SystemOnly;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;
import org.koploper.storage.Once;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** On how many working days people were there, or will be: for everybody at once. */
@Service
public class Presence {

    private final JdbcClient jdbc;
    private final WorkCalendars calendars;

    Presence(JdbcClient jdbc, WorkCalendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    /** For questions about periods inside this one. The number of statements depends on the number of countries only. */
    @SystemOnly
    @Transactional(readOnly = true)
    public Present over(Period period) {
        return Once.read(new Over(period), () -> read(period));
    }

    private Present read(Period period) {
        Map<Long, Stretches> people = new HashMap<>();
        Map<String, WorkingDays> byCountry = new HashMap<>();
        // all employments: somebody whose only one ended before the period was not there
        read("employments s", "", period, people, byCountry, false);
        read("absences s", "where s.from_day <= :to and s.to_day >= :from", period, people, byCountry, true);
        return new Present(people);
    }

    private void read(
            String table,
            String condition,
            Period period,
            Map<Long, Stretches> people,
            Map<String, WorkingDays> byCountry,
            boolean absent) {
        jdbc.sql("select s.person_id, s.from_day, s.to_day, coalesce(p.country, o.country) as country from " + table
                        + " join persons p on p.id = s.person_id join organisation o on o.id = 1 " + condition)
                .param("from", period.from())
                .param("to", period.to())
                .query((row, number) -> {
                    LocalDate to = row.getObject("to_day", LocalDate.class);
                    return new Stretch(
                            row.getLong("person_id"),
                            row.getString("country"),
                            new Period(row.getObject("from_day", LocalDate.class), to == null ? Days.FOREVER : to));
                })
                .list()
                .forEach(stretch -> {
                    Stretches own = people.computeIfAbsent(
                            stretch.person(),
                            person -> new Stretches(
                                    byCountry.computeIfAbsent(stretch.country(), calendars::in),
                                    new ArrayList<>(),
                                    new ArrayList<>()));
                    (absent ? own.absent() : own.employed()).add(stretch.days());
                });
    }

    private record Over(Period period) {}

    private record Stretch(long person, String country, Period days) {}

    private record Stretches(WorkingDays working, List<Period> employed, List<Period> absent) {

        int in(Period period) {
            List<Period> there = employed.isEmpty()
                    ? List.of(period)
                    : employed.stream()
                            .flatMap(stretch -> stretch.intersect(period).stream())
                            .toList();
            return (int) there.stream()
                    .flatMap(stretch -> stretch.from().datesUntil(stretch.to().plusDays(1)))
                    .distinct()
                    .filter(working::isWorkingDay)
                    .filter(day -> absent.stream().noneMatch(absence -> absence.contains(day)))
                    .count();
        }
    }

    /** Who was there when. */
    public static final class Present {

        private final Map<Long, Stretches> people;

        private Present(Map<Long, Stretches> people) {
            this.people = people;
        }

        /**
         * Working days of that period in employment and without absence; a part-timer's day counts as one. Empty for whom
         * the books hold neither employment nor absence: that person was there always.
         */
        public OptionalInt in(long person, Period period) {
            Stretches own = people.get(person);
            return own == null ? OptionalInt.empty() : OptionalInt.of(own.in(period));
        }
    }
}
