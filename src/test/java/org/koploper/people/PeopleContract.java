package org.koploper.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koploper.testing.Taken.row;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.period.Period;
import org.koploper.records.Counts;
import org.koploper.records.RecordDesk;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Taken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** Who there is, who belongs where on which day, and who sees whom. */
abstract class PeopleContract {

    @Autowired
    RecordDesk desk;

    @Autowired
    Directory directory;

    @Autowired
    Reach reach;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    LocalDate today;
    String x;

    @BeforeEach
    void ownNames() {
        today = LocalDate.now(clock);
        x = "P" + ids.next() + "-";
    }

    @SafeVarargs
    private Taken people(Map<String, @Nullable Object>... rows) {
        return Taken.of(desk, ids, "people", rows);
    }

    private Map<String, @Nullable Object> person(String name, @Nullable String manager, @Nullable String team) {
        return row(
                "externalId",
                x + name,
                "name",
                x + name,
                "manager",
                manager == null ? null : x + manager,
                "team",
                team == null ? null : x + team);
    }

    private PersonId id(String name) {
        return system(() -> directory.personByExternalId(x + name))
                .orElseThrow()
                .id();
    }

    private static <T> T system(Supplier<T> work) {
        return Caller.asSystem(work);
    }

    @Test
    void managersOnEveryLevelSeePayAndOtherSeeNothing() {
        people(
                person("rep", "lead", "north"),
                person("lead", "head", null),
                person("head", null, null),
                person("other", "head", "south"));
        PersonId rep = id("rep");

        for (String above : new String[] {"rep", "lead", "head"}) {
            assertThat(As.user(id(above), Set.of(Role.REP), () -> reach.seesPay(rep)))
                    .as(above)
                    .isTrue();
        }
        assertThat(As.user(id("other"), Set.of(Role.REP, Role.MANAGER), () -> reach.seesPay(rep)))
                .isFalse();
        assertThat(As.user(id("rep"), Set.of(Role.REP), () -> reach.seesPay(id("lead"))))
                .isFalse();
        assertThat(As.user(null, Set.of(Role.FINANCE), () -> reach.seesPay(rep)))
                .isTrue();
        assertThat(As.user(null, Set.of(Role.HR, Role.ADMIN), () -> reach.seesPay(rep)))
                .isFalse();
        assertThat(As.user(null, Set.of(Role.HR), () -> reach.seesPerson(rep))).isTrue();
        assertThat(As.user(null, Set.of(), () -> reach.seesPerson(rep))).isFalse();
        assertThat(As.user(id("head"), Set.of(Role.MANAGER), () -> reach.manages(rep)))
                .isTrue();
        assertThat(As.user(id("rep"), Set.of(Role.REP), () -> reach.manages(rep)))
                .isFalse();
        assertThatThrownBy(() -> reach.seesPay(rep)).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void aMoveClosesWhatWasTheDayBeforeAndTakesEverybodyBelowAlong() {
        people(person("rep", "lead", "north"), person("lead", "old", null), person("old", null, null));

        Taken moved = people(person("lead", "new", null), person("rep", "lead", "south"), person("new", null, null));

        assertThat(moved.counts()).isEqualTo(new Counts(1, 2, 0, 0));
        assertThat(system(() -> directory.peopleBelow(id("old"), today.minusDays(1))))
                .extracting(PersonRef::name)
                .containsExactly(x + "lead", x + "rep");
        assertThat(system(() -> directory.peopleBelow(id("old"), today))).isEmpty();
        assertThat(system(() -> directory.peopleBelow(id("new"), today)))
                .extracting(PersonRef::name)
                .containsExactly(x + "lead", x + "rep");
        assertThat(As.user(id("old"), Set.of(Role.MANAGER), () -> reach.seesPay(id("rep"))))
                .isFalse();
        assertThat(system(() -> directory.teamOf(id("rep"), today.minusDays(1)))
                        .orElseThrow()
                        .name())
                .isEqualTo(x + "north");
        assertThat(system(() -> directory.teamOf(id("rep"), today))
                        .orElseThrow()
                        .name())
                .isEqualTo(x + "south");
    }

    @Test
    void theSamePeopleAgainChangeNothing() {
        Map<String, @Nullable Object> rep = person("rep", "lead", "north");
        rep.put("from", LocalDate.of(2024, 3, 1));
        rep.put("partTimeFactor", new BigDecimal("0.80"));
        rep.put("email", "rep@example.com");
        Map<String, @Nullable Object> full = person("full", "lead", "north");
        full.put("partTimeFactor", BigDecimal.ONE);
        full.put("from", null);

        assertThat(people(rep, full, person("lead", null, null)).counts()).isEqualTo(new Counts(3, 0, 0, 0));
        Taken again = people(person("lead", null, null), full, rep);

        assertThat(again.counts()).isEqualTo(new Counts(0, 0, 3, 0));
        assertThat(again.issues()).isEmpty();
    }

    @Test
    void anUnknownTeamAndManagerAreCreatedWithAWarning() {
        Taken taken = people(person("rep", "boss", "north"));

        assertThat(taken.counts()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(taken.issues())
                .containsExactlyInAnyOrder(
                        "2 manager created-reference? [" + x + "boss]", "2 team created-reference? [" + x + "north]");
        assertThat(system(() -> directory.managerOf(id("rep"), today))
                        .orElseThrow()
                        .name())
                .isEqualTo(x + "boss");
        assertThat(system(() -> directory.teamOf(id("rep"), LocalDate.of(2017, 3, 1))))
                .as("nobody said since when, so sales of the past count for the team")
                .isPresent();
    }

    @Test
    void theFirstTeamHoldsFromTheStartOfTheEmployment() {
        Map<String, @Nullable Object> rep = person("rep", null, "north");
        rep.put("from", LocalDate.of(2024, 3, 1));
        people(rep);

        assertThat(system(() -> directory.teamOf(id("rep"), LocalDate.of(2024, 2, 29))))
                .isEmpty();
        assertThat(system(() -> directory.teamOf(id("rep"), LocalDate.of(2024, 3, 1))))
                .isPresent();
    }

    @Test
    void aCircleOfManagersIsRefusedAtItsRows() {
        Taken taken = people(person("a", "b", null), person("b", "c", null), person("c", "a", null));

        assertThat(taken.counts().rejected()).isEqualTo(3);
        assertThat(taken.issues()).allSatisfy(issue -> assertThat(issue).contains("circular-reference"));
    }

    @Test
    void aCircleWithWhatIsThereAlreadyIsRefusedToo() {
        people(person("a", "b", null), person("b", null, null));

        Taken taken = people(person("b", "a", null));

        assertThat(taken.counts()).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(system(() -> directory.managerOf(id("b"), today))).isEmpty();
    }

    @Test
    void twoPeopleCanSwapPlaces() {
        people(person("a", "b", null), person("b", null, null));

        Taken taken = people(person("b", "a", null), person("a", null, null));

        assertThat(taken.issues()).isEmpty();
        assertThat(system(() -> directory.peopleBelow(id("a"), today)))
                .extracting(PersonRef::id)
                .containsExactly(id("b"));
        assertThat(system(() -> directory.peopleBelow(id("b"), today.minusDays(1))))
                .extracting(PersonRef::id)
                .containsExactly(id("a"));
    }

    @Test
    void teamsAreATreeWhateverTheOrderOfTheRows() {
        Taken.of(
                desk,
                ids,
                "teams",
                row("externalId", x + "c", "name", x + "child", "parent", x + "p"),
                row("externalId", x + "p", "name", x + "parent", "parent", null),
                row("externalId", x + "g", "name", x + "grandchild", "parent", x + "c"));
        TeamRef parent = system(() -> directory.teamByExternalId(x + "p")).orElseThrow();

        assertThat(system(() -> directory.below(parent.id()))).hasSize(3).contains(parent.id());
        assertThat(system(directory::teams).stream().map(TeamRef::name).filter(name -> name.startsWith(x)))
                .containsExactly(x + "parent", x + "child", x + "grandchild");
    }

    @Test
    void wrongFieldsAreNamed() {
        Map<String, @Nullable Object> wrong = person("rep", null, null);
        wrong.put("country", "ZZ");
        wrong.put("partTimeFactor", new BigDecimal("1.2"));
        wrong.put("from", LocalDate.of(2026, 2, 1));
        wrong.put("to", LocalDate.of(2026, 1, 1));

        assertThat(people(wrong).issues())
                .containsExactlyInAnyOrder(
                        "2 country unknown-country [ZZ]",
                        "2 partTimeFactor part-time-factor-out-of-range [1.2]",
                        "2 to ends-before-start [2026-01-01, 2026-02-01]");
    }

    @Test
    void exposureIsWorkingDaysTimesThePartTimeFactorWithoutAbsences() {
        Map<String, @Nullable Object> rep = person("rep", null, null);
        rep.put("from", LocalDate.of(2026, 3, 9));
        rep.put("partTimeFactor", new BigDecimal("0.5"));
        rep.put("country", "BE");
        people(rep);
        Taken.of(
                desk,
                ids,
                "absences",
                row(
                        "externalId",
                        x + "A",
                        "person",
                        x + "rep",
                        "kind",
                        "illness",
                        "from",
                        LocalDate.of(2026, 3, 16),
                        "to",
                        LocalDate.of(2026, 3, 17)));
        Period march = Period.month(LocalDate.of(2026, 3, 1));

        // 17 working days from 9 to 31 March, 2 of them ill, half time
        assertThat(system(() -> calendars.exposureDays(id("rep"), march))).isEqualByComparingTo("7.5");
        assertThat(As.user(id("rep"), Set.of(Role.REP), () -> calendars.exposureDays(id("rep"), march)))
                .isEqualByComparingTo("7.5");
        people(person("colleague", null, null));
        assertThatThrownBy(() ->
                        As.user(id("colleague"), Set.of(Role.REP), () -> calendars.exposureDays(id("rep"), march)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @OnHsqldb
    static class OnHsqldbTest extends PeopleContract {}

    @OnPostgres
    static class OnPostgresTest extends PeopleContract {}
}
