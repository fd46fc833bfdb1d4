package org.koploper.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.koploper.access.PersonId;
import org.koploper.access.SignedInOnly;
import org.koploper.access.SystemOnly;
import org.koploper.money.Decimals;
import org.koploper.period.HolidayCalendar;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;
import org.koploper.storage.Once;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Which days count as working days, for whom. Public holidays are known from 2000 up to and including 2049 for Belgium,
 * the Netherlands and England; elsewhere and at other times every day from Monday to Friday is one. The organisation's own closing days are none.
 */
@Service
public class WorkCalendars {

    private static final Period KNOWN = new Period(LocalDate.of(2000, 1, 1), LocalDate.of(2049, 12, 31));

    private static final Set<String> COUNTRIES =
            Set.copyOf(Arrays.stream(HolidayCalendar.values()).map(Enum::name).toList());

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Map<String, WorkingDays> calendars = new ConcurrentHashMap<>();

    WorkCalendars(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    /** The working days of that person's country; those of the organisation's where no country is said. */
    @SignedInOnly
    public WorkingDays of(PersonId person) {
        return jdbc.sql("select country from persons where id = :id and country is not null")
                .param("id", person.value())
                .query(String.class)
                .optional()
                .map(this::ofCountry)
                .orElseGet(this::ofOrganisation);
    }

    /** The working days of the organisation's country, for teams and for the whole. */
    @SignedInOnly
    public WorkingDays ofOrganisation() {
        return ofCountry(organisation.country());
    }

    /** The working days in that country, ISO 3166. */
    @SignedInOnly
    public WorkingDays in(String country) {
        return ofCountry(country);
    }

    /**
     * The days somebody was there to work: working days in employment times the part-time factor, without absences. Half
     * time in a month of 20 working days is 10. Somebody without any employment counts as employed full time always.
     *
     * @return zero or more, at most 4 decimals
     */
    @PreAuthorize("@reach.seesPerson(#person)")
    public BigDecimal exposureDays(PersonId person, Period period) {
        return Decimals.canonical(exposure(person, period).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The same day by day; a day on which the person was not there to work is absent. */
    @PreAuthorize("@reach.seesPerson(#person)")
    public NavigableMap<LocalDate, BigDecimal> exposure(PersonId person, Period period) {
        return exposures(Set.of(person), period).getOrDefault(person, new TreeMap<>());
    }

    /** The same for each of these people, in as many statements for a thousand as for one. */
    @SystemOnly
    public Map<PersonId, NavigableMap<LocalDate, BigDecimal>> exposures(Collection<PersonId> people, Period period) {
        List<Long> ids = people.stream().map(PersonId::value).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        return Once.read(new Exposed(ids, period), () -> Map.copyOf(exposuresOf(ids, period)));
    }

    private Map<PersonId, NavigableMap<LocalDate, BigDecimal>> exposuresOf(List<Long> ids, Period period) {
        Map<Long, WorkingDays> calendar = calendars(ids);
        Map<Long, List<Period>> absences = absences(ids, period);
        Map<Long, List<Employment>> employments = employments(ids);
        Map<PersonId, NavigableMap<LocalDate, BigDecimal>> exposures = new HashMap<>();
        for (long id : ids) {
            NavigableMap<LocalDate, BigDecimal> exposure = new TreeMap<>();
            WorkingDays days = calendar.get(id);
            if (days == null) {
                continue;
            }
            List<Period> absent = absences.getOrDefault(id, List.of());
            for (Employment employment : employments.getOrDefault(id, Employment.ALWAYS)) {
                employment
                        .days()
                        .intersect(period)
                        .ifPresent(employed -> employed.from()
                                .datesUntil(employed.to().plusDays(1))
                                .filter(days::isWorkingDay)
                                .filter(day -> absent.stream().noneMatch(absence -> absence.contains(day)))
                                .forEach(day -> exposure.merge(day, employment.factor(), BigDecimal::add)));
            }
            exposures.put(new PersonId(id), exposure);
        }
        return exposures;
    }

    /** Of each person's country; each country is read once. */
    private Map<Long, WorkingDays> calendars(List<Long> people) {
        Map<Long, String> countries = new HashMap<>();
        jdbc.sql("select id, country from persons where id in (:people)")
                .param("people", people)
                .query(row -> {
                    countries.put(row.getLong("id"), Objects.requireNonNullElse(row.getString("country"), ""));
                });
        Map<String, WorkingDays> read = new HashMap<>();
        countries
                .values()
                .forEach(country ->
                        read.computeIfAbsent(country, code -> code.isEmpty() ? ofOrganisation() : ofCountry(code)));
        Map<Long, WorkingDays> calendars = new HashMap<>();
        countries.forEach((person, country) -> calendars.put(person, Objects.requireNonNull(read.get(country))));
        return calendars;
    }

    private Map<Long, List<Period>> absences(List<Long> people, Period period) {
        Map<Long, List<Period>> absences = new HashMap<>();
        jdbc.sql("""
                select person_id, from_day, to_day from absences
                where person_id in (:people) and from_day <= :to and to_day >= :from
                """)
                .param("people", people)
                .param("from", period.from())
                .param("to", period.to())
                .query(row -> {
                    absences.computeIfAbsent(row.getLong("person_id"), person -> new ArrayList<>())
                            .add(new Period(
                                    row.getDate("from_day").toLocalDate(),
                                    row.getDate("to_day").toLocalDate()));
                });
        return absences;
    }

    private Map<Long, List<Employment>> employments(List<Long> people) {
        Map<Long, List<Employment>> employments = new HashMap<>();
        jdbc.sql("""
                select person_id, from_day, to_day, part_time_factor from employments
                where person_id in (:people)
                """).param("people", people).query(row -> {
            java.sql.Date to = row.getDate("to_day");
            employments
                    .computeIfAbsent(row.getLong("person_id"), person -> new ArrayList<>())
                    .add(new Employment(
                            new Period(
                                    row.getDate("from_day").toLocalDate(),
                                    to == null ? Days.FOREVER : to.toLocalDate()),
                            row.getBigDecimal("part_time_factor")));
        });
        return employments;
    }

    private WorkingDays ofCountry(String country) {
        return Once.read(new Country(country), () -> read(country));
    }

    private WorkingDays read(String country) {
        Set<LocalDate> closed =
                new HashSet<>(jdbc.sql("select closed_on from closing_days where country is null or country = :country")
                        .param("country", country)
                        .query(LocalDate.class)
                        .list());
        WorkingDays publicly = calendars.computeIfAbsent(
                country,
                code -> COUNTRIES.contains(code)
                        ? WorkingDays.in(HolidayCalendar.valueOf(code), KNOWN)
                        : new WorkingDays(Set.of()));
        if (closed.isEmpty()) {
            return publicly;
        }
        closed.addAll(publicly.holidays());
        return new WorkingDays(closed);
    }

    private record Exposed(List<Long> people, Period period) {}

    private record Country(String code) {}

    private record Employment(Period days, BigDecimal factor) {

        /** Of who has none. */
        static final List<Employment> ALWAYS =
                List.of(new Employment(new Period(Days.ALWAYS, Days.FOREVER), BigDecimal.ONE));
    }
}
