package org.koploper.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.Metric;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may hide their name on boards, and from whom it is hidden. */
abstract class BoardNamesContract extends TwoTeams {

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
