package org.koploper.api;

import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.access.Accounts;
import org.koploper.access.ApiTokens;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.people.TeamId;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Effort and result as a program reads them: the one week that everybody in the trade tells about. */
abstract class EffortApiContract {

    private static final String DAYS = "&from=2033-09-01&to=2033-09-30";

    @Autowired
    WebApplicationContext context;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Accounts accounts;

    MockMvc mvc;
    SalesSample sample;
    PersonId anna;
    TeamId west;

    @BeforeEach
    void setUp() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        sample = new SalesSample(context);
        anna = sample.person("Anna");
        west = sample.team("West", null);
        sample.member(anna, west, "2033-01-01", null);
        sample.week(anna, "2033-09-12", 108, 38, 9, 16, 3, 10, 432);
    }

    @Test
    void countsRatiosAndTheirRangesAreAnswered() throws Exception {
        as(boards(), person())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.scope").value("person:" + sample.externalId(anna)))
                .andExpect(jsonPath("$.people").value(1))
                .andExpect(jsonPath("$.weeks[0].week").value("2033-W37"))
                .andExpect(jsonPath("$.weeks[0].monday").value("2033-09-12"))
                .andExpect(jsonPath("$.weeks[0].days").value("5"))
                .andExpect(jsonPath("$.weeks[0].sums.calls").value(108))
                .andExpect(jsonPath("$.totals.unaccounted").value(0))
                .andExpect(jsonPath("$.totals.minutes").value(432))
                .andExpect(jsonPath("$.totals.agreed.part").value(9))
                .andExpect(jsonPath("$.totals.agreed.whole").value(38))
                .andExpect(jsonPath("$.totals.agreed.rate").value("0.236842"))
                .andExpect(jsonPath("$.totals.met.rate").value("0.083333"))
                .andExpect(jsonPath("$.totals.met.low").value("0.04446"))
                .andExpect(jsonPath("$.totals.met.high").value("0.150829"))
                .andExpect(jsonPath("$.totals.met.settled").value(false))
                .andExpect(jsonPath("$.required").value(nullValue()));
    }

    @Test
    void tenMeetingsNeed120CallsAnd166ToBeSureFourTimesOutOfFive() throws Exception {
        as(boards(), person() + "&target=10&certainty=0.8")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.required.byRate").value(120))
                .andExpect(jsonPath("$.required.low").value(67))
                .andExpect(jsonPath("$.required.high").value(225))
                .andExpect(jsonPath("$.required.calls").value(166))
                .andExpect(jsonPath("$.required.caution").value("weeks"));
        as(boards(), person() + "&target=10&certainty=0.9")
                .andExpect(jsonPath("$.required.calls").value(203));
        as(boards(), person() + "&target=10")
                .andExpect(jsonPath("$.required.certainty").value("0.8"));
    }

    @Test
    void aTeamIsTheSumByTheSum() throws Exception {
        PersonId bob = sample.person("Bob");
        sample.member(bob, west, "2033-01-01", null);
        sample.week(bob, "2033-09-12", 120, 30, 4, 6, 0, 20);
        as(boards(), "team:" + sample.externalId(west))
                .andExpect(jsonPath("$.people").value(2))
                .andExpect(jsonPath("$.totals.met.part").value(13))
                .andExpect(jsonPath("$.totals.met.whole").value(228))
                .andExpect(jsonPath("$.totals.minutes").value(432));
    }

    @Test
    void aFewHaveNoRateButTheReason() throws Exception {
        PersonId few = sample.person("Few");
        sample.week(few, "2033-09-12", 3, 4, 0, 0, 0, 0);
        as(boards(), "person:" + sample.externalId(few))
                .andExpect(jsonPath("$.totals.met.rate").value(nullValue()))
                .andExpect(jsonPath("$.totals.met.lack").value("few"))
                .andExpect(jsonPath("$.totals.reached.lack").value("more-than-all"))
                .andExpect(jsonPath("$.totals.reached.low").value(nullValue()))
                .andExpect(jsonPath("$.totals.unaccounted").value(4));
        as(boards(), "org&target=10").andExpect(status().isOk());
    }

    @ParameterizedTest(name = "{0} is refused for {1}")
    @CsvSource({
        "target=10, scope, missing-parameter",
        "scope=customer:1, scope, unknown-code",
        "scope=org&target=0, target, not-between",
        "scope=org&target=ten, target, not-between",
        "scope=org&target=501, target, not-between",
        "scope=org&target=10&certainty=1, certainty, not-between",
        "scope=org&certainty=.001, certainty, not-between",
        "scope=org&from=2033-09-02&to=2033-09-01, to, ends-before-start",
    })
    void wrongInputIsNamed(String query, String field, String code) throws Exception {
        mvc.perform(get("/api/v1/effort?" + query).header("Authorization", "Bearer " + boards()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.violations[0].field").value(field))
                .andExpect(jsonPath("$.violations[0].code").value(code));
    }

    @Test
    void aPersonalTokenReachesNoFurtherThanItsPerson() throws Exception {
        PersonId other = sample.person("Other");
        String own = token(EnumSet.of(Scope.BOARDS), anna, Role.REP);
        as(own, person()).andExpect(status().isOk());
        as(own, "person:" + sample.externalId(other)).andExpect(status().isNotFound());
        as(own, "person:nobody").andExpect(status().isNotFound());
        as(own, "team:" + sample.externalId(west)).andExpect(status().isNotFound());
        as(own, "org").andExpect(status().isNotFound());
    }

    @Test
    void aManagersTokenReadsThePartOfTheTeamThatIsBelow() throws Exception {
        PersonId mia = sample.person("Mia");
        PersonId bob = sample.person("Bob");
        sample.reportsTo(bob, mia);
        sample.member(bob, west, "2033-01-01", null);
        sample.week(bob, "2033-09-12", 120, 30, 4, 6, 0, 20);
        as(token(EnumSet.of(Scope.BOARDS), mia, Role.MANAGER), "team:" + sample.externalId(west))
                .andExpect(jsonPath("$.people").value(1))
                .andExpect(jsonPath("$.totals.calls").value(120));
    }

    @Test
    void withoutTheScopeItIsForbidden() throws Exception {
        as(token(EnumSet.of(Scope.IMPORTS, Scope.RECORDS, Scope.STATEMENTS), null), person())
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/effort?scope=org")).andExpect(status().isUnauthorized());
    }

    private String person() {
        return "person:" + sample.externalId(anna);
    }

    private ResultActions as(String token, String scope) throws Exception {
        return mvc.perform(get("/api/v1/effort?scope=" + scope + DAYS).header("Authorization", "Bearer " + token));
    }

    private String boards() {
        return token(EnumSet.of(Scope.BOARDS), null);
    }

    private String token(Set<Scope> scopes, @Nullable PersonId person, Role... roles) {
        return Caller.asSystem(() -> {
            if (person != null) {
                accounts.open(person, "u" + person, "a long password", false, Set.of(roles));
            }
            return tokens.issue("test", scopes, person);
        });
    }

    @OnHsqldb
    static class OnHsqldbTest extends EffortApiContract {}

    @OnPostgres
    static class OnPostgresTest extends EffortApiContract {}
}
