package org.koploper.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.OnlyLooking;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.notice.Notice;
import org.koploper.notice.NoticeKind;
import org.koploper.notice.NoticeWords;
import org.koploper.notice.Notices;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Kudos between colleagues: who gives them to whom, how often, who reads of them, and what is left after an undo. */
abstract class KudosContract extends TwoTeams {

    @Autowired
    Kudos kudos;

    @Autowired
    BoardNames names;

    @Autowired
    Notices notices;

    @Autowired
    NoticeWords words;

    @Autowired
    Clock clock;

    @BeforeEach
    void accounts() {
        account(anna, Role.REP);
        account(bram, Role.REP);
    }

    @AfterEach
    void everybodyByName() {
        as(carl, Role.HR, () -> {
            names.allowHiding(false);
            return true;
        });
    }

    @Test
    void whoGetsThemIsToldAndTheTeamReadsOfThem() {
        give(bram, anna);

        assertThat(told(anna)).containsExactly("Bram gave you kudos.");
        assertThat(told(bram)).isEmpty();
        assertThat(newest(carl, west)).containsExactly("Bram > Anna");
        assertThat(newest(carl, office)).containsExactly("Bram > Anna");
        assertThat(newest(carl, east)).isEmpty();
        assertThat(recorded(anna)).containsExactly("kudos.given");
    }

    @Test
    void theyAreGivenOnceADayToEach() {
        give(bram, anna);
        give(bram, anna);
        give(carl, anna);
        give(bram, carl);

        assertThat(newest(anna, office)).containsExactlyInAnyOrder("Bram > Anna", "Carl > Anna", "Bram > Carl");
        assertThat(told(anna)).hasSize(2);
        assertThat(as(bram, Role.REP, () -> kudos.gaveToday(anna))).isTrue();
        assertThat(as(anna, Role.REP, () -> kudos.gaveToday(bram))).isFalse();

        jdbc.sql("update kudos set given_on = :before where giver_id = :bram and receiver_id = :anna")
                .param("before", LocalDate.now(clock).minusDays(1))
                .param("bram", bram.value())
                .param("anna", anna.value())
                .update();
        assertThat(as(bram, Role.REP, () -> kudos.gaveToday(anna))).isFalse();
        give(bram, anna);
        assertThat(told(anna)).hasSize(3);
    }

    @Test
    void takenBackNobodyReadsOfThemAnyMore() {
        give(bram, anna);
        as(bram, Role.REP, () -> {
            kudos.takeBack(anna);
            kudos.takeBack(anna);
            return true;
        });

        assertThat(newest(carl, office)).isEmpty();
        assertThat(told(anna)).isEmpty();
        assertThat(recorded(anna)).containsExactly("kudos.given", "kudos.taken-back");
        give(bram, anna);
        assertThat(told(anna)).hasSize(1);
    }

    @Test
    void nobodyGivesThemToThemselvesToNobodyOrToWhoHidesTheName() {
        hide(anna);

        assertRefused(bram, bram);
        assertRefused(bram, new PersonId(-1));
        assertRefused(bram, anna);
        PersonId manager = sample.person("Mia");
        sample.reportsTo(anna, manager);
        give(manager, anna);
        assertThat(newest(carl, office)).as("to others").isEmpty();
        assertThat(newest(anna, office)).containsExactly("Mia > Anna");
    }

    @Test
    void whoHidesTheNameGivesThemWithoutIt() {
        hide(bram);
        give(bram, anna);

        assertThat(told(anna)).containsExactly("An anonymous colleague gave you kudos.");
        assertThat(bell(anna).getFirst().actor()).isNull();
        assertThat(newest(anna, office)).containsExactly("null > Anna");
        assertThat(newest(bram, office)).containsExactly("Bram > Anna");
    }

    @Test
    void whoOnlyLooksAsSomebodyGivesNone() {
        PersonId administrator = sample.person("Administrator");
        assertThatThrownBy(() -> As.looking(administrator, Set.of(Role.ADMIN), bram, Set.of(Role.REP), () -> {
                    kudos.give(anna);
                    return true;
                }))
                .isInstanceOf(OnlyLooking.class);
        assertThat(told(anna)).isEmpty();
    }

    @Test
    void theNewestAreReadWithTheSameStatementsHoweverManyThereAre() {
        give(bram, anna);
        int few = Statements.of(() -> newest(carl, office));
        for (int i = 0; i < 8; i++) {
            give(member("Giver " + i, west), anna);
        }

        assertThat(Statements.of(() -> newest(carl, office))).isEqualTo(few);
        assertThat(newest(carl, office)).hasSize(5);
    }

    private void give(PersonId giver, PersonId receiver) {
        String name = jdbc.sql("select name from persons where id = ?")
                .param(giver.value())
                .query(String.class)
                .single();
        As.named(giver, name, Set.of(Role.REP), () -> {
            kudos.give(receiver);
            return true;
        });
    }

    private void assertRefused(PersonId giver, PersonId receiver) {
        assertThatThrownBy(() -> give(giver, receiver)).isInstanceOf(AccessDeniedException.class);
    }

    private void hide(PersonId person) {
        as(carl, Role.HR, () -> {
            names.allowHiding(true);
            return true;
        });
        as(person, Role.REP, () -> {
            names.hideMe(true);
            return true;
        });
    }

    private List<String> newest(PersonId reader, TeamId team) {
        Period month = Period.month(YearMonth.now(clock).atDay(1));
        Period both = new Period(month.from().minusMonths(1), month.to());
        return as(reader, Role.REP, () -> kudos.newest(team, both, 5)).stream()
                .map(given -> given.giver() + " > " + given.receiver())
                .toList();
    }

    private List<Notice> bell(PersonId person) {
        return as(person, Role.REP, () -> notices.bell(20)).newest().stream()
                .filter(notice -> notice.kind() == NoticeKind.KUDOS)
                .toList();
    }

    private List<String> told(PersonId person) {
        return bell(person).stream()
                .map(notice -> words.sentence(notice, Locale.UK))
                .toList();
    }

    private List<String> recorded(PersonId receiver) {
        return jdbc.sql("select action from audit_records where action like 'kudos.%' and object_ref = :receiver"
                        + " order by recorded_at, id")
                .param("receiver", receiver.toString())
                .query(String.class)
                .list();
    }

    private static <T> T as(PersonId person, Role role, Supplier<T> work) {
        return As.user(person, Set.of(role), work);
    }

    @OnHsqldb
    static class OnHsqldbTest extends KudosContract {}

    @OnPostgres
    static class OnPostgresTest extends KudosContract {}
}
