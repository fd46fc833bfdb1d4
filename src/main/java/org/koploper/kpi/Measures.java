package org.koploper.kpi;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.access.SignedInOnly;
import org.koploper.money.Decimals;
import org.koploper.people.Organisation;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.sales.RateTable;
import org.koploper.sales.RateTables;
import org.koploper.storage.Once;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Reads the daily totals: grouped in the database, amounts of other currencies converted at the rate of their own day.
 * A constant number of statements whatever the number of people.
 */
@Service
public class Measures {

    private static final String TOGETHER = "0";

    private static final String MEMBERSHIP_OF_THE_DAY = " join memberships m on m.person_id = t.person_id"
            + " and m.from_day <= t.total_day and (m.to_day is null or m.to_day >= t.total_day)";

    /** A rate belongs to a day, so what needs one to come into the organisation's currency is never summed over days. */
    private static final String DAY_WHERE_IT_MATTERS =
            "case when t.currency in (o.currency, 'XXX') then null else t.total_day end";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final RateTables rateTables;

    Measures(JdbcClient jdbc, Organisation organisation, RateTables rateTables) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.rateTables = rateTables;
    }

    /**
     * Sums per person.
     *
     * @param teams only what was sold while a member of one of these; null: everything, also outside teams
     * @param byDay whether every day is wanted
     */
    @SignedInOnly
    public Tallies byPerson(Period period, @Nullable Collection<TeamId> teams, boolean byDay) {
        return read(new Question("t.person_id", period, teams, null, byDay), organisationsCurrency());
    }

    /** Sums per team, of its members on the day of each sale, without the teams below it. */
    @SignedInOnly
    public Tallies byTeam(Period period, boolean byDay) {
        return read(new Question("m.team_id", period, null, null, byDay), organisationsCurrency());
    }

    /** One person by day, under the id 0. */
    Tallies person(PersonId person, Period period, @Nullable String into) {
        return people(List.of(person), period, into);
    }

    /** These people together by day, under the id 0. */
    Tallies people(Collection<PersonId> people, Period period, @Nullable String into) {
        return read(new Question(TOGETHER, period, null, people, true), into);
    }

    /** Each of these people as {@link #person} reads one; who has nothing is absent. */
    Map<Long, Tallies> each(Collection<PersonId> people, Period period, @Nullable String into) {
        if (people.isEmpty()) {
            return Map.of();
        }
        List<TallySum> sums = sums(new Question("t.person_id", period, null, people, true));
        RateTable rates = rates(sums, into, period.to());
        Map<Long, Tallies> each = new HashMap<>();
        sums.stream()
                .collect(Collectors.groupingBy(TallySum::subject))
                .forEach((person, own) -> each.put(
                        person,
                        TallySum.tallies(own.stream().map(TallySum::together).toList(), rates, into)));
        return each;
    }

    /** These teams together by day, under the id 0. */
    Tallies together(Collection<TeamId> teams, Period period, @Nullable String into) {
        return read(new Question(TOGETHER, period, teams, null, true), into);
    }

    /** The whole organisation by day, under the id 0. */
    Tallies everybody(Period period, @Nullable String into) {
        return read(new Question(TOGETHER, period, null, null, true), into);
    }

    /**
     * What one person, some teams or everybody sold by day.
     *
     * @param person null for teams and everybody
     * @param teams null for a person and everybody
     * @param into currency of the revenue; null where the organisation has none yet
     */
    record Of(
            @Nullable PersonId person,
            @Nullable Set<TeamId> teams,
            Period period,
            @Nullable String into) {

        boolean isAlike(Of other) {
            return (person == null) == (other.person == null) && (teams == null) == (other.teams == null);
        }

        Stream<Long> subjects() {
            return person != null
                    ? Stream.of(person.value())
                    : teams == null ? Stream.of(0L) : teams.stream().map(TeamId::value);
        }
    }

    /** Each of them under the id 0, in their order: three statements, and one for the rates into each currency. */
    List<Tallies> each(List<Of> all) {
        Map<Of, List<TallySum>> sums = new HashMap<>();
        for (Of first : all) {
            if (!sums.containsKey(first)) {
                List<Of> alike = all.stream().filter(first::isAlike).toList();
                Map<Long, List<TallySum>> read =
                        sums(question(alike)).stream().collect(Collectors.groupingBy(TallySum::subject));
                alike.forEach(one -> sums.put(
                        one,
                        one.subjects()
                                .flatMap(subject -> read.getOrDefault(subject, List.of()).stream())
                                .filter(sum -> one.period().contains(sum.day()))
                                .map(TallySum::together)
                                .toList()));
            }
        }
        Map<Optional<String>, Optional<RateTable>> rates = new HashMap<>();
        return all.stream()
                .map(one -> TallySum.tallies(
                        Objects.requireNonNull(sums.get(one)),
                        rates.computeIfAbsent(
                                        Optional.ofNullable(one.into()),
                                        into -> into.map(currency -> ratesOf(all, sums, currency)))
                                .orElse(null),
                        one.into()))
                .toList();
    }

    private @Nullable RateTable ratesOf(List<Of> all, Map<Of, List<TallySum>> sums, String into) {
        List<Of> theirs = all.stream().filter(one -> into.equals(one.into())).toList();
        return rates(
                theirs.stream()
                        .flatMap(one -> Objects.requireNonNull(sums.get(one)).stream())
                        .toList(),
                into,
                last(theirs));
    }

    private static Question question(List<Of> alike) {
        Period period = new Period(
                alike.stream()
                        .map(one -> one.period().from())
                        .min(LocalDate::compareTo)
                        .orElseThrow(),
                last(alike));
        Of first = alike.getFirst();
        Set<Long> subjects = alike.stream().flatMap(Of::subjects).collect(Collectors.toSet());
        if (first.person() != null) {
            List<PersonId> people = subjects.stream().map(PersonId::new).toList();
            return new Question("t.person_id", period, null, people, true);
        }
        if (first.teams() != null) {
            List<TeamId> teams = subjects.stream().map(TeamId::new).toList();
            return new Question("m.team_id", period, teams, null, true);
        }
        return new Question(TOGETHER, period, null, null, true);
    }

    private static LocalDate last(List<Of> all) {
        return all.stream()
                .map(one -> one.period().to())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    @Nullable
    String organisationsCurrency() {
        return organisation.currency().map(Object::toString).orElse(null);
    }

    private Tallies read(Question question, @Nullable String into) {
        if (question.asksNobody()) {
            return new Tallies(into, Map.of(), List.of());
        }
        List<TallySum> sums = sums(question);
        return TallySum.tallies(sums, rates(sums, into, question.period().to()), into);
    }

    private List<TallySum> sums(Question question) {
        return Once.read(question, () -> read(question));
    }

    private List<TallySum> read(Question question) {
        JdbcClient.StatementSpec statement = jdbc.sql(question.sql())
                .param("from", question.period().from())
                .param("to", question.period().to());
        if (question.teams() != null) {
            statement = statement.param(
                    "teams", question.teams().stream().map(TeamId::value).toList());
        }
        if (question.people() != null) {
            statement = statement.param(
                    "people", question.people().stream().map(PersonId::value).toList());
        }
        return statement
                .query((row, number) -> new TallySum(
                        row.getLong("subject"),
                        row.getString("measure"),
                        row.getString("currency"),
                        Objects.requireNonNullElse(
                                row.getObject("sum_day", LocalDate.class),
                                question.period().from()),
                        Decimals.canonical(row.getBigDecimal("amount"))))
                .list();
    }

    private @Nullable RateTable rates(List<TallySum> sums, @Nullable String into, LocalDate lastDay) {
        if (into == null) {
            return null;
        }
        List<String> foreign = sums.stream()
                .map(TallySum::currency)
                .filter(currency -> !currency.equals(into) && !currency.equals(Measure.NO_CURRENCY))
                .distinct()
                .toList();
        return rateTables.into(into, foreign, lastDay);
    }

    private record Question(
            String subject,
            Period period,
            @Nullable Collection<TeamId> teams,
            @Nullable Collection<PersonId> people,
            boolean byDay) {

        boolean asksNobody() {
            return teams != null && teams.isEmpty() || people != null && people.isEmpty();
        }

        String sql() {
            boolean membership = teams != null || subject.startsWith("m.");
            String day = byDay ? "t.total_day" : DAY_WHERE_IT_MATTERS;
            return "select " + subject + " as subject, t.measure, t.currency, " + day
                    + " as sum_day, sum(t.amount) as amount from daily_totals t"
                    + (byDay ? "" : " join organisation o on o.id = 1")
                    + (membership ? MEMBERSHIP_OF_THE_DAY : "")
                    + " where t.total_day between :from and :to"
                    + (teams == null ? "" : " and m.team_id in (:teams)")
                    + (people == null ? "" : " and t.person_id in (:people)")
                    + " group by " + (subject.equals(TOGETHER) ? "" : subject + ", ") + "t.measure, t.currency, " + day;
        }
    }
}
