package org.koploper.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.Metric;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who may hide their name on boards, and from whom it is hidden. */
abstract class BoardNamesContract extends TwoTeams {

    @Autowired
    Wins wins;

    @Autowired
    BoardRivals rivals;

    @Autowired
    BoardNames names;

    @AfterEach
    void everybodyByName() {
        as(carl, Role.HR, () -> allow(false));
    }

    @Test
    void aHiddenNameKeepsItsPlaceAndLosesNameIdAndTeam() {
        sell(anna, "300", "2026-03-05");
        sell(bram, "200", "2026-03-05");
        as(carl, Role.HR, () -> allow(true));
        as(anna, Role.REP, () -> hide(true));

        Standing seenByBram = as(bram, Role.REP, this::revenue).standings().getFirst();

        assertThat(seenByBram.rank()).isEqualTo(1);
        assertThat(seenByBram.value()).isEqualByComparingTo("300");
        assertThat(seenByBram.name()).isNull();
        assertThat(seenByBram.externalId()).isNull();
        assertThat(seenByBram.team()).isNull();
        assertThat(seenByBram.self()).isFalse();
    }

    @Test
    void thePersonAndTheManagersAboveStillSeeWhoItIs() {
        PersonId manager = sample.person("Mia");
        sample.reportsTo(anna, manager);
        sell(anna, "300", "2026-03-05");
        as(carl, Role.HR, () -> allow(true));
        as(anna, Role.REP, () -> hide(true));

        assertThat(as(anna, Role.REP, this::revenue).standings().getFirst().name())
                .isEqualTo("Anna");
        assertThat(as(manager, Role.MANAGER, this::revenue)
                        .standings()
                        .getFirst()
                        .name())
                .isEqualTo("Anna");
        assertThat(as(carl, Role.MANAGER, this::revenue).standings().getFirst().name())
                .as("a manager of others")
                .isNull();
        assertThat(as(carl, Role.ADMIN, this::revenue).standings().getFirst().name())
                .isNull();
    }

    @Test
    void nobodyIsHiddenWhereTheOrganisationDoesNotAllowIt() {
        sell(anna, "300", "2026-03-05");
        as(anna, Role.REP, () -> hide(true));

        assertThat(as(bram, Role.REP, this::revenue).standings().getFirst().name())
                .isEqualTo("Anna");
    }

    @Test
    void aHiddenNameIsShownAgainWhenThePersonWantsIt() {
        sell(anna, "300", "2026-03-05");
        as(carl, Role.HR, () -> allow(true));
        as(anna, Role.REP, () -> hide(true));
        as(anna, Role.REP, () -> hide(true));
        as(anna, Role.REP, () -> hide(false));

        assertThat(as(bram, Role.REP, this::revenue).standings().getFirst().name())
                .isEqualTo("Anna");
    }

    @Test
    void theNewestWinsOfATeamAreItsMembersDayByDayAndAHiddenNameStaysHidden() {
        sell(anna, "300", "2026-03-05");
        sell(bram, "200", "2026-03-06");
        sell(carl, "100", "2026-03-07");
        sample.cancel(sample.won(bram, "50", "2026-02-01"), "2026-03-08");
        sample.changed(bram, "2026-02-01", "2026-03-08");
        as(carl, Role.HR, () -> allow(true));
        as(anna, Role.REP, () -> hide(true));

        List<Win> seen = as(bram, Role.REP, () -> wins.newest(west, MARCH, 5));
        assertThat(seen).extracting(Win::name).containsExactly("Bram", null);
        assertThat(seen).extracting(Win::self).containsExactly(true, false);
        assertThat(seen.getLast().revenue()).isEqualByComparingTo("300");
        assertThat(as(bram, Role.REP, () -> wins.newest(office, MARCH, 1)))
                .extracting(Win::name)
                .containsExactly("Carl");
    }

    @Test
    void aRivalIsKnownToNobodyButTheOneWhoChoseAndTheTrailDoesNotNameWhom() {
        as(anna, Role.REP, () -> choose(bram));

        assertThat(as(anna, Role.REP, rivals::mine)).contains(bram);
        for (PersonId other : List.of(bram, carl)) {
            assertThat(as(other, Role.ADMIN, rivals::mine)).isEmpty();
        }
        var record = jdbc.sql("select * from audit_records where action = 'boards.rival-chosen' and object_ref = :anna")
                .param("anna", anna.toString())
                .query()
                .singleRow();
        assertThat(record.values().stream().map(String::valueOf)).noneMatch(cell -> cell.contains(bram.toString()));
        as(anna, Role.REP, () -> choose(null));
        assertThat(as(anna, Role.REP, rivals::mine)).isEmpty();
    }

    @Test
    void nobodyComparesWithThemselvesOrWithWhoHidesTheName() {
        as(carl, Role.HR, () -> allow(true));
        as(bram, Role.REP, () -> hide(true));

        for (PersonId refused : List.of(anna, bram, new PersonId(999_999_999))) {
            assertThatThrownBy(() -> as(anna, Role.REP, () -> choose(refused)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        as(bram, Role.REP, () -> hide(false));
        as(anna, Role.REP, () -> choose(bram));
        as(bram, Role.REP, () -> hide(true));
        assertThat(as(anna, Role.REP, rivals::mine)).isEmpty();
    }

    private boolean choose(@Nullable PersonId rival) {
        rivals.choose(rival);
        return true;
    }

    private Board revenue() {
        return leaderboard.board(query(Metric.REVENUE, Level.PERSON, MARCH, office));
    }

    private boolean allow(boolean allowed) {
        names.allowHiding(allowed);
        return allowed;
    }

    private boolean hide(boolean hide) {
        names.hideMe(hide);
        return names.hidesMe();
    }

    private static <T> T as(PersonId person, Role role, Supplier<T> work) {
        return As.user(person, Set.of(role), work);
    }

    @OnHsqldb
    static class OnHsqldbTest extends BoardNamesContract {}

    @OnPostgres
    static class OnPostgresTest extends BoardNamesContract {}
}
