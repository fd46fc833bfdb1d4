package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koploper.testing.Taken.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.Directory;
import org.koploper.people.PeopleSearch;
import org.koploper.people.PersonRef;
import org.koploper.records.RecordDesk;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordShelf;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Taken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** What the command palette can find: people, customers and deals, each only by who may know of them. */
abstract class SearchContract {

    @Autowired
    PeopleSearch people;

    @Autowired
    RecordShelf customers;

    @Autowired
    DealDesk deals;

    @Autowired
    RecordDesk desk;

    @Autowired
    Directory directory;

    @Autowired
    Ids ids;

    String x;

    @BeforeEach
    void aTeamWithARepAndOneElsewhere() {
        x = "S" + ids.next() + "-";
        Taken.of(
                desk,
                ids,
                "people",
                row("externalId", x + "ann", "name", x + "Ann", "manager", x + "lead"),
                row("externalId", x + "lead", "name", x + "Lead", "manager", x + "head"),
                row("externalId", x + "head", "name", x + "Head"),
                row("externalId", x + "far", "name", x + "Far"));
        Taken.of(
                desk,
                ids,
                "customers",
                row("externalId", x + "own", "name", x + "100% Hout_Werken!"),
                row("externalId", x + "foreign", "name", x + "100X HoutYWerkenZ"),
                row("externalId", x + "none", "name", x + "Without deals"));
        Taken.of(desk, ids, "deals", deal("ann", "own", null), deal("far", "foreign", null), deal("lead", "own", null));
    }

    private Map<String, @Nullable Object> deal(String owner, String customer, @Nullable String splits) {
        return row(
                "externalId",
                x + "D-" + owner,
                "name",
                x + "Deal of " + owner,
                "customer",
                x + customer,
                "owner",
                x + owner,
                "stage",
                "engaging",
                "engagedOn",
                LocalDate.of(2026, 2, 10),
                "value",
                new BigDecimal("1000"),
                "currency",
                "EUR",
                "splits",
                splits);
    }

    private PersonId id(String name) {
        return Caller.asSystem(() -> directory.personByExternalId(x + name))
                .orElseThrow()
                .id();
    }

    private List<String> peopleFoundBy(@Nullable String name, Role role, String words) {
        return As.user(name == null ? null : id(name), Set.of(role), () -> people.find(x + words, 8)).stream()
                .map(PersonRef::externalId)
                .map(found -> found.substring(x.length()))
                .toList();
    }

    private List<String> customersFoundBy(@Nullable String name, Role role, String words) {
        return As.user(
                        name == null ? null : id(name),
                        Set.of(role),
                        () -> customers.choices("customers", x + words, 0, 8))
                .stream()
                .map(found -> found.externalId().substring(x.length()))
                .toList();
    }

    @Test
    void peopleAreFoundByThemselvesByThoseAboveAndByWhoMaySeeEverybody() {
        assertThat(peopleFoundBy("ann", Role.REP, "")).containsExactly("ann");
        assertThat(peopleFoundBy("lead", Role.MANAGER, "")).containsExactly("ann", "lead");
        assertThat(peopleFoundBy("head", Role.MANAGER, "")).containsExactly("ann", "head", "lead");
        assertThat(peopleFoundBy("far", Role.MANAGER, "")).containsExactly("far");
        for (Role role : List.of(Role.FINANCE, Role.HR, Role.ADMIN)) {
            assertThat(peopleFoundBy("far", role, "")).containsExactly("ann", "far", "head", "lead");
        }
        assertThatThrownBy(() -> people.find(x, 8)).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void customersAreFoundByEverybodyWhoSellsAndByNobodyElse() {
        for (Role role : List.of(Role.REP, Role.MANAGER, Role.FINANCE, Role.ADMIN)) {
            assertThat(customersFoundBy("ann", role, "")).containsExactlyInAnyOrder("own", "foreign", "none");
        }
        assertThat(customersFoundBy("ann", Role.HR, "")).isEmpty();
        assertThat(customersFoundBy(null, Role.HR, "")).isEmpty();
        assertThatThrownBy(() -> customers.choices("customers", x, 0, 8))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void whatIsFoundIsWhatTheListShows() {
        for (Role role : Role.values()) {
            for (String word : List.of("", "own", "HOUT", "nothing")) {
                RecordQuery asked = new RecordQuery(x + word, Map.of(), "name", false, 0, 8);
                List<String> listed =
                        As.user(id("ann"), Set.of(role), () -> customers.page("customers", asked)).stream()
                                .map(row -> row.externalId().substring(x.length()))
                                .toList();
                assertThat(customersFoundBy("ann", role, word))
                        .as(role + " " + word)
                        .isEqualTo(listed);
            }
        }
    }

    @Test
    void aForeignDealIsNotThereEvenForWhoKnowsItsIdAndSeesItsCustomer() {
        assertThat(As.user(id("ann"), Set.of(Role.REP), () -> customers.choice("customers", x + "foreign")))
                .isPresent();
        assertThat(As.user(id("ann"), Set.of(Role.REP), () -> deals.find(x + "D-far")))
                .isEmpty();
    }

    @Test
    void wildcardsMeanThemselves() {
        assertThat(customersFoundBy("far", Role.ADMIN, "100%")).containsExactly("own");
        assertThat(customersFoundBy("far", Role.ADMIN, "100% hout_werken!")).containsExactly("own");
        assertThat(customersFoundBy("far", Role.ADMIN, "%")).isEmpty();
        assertThat(customersFoundBy("far", Role.ADMIN, "100_")).isEmpty();
        assertThat(peopleFoundBy("far", Role.ADMIN, "%")).isEmpty();
        assertThat(peopleFoundBy("far", Role.ADMIN, "An_")).isEmpty();
        assertThat(peopleFoundBy("far", Role.ADMIN, "!")).isEmpty();
    }

    @Test
    void theCaseOfTheLettersDoesNotMatter() {
        assertThat(peopleFoundBy("ann", Role.REP, "ANN")).containsExactly("ann");
        assertThat(As.user(id("ann"), Set.of(Role.REP), () -> people.find(x.toLowerCase(Locale.ROOT) + "aNN", 8)))
                .hasSize(1);
        assertThat(customersFoundBy("ann", Role.REP, "100% HOUT")).containsExactly("own");
    }

    @Test
    void noMoreComesThanIsAskedFor() {
        assertThat(As.user(null, Set.of(Role.ADMIN), () -> people.find(x, 2))).hasSize(2);
        assertThat(As.user(null, Set.of(Role.ADMIN), () -> customers.choices("customers", x, 0, 2)))
                .hasSize(2);
    }

    @OnHsqldb
    static class OnHsqldbTest extends SearchContract {}

    @OnPostgres
    static class OnPostgresTest extends SearchContract {}
}
