package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
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
import org.koploper.storage.Once;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Boards and goals as a program sees them, on a day of its own. */
abstract class BoardsApiContract {

    private static final String DAYS = "from=2034-02-01&to=2034-02-28";

    @Autowired
    WebApplicationContext context;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Accounts accounts;

    MockMvc mvc;
    SalesSample sample;
    PersonId anna;
    PersonId bram;
    TeamId west;
    String home;

    @BeforeEach
    void setUp() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        sample = new SalesSample(context);
        home = sample.home();
        anna = sample.person("Anna");
        bram = sample.person("Bram");
        west = sample.team("West", null);
        sample.member(anna, west, "2034-01-01", "2034-02-28");
        sample.member(bram, west, "2034-01-01", "2034-02-28");
    }

    @Test
    void theBoardIsAListOfRanksWithExactDecimals() throws Exception {
        sell(anna, "10005534", "2034-02-03");
        sell(bram, "0.1234", "2034-02-03");
        sell(bram, "5", "2034-01-20");
        String first = "$[?(@.id=='" + sample.externalId(anna) + "')]";
        String second = "$[?(@.id=='" + sample.externalId(bram) + "')]";

        as(boards(), "/api/v1/leaderboard?metric=revenue&level=person&tie=shared&" + DAYS)
                .andExpect(status().isOk())
                .andExpect(jsonPath(first + ".rank", hasItem(1)))
                .andExpect(jsonPath(first + ".name", contains("Anna")))
                .andExpect(jsonPath(first + ".value", contains("10005534.00")))
                .andExpect(jsonPath(second + ".value", contains("0.1234")));
        as(boards(), "/api/v1/leaderboard?metric=deals&" + DAYS).andExpect(jsonPath(first + ".value", contains("1")));
        as(boards(), "/api/v1/leaderboard?metric=attainment&" + DAYS)
                .andExpect(jsonPath(first + ".rank", contains(nullValue())))
                .andExpect(jsonPath(first + ".value", contains(nullValue())));
        as(boards(), "/api/v1/leaderboard?metric=average-value&level=team&tie=first&" + DAYS)
                .andExpect(jsonPath("$[?(@.id=='" + sample.externalId(west) + "')].value", contains("5002767.0617")));
    }

    @Test
    void withoutDaysItIsTheCurrentMonth() throws Exception {
        as(boards(), "/api/v1/leaderboard")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$").isArray());
        as(boards(), "/api/v1/goals?scope=org")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$").isArray());
    }

    @ParameterizedTest(name = "{0} is refused for {1}")
    @CsvSource({
        "/api/v1/leaderboard?metric=pay, metric, unknown-code",
        "/api/v1/leaderboard?level=company, level, unknown-code",
        "/api/v1/leaderboard?tie=coin, tie, unknown-code",
        "/api/v1/leaderboard?from=2034-02-30&to=2034-03-01, from, not-a-date",
        "/api/v1/leaderboard?from=0001-01-01&to=2034-03-01, from, not-a-date",
        "/api/v1/leaderboard?from=2034-02-01, to, missing",
        "/api/v1/goals?scope=org&from=2034-02-02&to=2034-02-01, to, ends-before-start",
        "/api/v1/goals, scope, missing-parameter",
        "/api/v1/goals?scope=product:1, scope, unknown-code",
    })
    void wrongInputIsNamed(String url, String field, String code) throws Exception {
        as(boards(), url)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("invalid-parameter"))
                .andExpect(jsonPath("$.violations[0].field").value(field))
                .andExpect(jsonPath("$.violations[0].code").value(code));
    }

    @Test
    void noTokenIs401AndATokenWithoutTheScope403() throws Exception {
        for (String url : new String[] {"/api/v1/leaderboard", "/api/v1/goals?scope=org"}) {
            mvc.perform(get(url))
                    .andExpect(status().isUnauthorized())
                    .andExpect(jsonPath("$.code").value("unauthorized"));
            as("kp_unknown", url).andExpect(status().isUnauthorized());
            as(token(EnumSet.of(Scope.IMPORTS, Scope.STATEMENTS), null), url)
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("forbidden"));
        }
    }

    @Test
    void manyGoalsAreReadAsOftenAsOneOfEachKind() {
        String of = "/api/v1/goals?scope=team:" + sample.externalId(west) + "&" + DAYS;
        targets(1);
        int few = statements(of);
        targets(20);

        assertThat(statements(of)).isEqualTo(few);
    }

    private void targets(int each) {
        for (int i = 0; i < each; i++) {
            String from = LocalDate.of(2034, 2, 1).minusDays(i + each).toString();
            sample.target(null, west, from, "2034-02-20", "1000", home);
            sample.target(null, west, "NEW_LEADS", from, "2034-02-20", "1000", null);
            sample.target(null, west, "CHURN", from, "2034-02-20", "0.5", null);
        }
    }

    /** Of one request. */
    private int statements(String url) {
        return Statements.of(() -> {
            Once.open();
            try {
                as(boards(), url).andExpect(status().isOk());
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            } finally {
                Once.close();
            }
        });
    }

    @Test
    void goalsOfAPersonATeamAndTheOrganisationAreAnsweredAsAgreed() throws Exception {
        String id = sample.target(anna, null, "2034-02-01", "2034-02-28", "1000", home);
        sell(anna, "1250", "2034-02-03");

        as(boards(), "/api/v1/goals?scope=person:" + sample.externalId(anna) + "&" + DAYS)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].id").value(id))
                .andExpect(jsonPath("$[0].scope").value("person:" + sample.externalId(anna)))
                .andExpect(jsonPath("$[0].kpi").value("revenue"))
                .andExpect(jsonPath("$[0].reading").value("TOTAL"))
                .andExpect(jsonPath("$[0].from").value("2034-02-01"))
                .andExpect(jsonPath("$[0].to").value("2034-02-28"))
                .andExpect(jsonPath("$[0].baseline").value(nullValue()))
                .andExpect(jsonPath("$[0].target").value("1000.00"))
                .andExpect(jsonPath("$[0].value").value("1250.00"))
                .andExpect(jsonPath("$[0].expectedNow").value("0.00"))
                .andExpect(jsonPath("$[0].progress").value("1.25"))
                .andExpect(jsonPath("$[0].state").value("not-started"));
        as(boards(), "/api/v1/goals?scope=team:" + sample.externalId(west) + "&" + DAYS)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(0)));
    }

    @Test
    void aGoalThatIsWrittenAsARecordIsReadWithItsBaseline() throws Exception {
        String id = "GOAL-" + sample.externalId(west);
        mvc.perform(put("/api/v1/targets")
                        .header("Authorization", "Bearer " + token(EnumSet.of(Scope.IMPORTS), null))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                [{"externalId": "%s", "scope": "team", "team": "%s", "kpi": "deals", "reading": "level",
                                  "curve": "linear", "from": "2034-02-01", "to": "2034-04-30", "amount": "114",
                                  "baseline": "100", "baselineFrom": "2034-01-01", "baselineTo": "2034-01-31"}]""".formatted(id, sample.externalId(west))))
                .andExpect(status().isOk());

        as(boards(), "/api/v1/goals?scope=team:" + sample.externalId(west) + "&" + DAYS)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].id").value(id))
                .andExpect(jsonPath("$[0].kpi").value("deals"))
                .andExpect(jsonPath("$[0].reading").value("LEVEL"))
                .andExpect(jsonPath("$[0].baseline").value("100"))
                .andExpect(jsonPath("$[0].target").value("114"))
                .andExpect(jsonPath("$[0].value").value(nullValue()))
                .andExpect(jsonPath("$[0].expectedNow").value("100"))
                .andExpect(jsonPath("$[0].state").value("not-started"));
    }

    @ParameterizedTest(name = "{0}: {2} at {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'kpi': 'revenue', 'currency': 'EUR', 'reading': 'level'; baseline; goal-without-baseline",
                "'kpi': 'revenue', 'currency': 'EUR', 'reading': 'ratio-points'; reading; goal-reading-not-of-kpi",
                "'kpi': 'market-share', 'reading': 'ratio-points'; scope; goal-kpi-not-for-scope",
                "'kpi': 'more revenue'; kpi; unknown-code",
            })
    void aGoalThatIsNotSpecificOrNotMeasurableIsRefused(String said, String field, String code) throws Exception {
        mvc.perform(put("/api/v1/targets")
                        .header("Authorization", "Bearer " + token(EnumSet.of(Scope.IMPORTS), null))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                [{"externalId": "GOAL-X", "scope": "team", "team": "%s", "from": "2034-02-01",
                                  "to": "2034-04-30", "amount": "0.5", %s}]""".formatted(sample.externalId(west), said.replace('\'', '"'))))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.violations[?(@.code=='" + code + "')].field", hasItem("[0]." + field)));
    }

    @Test
    void unknownAndForeignPeopleAreTheSame404() throws Exception {
        account(anna, Role.REP);
        account(bram, Role.REP);
        String personal = token(EnumSet.of(Scope.BOARDS), bram);
        sample.target(anna, null, "2034-02-01", "2034-02-28", "1000", home);

        for (String scope :
                new String[] {"person:" + sample.externalId(anna), "person:nobody", "team:none", "customer:none"}) {
            as(personal, "/api/v1/goals?scope=" + scope + "&" + DAYS)
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("not-found"))
                    .andExpect(jsonPath("$.detail").value("There is nothing here."));
        }
        as(personal, "/api/v1/goals?scope=person:" + sample.externalId(bram) + "&" + DAYS)
                .andExpect(status().isOk());
        as(personal, "/api/v1/goals?scope=team:" + sample.externalId(west) + "&" + DAYS)
                .andExpect(status().isOk());
        as(personal, "/api/v1/leaderboard?" + DAYS).andExpect(status().isOk());
    }

    @Test
    void aManagersOwnTokenSeesThePeopleBelow() throws Exception {
        account(bram, Role.MANAGER);
        sample.reportsTo(anna, bram);
        sample.target(anna, null, "2034-02-01", "2034-02-28", "1000", home);

        as(token(EnumSet.of(Scope.BOARDS), bram), "/api/v1/goals?scope=person:" + sample.externalId(anna) + "&" + DAYS)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)));
    }

    private ResultActions as(String token, String url) throws Exception {
        return mvc.perform(get(url).header("Authorization", "Bearer " + token));
    }

    private String boards() {
        return token(EnumSet.of(Scope.BOARDS), null);
    }

    private String token(Set<Scope> scopes, @Nullable PersonId person) {
        return Caller.asSystem(() -> tokens.issue("test", scopes, person));
    }

    private void account(PersonId person, Role role) {
        Caller.asSystem(() -> accounts.open(person, "u" + person, "a long password", false, Set.of(role)));
    }

    private void sell(PersonId person, String value, String day) {
        sample.won(person, value, day);
        sample.changed(person, day);
    }

    @OnHsqldb
    static class OnHsqldbTest extends BoardsApiContract {}

    @OnPostgres
    static class OnPostgresTest extends BoardsApiContract {}
}
