package org.koploper.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;

/** Everybody has the own notices, and nobody those of somebody else. */
abstract class OwnNoticesContract extends NoticeScene {

    @Test
    void whatHappensToAnAccountIsToldToItsOwner() {
        PersonId admin = told("Admin");
        As.user(admin, Set.of(Role.ADMIN), () -> {
            accounts.give(an, Set.of(), Set.of(Role.REP), null);
            accounts.give(an, Set.of(Role.REP), Set.of(Role.REP), null);
            accounts.resetPassword(an, null);
            accounts.enable(an, false);
            return true;
        });

        assertThat(of(an))
                .extracting(Notice::sentence)
                .containsExactlyInAnyOrder("security-roles", "security-password", "security-locked");
        assertThat(of(admin)).isEmpty();
    }

    @Test
    void nobodyReadsOrMarksWhatIsForSomebodyElseWhateverTheirRole() {
        win(open);
        long id = of(an).getFirst().id();

        for (Role role : Role.values()) {
            Optional<Notice> seen = As.user(manager, Set.of(role), () -> notices.mark(id, true));
            assertThat(seen).as(role.name()).isEmpty();
        }
        assertThat(of(an)).noneMatch(Notice::read);
    }

    @Test
    void allAreMarkedAsReadAndThatIsTakenBackForThoseItWasDoneTo() {
        win(open);
        win(open(an));
        long first = of(an).getLast().id();
        As.user(an, Set.of(Role.REP), () -> notices.mark(first, true));
        var at = As.user(an, Set.of(Role.REP), notices::readAll).orElseThrow();
        assertThat(of(an)).allMatch(Notice::read);

        As.user(an, Set.of(Role.REP), () -> {
            notices.unreadAgain(at);
            return true;
        });
        assertThat(of(an)).filteredOn(Notice::read).extracting(Notice::id).containsExactly(first);
    }

    @Test
    void whoHasNoAccountIsNotTold() {
        PersonId nobody = sample.person("Nobody");
        sample.reportsTo(nobody, manager);
        win(open(nobody));

        assertThat(of(nobody)).isEmpty();
    }

    @Test
    void noticesGoAfterNinetyDays() {
        win(open);
        jdbc.sql("update notices set noticed_at = ? where person_id = ?")
                .params(Moments.utc(clock.instant().minus(NoticeJobs.KEPT).minus(Duration.ofMinutes(1))), an.value())
                .update();
        win(open(bo));

        rows.deleteOlderThan(clock.instant().minus(NoticeJobs.KEPT));

        assertThat(of(an)).isEmpty();
        assertThat(of(bo)).hasSize(1);
    }

    @Test
    void theMonthOfAWonDealIsKeptSoThatTheNoticeLeadsThere() {
        win(open);

        assertThat(of(an).getFirst().subject()).isEqualTo(YearMonth.of(2026, 3).toString());
    }

    @OnHsqldb
    static class OnHsqldbTest extends OwnNoticesContract {}

    @OnPostgres
    static class OnPostgresTest extends OwnNoticesContract {}
}
