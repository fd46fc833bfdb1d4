package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Accounts;
import org.koploper.access.ApiTokens;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.commission.StatementCheck;
import org.koploper.people.Organisation;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

abstract class StatementsApiContract {

    @Autowired
    WebApplicationContext context;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    Plans plans;

    @Autowired
    Ids ids;

    @Autowired
    Organisation organisation;

    MockMvc mvc;
    SalesSample sales;
    PersonId rep;
    String ref = "";

    @BeforeEach
    void aRepWithASharedDeal() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        sales = new SalesSample(context);
        rep = sales.person("Jan Peeters");
        ref = sales.externalId(rep);
        PersonId other = sales.person("An");
        Caller.asSystem(() -> {
            PlanRef plan = plans.create("API-" + rep, "AM 2026", Currency.getInstance("EUR"));
            plans.addVersion(plan.id(), LocalDate.of(2026, 1, 1), null, """
                    {"components": [{"name": "Commission", "flat": {"rate": "0.055"}}]}
                    """);
            plans.assign(plan.id(), rep, LocalDate.of(2026, 1, 1), null);
        });
        long deal = sales.won(rep, "2500.01", "EUR", "2026-11-03");
        sales.share(deal, rep, "0.8");
        sales.share(deal, other, "0.2");
        sales.changed(rep, "2026-11-03");
    }

    @Test
    void aStatementIsAnsweredWithItsLinesAndReasons() throws Exception {
        statement(organisation(Scope.STATEMENTS), ref, "2026-11", null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.person").value(ref))
                .andExpect(jsonPath("$.period").value("2026-11"))
                .andExpect(jsonPath("$.currency").value("EUR"))
                .andExpect(jsonPath("$.state").value("open"))
                .andExpect(jsonPath("$.total").value("110.00"))
                .andExpect(jsonPath("$.plan.name").value("AM 2026"))
                .andExpect(jsonPath("$.lines.length()").value(2))
                .andExpect(jsonPath("$.lines[0].component").value("Commission"))
                .andExpect(jsonPath("$.lines[0].base").value("2000.008"))
                .andExpect(jsonPath("$.lines[0].rate").value("0.055"))
                .andExpect(jsonPath("$.lines[0].amount").value("110.00044"))
                .andExpect(jsonPath("$.lines[0].sentence").value("€110.00044 = 80% of €2,500.01 × 5.5%"))
                .andExpect(jsonPath("$.lines[0].reason.label").value("Commission on the deal"))
                .andExpect(jsonPath("$.lines[0].reason.code").value("commission-on-deal"))
                .andExpect(jsonPath("$.lines[0].reason.formula").value("€2,000.008 × 5.5%"))
                .andExpect(jsonPath("$.lines[0].reason.result").value("110.00044"))
                .andExpect(jsonPath("$.lines[0].reason.operands[0].operands[1].result")
                        .value("0.8"))
                .andExpect(jsonPath("$.lines[1].deal").value(nullValue()))
                .andExpect(jsonPath("$.lines[1].amount").value("-0.00044"));
    }

    @Test
    void whatIsAnsweredCanBeComputedAgainWithoutTheProduct() throws Exception {
        String answer = statement(organisation(Scope.STATEMENTS), ref, "2026-11", null)
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        StatementCheck.Found found = StatementCheck.of(answer);

        assertThat(found.faults()).isEmpty();
        assertThat(found.total()).isEqualTo("110.00 EUR");
        assertThat(found.lines()).isEqualTo(2);
        assertThat(StatementCheck.of(answer.replace("110.00044", "111.00044")).faults())
                .isNotEmpty();
    }

    @Test
    void dutchReadersGetDutchWordsAndTheSameNumbers() throws Exception {
        statement(organisation(Scope.STATEMENTS), ref, "2026-11", "fr, nl-BE;q=0.8, en;q=0.5")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lines[0].reason.label").value("Commissie op de deal"))
                .andExpect(jsonPath("$.lines[0].reason.code").value("commission-on-deal"))
                .andExpect(jsonPath("$.lines[0].amount").value("110.00044"));
    }

    @Test
    void aMonthWithoutDealsIsEmptyAndSaysWhy() throws Exception {
        statement(organisation(Scope.STATEMENTS), ref, "2026-12", null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value("0.00"))
                .andExpect(jsonPath("$.lines.length()").value(0))
                .andExpect(jsonPath("$.empty.code").value("nothing-credited"));
        statement(organisation(Scope.STATEMENTS), ref, "2025-12", null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.empty.code").value("no-plan"));
    }

    @Test
    void theOwnerAndTheManagerGetItAndAColleagueIsToldThereIsNobody() throws Exception {
        PersonId manager = sales.person("Manager");
        PersonId colleague = sales.person("Colleague");
        sales.reportsTo(rep, manager);

        statement(personal(rep, Role.REP), ref, "2026-11", null).andExpect(status().isOk());
        statement(personal(manager, Role.MANAGER), ref, "2026-11", null).andExpect(status().isOk());
        String foreign = statement(personal(colleague, Role.REP), ref, "2026-11", null)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("not-found"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String unknown = statement(personal(sales.person("Other"), Role.REP), "nobody-" + ref, "2026-11", null)
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(foreign.replace(ref, "X"))
                .as("no hint that there is such a person")
                .isEqualTo(unknown.replace("nobody-" + ref, "X"));
    }

    @Test
    void administrationAndHumanResourcesGetNothing() throws Exception {
        for (Role role : Set.of(Role.ADMIN, Role.HR)) {
            statement(personal(sales.person("Office"), role), ref, "2026-11", null)
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void anotherScopeIsForbiddenAndNoTokenUnauthorised() throws Exception {
        statement(organisation(Scope.BOARDS), ref, "2026-11", null)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("forbidden"));
        statement(organisation(Scope.IMPORTS), ref, "2026-11", null).andExpect(status().isForbidden());
        statement("kp_wrong", ref, "2026-11", null)
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("unauthorized"));
    }

    @Test
    void aMonthThatIsNoneIsRefusedByItsField() throws Exception {
        for (String month : new String[] {"2026-13", "2026-1", "november", "2026-11-01", "+2026-11"}) {
            statement(organisation(Scope.STATEMENTS), ref, month, null)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.violations[0].field").value("month"))
                    .andExpect(jsonPath("$.violations[0].code").value("malformed-month"))
                    .andExpect(jsonPath("$.detail").value(containsString("2026-11")));
        }
    }

    private ResultActions statement(String token, String person, String month, @Nullable String languages)
            throws Exception {
        var request =
                get("/api/v1/statements/{person}/{month}", person, month).header("Authorization", "Bearer " + token);
        return mvc.perform(languages == null ? request : request.header("Accept-Language", languages));
    }

    private String organisation(Scope scope) {
        return Caller.asSystem(() -> tokens.issue("test " + ids.next(), Set.of(scope), null));
    }

    private String personal(PersonId person, Role role) {
        return Caller.asSystem(() -> {
            accounts.open(person, "user-" + person + "@example.org", "a long password " + person, false, Set.of(role));
            return tokens.issue("of " + person, Set.of(Scope.STATEMENTS), person);
        });
    }

    @OnHsqldb
    static class OnHsqldbTest extends StatementsApiContract {}

    @OnPostgres
    static class OnPostgresTest extends StatementsApiContract {}
}
