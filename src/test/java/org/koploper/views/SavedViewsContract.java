package org.koploper.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.TeamId;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.koploper.views.ViewRefused.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who has which saved views, and who may change them. */
abstract class SavedViewsContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    SavedViews views;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    PersonId an;
    PersonId bo;
    PersonId cas;

    @BeforeEach
    void aTeamOfTwoAndOneElsewhere() {
        SalesSample sample = new SalesSample(context);
        TeamId team = sample.team("T" + ids.next(), null);
        an = sample.person("An");
        bo = sample.person("Bo");
        cas = sample.person("Cas");
        sample.member(an, team, "2020-01-01", null);
        sample.member(bo, team, "2020-01-01", null);
    }

    @Test
    void anOwnViewIsForOneselfAndForItsScreenOnly() {
        as(an, () -> views.save("deals", " Open ", "stage=quoted", false));

        assertThat(names(an)).containsExactly("Open");
        assertThat(as(an, () -> views.of("deals")).getFirst().query()).isEqualTo("stage=quoted");
        assertThat(names(bo)).isEmpty();
        assertThat(as(an, () -> views.of("accounts"))).isEmpty();
    }

    @Test
    void aSharedViewIsUsedByTheTeamAndChangedByItsMaker() {
        long id = as(an, () -> views.save("deals", "Ours", "q=x", true));

        assertThat(as(bo, () -> views.of("deals")))
                .containsExactly(new SavedView(id, "Ours", "q=x", false, "An", true));
        assertThat(names(cas)).isEmpty();
        assertThatThrownBy(() -> does(bo, () -> views.rename(id, "Mine"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> does(bo, () -> views.delete(id))).isInstanceOf(AccessDeniedException.class);

        does(an, () -> views.rename(id, "Theirs"));
        assertThat(names(bo)).containsExactly("Theirs");
        does(an, () -> views.delete(id));
        assertThat(names(bo)).isEmpty();
    }

    @Test
    void whoLeftTheTeamNoLongerSeesWhatItShares() {
        as(an, () -> views.save("deals", "Ours", "q=x", true));
        jdbc.sql("update memberships set to_day = date '2020-12-31' where person_id = :bo")
                .param("bo", bo.value())
                .update();

        assertThat(names(bo)).isEmpty();
    }

    @Test
    void whatIsNoNameIsRefused() {
        long id = as(an, () -> views.save("deals", "One", "q=1", false));
        as(an, () -> views.save("deals", "Two", "q=2", false));

        assertThat(refused(() -> views.save("deals", "  ", "", false))).isEqualTo(Reason.NAME_MISSING);
        assertThat(refused(() -> views.save("deals", "x".repeat(81), "", false)))
                .isEqualTo(Reason.NAME_TOO_LONG);
        assertThat(refused(() -> views.save("deals", "One", "", false))).isEqualTo(Reason.NAME_TAKEN);
        assertThat(refused(() -> views.save("deals", "Long", "x".repeat(2_001), false)))
                .isEqualTo(Reason.TOO_LONG);
        assertThat(refused(() -> {
                    views.rename(id, "Two");
                    return 0L;
                }))
                .isEqualTo(Reason.NAME_TAKEN);
        does(an, () -> views.rename(id, "One"));
        assertThat(names(an)).containsExactly("One", "Two");
        assertThat(catchThrowableOfType(ViewRefused.class, () -> as(cas, () -> views.save("deals", "Alone", "", true)))
                        .reason())
                .isEqualTo(Reason.NO_TEAM);
    }

    @Test
    void everyChangeLeavesOneRecord() {
        long id = as(an, () -> views.save("deals", "One", "q=1", false));
        does(an, () -> views.rename(id, "Two"));
        does(an, () -> views.delete(id));

        assertThat(jdbc.sql(
                                "select action from audit_records where object_kind = 'view' and object_ref = :id order by id")
                        .param("id", String.valueOf(id))
                        .query(String.class)
                        .list())
                .containsExactly("view.saved", "view.renamed", "view.deleted");
    }

    @Test
    void theyAreReadInOneStatementHoweverManyThereAre() {
        for (int i = 0; i < 20; i++) {
            String name = "View " + i;
            as(an, () -> views.save("deals", name, "q=1", true));
        }
        assertThat(Statements.of(() -> as(bo, () -> views.of("deals")))).isEqualTo(1);
    }

    private Reason refused(Supplier<Long> work) {
        return catchThrowableOfType(ViewRefused.class, () -> as(an, work)).reason();
    }

    private List<String> names(PersonId who) {
        return as(who, () -> views.of("deals")).stream().map(SavedView::name).toList();
    }

    private static <T> T as(PersonId who, Supplier<T> work) {
        return As.user(who, Set.of(Role.REP), work);
    }

    private static void does(PersonId who, Runnable work) {
        as(who, () -> {
            work.run();
            return true;
        });
    }

    @OnHsqldb
    static class OnHsqldbTest extends SavedViewsContract {}

    @OnPostgres
    static class OnPostgresTest extends SavedViewsContract {}
}
