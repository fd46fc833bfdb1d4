package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.api.KpiScene.told;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Accounts;
import org.koploper.access.ApiTokens;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.people.Directory;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;

/** Small stories of a sales team with numbers that anybody can check, imported as files and read from the API. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // numbers of the whole organisation
abstract class KpiCasesContract {

    private static final String JANUARY = "2025-01-01";
    private static final String MARCH = "2025-03-31";

    @Autowired
    WebApplicationContext product;

    @Autowired
    Directory directory;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    KpiScene scene;
    Api api;

    @BeforeEach
    void program() {
        api = Api.of(product, Scope.IMPORTS, Scope.BOARDS);
        scene = new KpiScene(api);
    }

    @Test
    void sevenWonAndThirteenLostIsThirtyFivePercentAndTwoOfThreeIsSaidToBeTooFew() {
        scene.seller("Closer").deals("Closer", 7, "won", JANUARY, "2025-02-01", "100");
        scene.deals("Closer", 13, "lost", JANUARY, "2025-02-02", "");
        scene.seller("Novice").deals("Novice", 2, "won", JANUARY, "2025-02-01", "100");
        scene.deals("Novice", 1, "lost", JANUARY, "2025-02-02", "");

        assertThat(told(scene.read("4", "person:Closer", JANUARY, MARCH))).isEqualTo("0.35 7/20");
        assertThat(told(scene.read("closing-rate", "person:Novice", JANUARY, MARCH)))
                .startsWith("0.66666666")
                .endsWith(" too-few 2/3");
        assertThat(told(scene.read("closing-rate", "person:Novice", "2025-04-01", "2025-06-30")))
                .isEqualTo("null nothing-to-divide-by 0/0");
    }

    @Test
    void theSameDealsAreThirtyPercentOfWhatWasDecidedAndSixOfWhatWasBegun() {
        scene.seller("Cohort").deals("Cohort", 3, "won", JANUARY, "2025-02-01", "100");
        scene.deals("Cohort", 7, "lost", JANUARY, "2025-02-02", "");
        scene.deals("Cohort", 40, "engaging", JANUARY, "", "");

        assertThat(told(scene.read("4", "person:Cohort", JANUARY, MARCH, "&basis=close")))
                .isEqualTo("0.3 3/10");
        assertThat(told(scene.read("4", "person:Cohort", JANUARY, MARCH, "&basis=cohort")))
                .isEqualTo("0.06 3/50");
        assertThat(told(scene.read("4", "person:Cohort", JANUARY, MARCH, "&basis=cohort&asOf=2025-04-05")))
                .isEqualTo("0.06 immature 3/50");
    }

    @Test
    void fortyOpenDealsOfFiveThousandAtAQuarterInTwentyDaysAreTwoAndAHalfThousandADay() {
        scene.seller("Speedy").deals("Speedy", 3, "won", "2025-03-01", "2025-03-21", "5000");
        scene.deals("Speedy", 9, "lost", "2025-03-01", "2025-03-21", "");
        scene.deals("Speedy", 40, "engaging", "2025-03-20", "", "");
        scene.seller("Idle").deals("Idle", 40, "engaging", "2025-03-20", "", "");

        assertThat(told(scene.read("26", "team:Speedy", JANUARY, MARCH))).isEqualTo("2500.00 50000.00/20");
        assertThat(told(scene.read("velocity", "team:Idle", JANUARY, MARCH))).isEqualTo("null missing-part");
    }

    @Test
    void aQuoteIsOpenOnEveryDayFromSendingToDecisionWhateverItIsToday() {
        scene.seller("Quoter").quotes("Quoter", 14, "won", "2025-01-10", "2025-02-10");
        scene.quotes("Quoter", 12, "lost", "2025-01-10", "2025-02-20");
        scene.quotes("Quoter", 6, "expired", "2025-01-10", "2025-03-10");
        scene.quotes("Quoter", 8, "open", "2025-01-10", "");

        assertThat(told(scene.read("20", "person:Quoter", JANUARY, MARCH))).isEqualTo("0.4375 14/32");
        assertThat(told(scene.read("20", "person:Quoter", JANUARY, MARCH, "&basis=cohort")))
                .startsWith("0.35");
        assertThat(Stream.of("2025-01-09", "2025-01-10", "2025-02-10", "2025-02-28", "2025-03-31")
                        .map(day -> told(scene.read("1", "person:Quoter", JANUARY, MARCH, "&asOf=" + day))))
                .containsExactly("0", "40", "26", "14", "8");
        assertThat(scene.read("1", "person:Quoter", JANUARY, MARCH, "&by=month"))
                .extracting(month ->
                        month.get("key").asString() + " " + month.get("value").asString())
                .containsExactly("2025-01 40", "2025-02 14", "2025-03 8");
    }

    @Test
    void aDraftIsOpenFromTheDayItIsSentAndADayThatWasWrongMovesWhatItTold() {
        String header = "externalId,owner,outcome,sentOn,decidedOn,value,currency";
        scene.seller("Drafter").take("quotes", header, List.of("Q-draft,Drafter,open,,,100,EUR"));
        assertThat(told(scene.read("1", "person:Drafter", JANUARY, MARCH))).isEqualTo("0");

        scene.take("quotes", header, List.of("Q-draft,Drafter,open,2025-01-10,,100,EUR"));
        assertThat(told(scene.read("1", "person:Drafter", JANUARY, MARCH, "&asOf=2025-01-15")))
                .isEqualTo("1");

        scene.take("quotes", header, List.of("Q-draft,Drafter,open,2025-01-20,,100,EUR"));
        assertThat(told(scene.read("1", "person:Drafter", JANUARY, MARCH, "&asOf=2025-01-15")))
                .isEqualTo("0");

        scene.take("quotes", header, List.of("Q-draft,Drafter,won,2025-01-20,2025-02-10,100,EUR"));
        scene.take("quotes", header, List.of("Q-draft,Drafter,won,2025-01-20,2025-02-20,100,EUR"));
        assertThat(Stream.of("2025-01-20", "2025-02-15", "2025-02-20")
                        .map(day -> told(scene.read("1", "person:Drafter", JANUARY, MARCH, "&asOf=" + day))))
                .containsExactly("1", "1", "0");
    }

    @Test
    void aQuoteOfThirtyDaysAndOneOfTheSameDayTakeFifteenInTheMiddle() {
        scene.seller("Cycler").quotes("Cycler", 1, "won", "2025-01-05", "2025-02-04");
        scene.quotes("Cycler", 1, "won", "2025-01-10", "2025-01-10");

        assertThat(told(scene.read("5", "person:Cycler", JANUARY, MARCH))).isEqualTo("15");
    }

    @Test
    void aCustomerThatCostsAThousandAndBringsTwoHundredFiftyAYearPaysBackInFourYears() {
        scene.seller("Winner");
        String customer = scene.customers(1).getFirst();
        scene.order("Winner", customer, "2011-06-01", new BigDecimal("250"));
        scene.costs("marketing", "2011-01-01", "2011-12-31", new BigDecimal("1000"));

        assertThat(told(scene.read("12", "org", "2011-01-01", "2011-12-31"))).isEqualTo("1000.00 1000.00/1");
        assertThat(KpiScene.value(scene.read("15", "org", "2011-01-01", "2011-12-31")))
                .isCloseTo(new BigDecimal("48"), org.assertj.core.data.Offset.offset(new BigDecimal("1e-20")));
        assertThat(told(scene.read("12", "org", "2012-01-01", "2012-12-31")))
                .isEqualTo("null nothing-to-divide-by 0.00/0");
    }

    @Test
    void salariesEnterTheCostOfACustomerForThoseOnlyWhoMaySeeThem() {
        List.of("Payer", "Payer2", "Payer3", "Payer4", "Payer5").forEach(scene::seller);
        scene.order("Payer", scene.customers(1).getFirst(), "2009-06-01", new BigDecimal("250"));
        scene.costs("events", "2009-01-01", "2009-12-31", new BigDecimal("300"));
        scene.costs("salary", "2009-01-01", "2009-12-31", new BigDecimal("50000"));

        assertThat(told(scene.read("12", "org", "2009-01-01", "2009-12-31")))
                .as("five people are in teams, and the sum names nobody")
                .isEqualTo("50300.00 50300.00/1");
        assertThat(told(scene.read("12", "org", "2009-01-01", "2009-12-30")))
                .as("no whole months, so a difference could tell")
                .startsWith("299.178")
                .contains("without-pay");
        scene = new KpiScene(Api.of(product, Scope.BOARDS, Scope.STATEMENTS));
        assertThat(told(scene.read("12", "org", "2009-01-01", "2009-12-31"))).isEqualTo("50300.00 50300.00/1");
    }

    @Test
    void ninetyTwoAfterEightyIsFifteenPercentAndAfterNothingIsNoPercentage() {
        scene.seller("Grower").deals("Grower", 1, "won", "", "2025-01-15", "80000");
        scene.deals("Grower", 1, "won", "", "2025-02-15", "92000");

        assertThat(told(scene.read("17", "person:Grower", "2025-02-01", "2025-02-28")))
                .isEqualTo("0.15 12000/80000");
        assertThat(told(scene.read("17", "person:Grower", JANUARY, "2025-01-31")))
                .isEqualTo("null no-base 80000/0");
    }

    @Test
    void theYearSoFarIsHeldAgainstTheSameMonthsTogetherNotAgainstTheMeanOfTheirGrowths() {
        scene.seller("Yearly");
        List.of("01,90", "02,110", "03,100")
                .forEach(month -> scene.deals(
                        "Yearly", 1, "won", "", "2024-" + month.substring(0, 2) + "-10", month.substring(3)));
        List.of("01,120", "02,99", "03,141")
                .forEach(month -> scene.deals(
                        "Yearly", 1, "won", "", "2025-" + month.substring(0, 2) + "-10", month.substring(3)));

        assertThat(told(scene.read("18", "person:Yearly", JANUARY, MARCH))).isEqualTo("0.2 60/300");
    }

    @Test
    void twoOfEightCustomersWhoBoughtOvensAndServiceAreAQuarter() {
        scene.take(
                "products",
                "externalId,name,family,currency,variantOf",
                List.of(
                        "OV,Oven,Ovens,EUR,",
                        "OV2,Small oven,Ovens,EUR,",
                        "SV,Service,Service,EUR,",
                        // without a family of its own it is of that of the product
                        "SV2,Service at night,,EUR,SV"));
        scene.seller("Crosser");
        List<String> customers = scene.customers(8);
        scene.ordersOf("Crosser", customers, "OV", "2025-02-01");
        scene.ordersOf("Crosser", customers.subList(0, 1), "SV", "2025-02-11");
        scene.ordersOf("Crosser", customers.subList(1, 2), "SV2", "2025-02-11");
        scene.ordersOf("Crosser", customers.subList(2, 4), "OV2", "2025-02-12");

        assertThat(told(scene.read("21", "person:Crosser", JANUARY, MARCH))).isEqualTo("0.25 2/8");
        assertThat(told(scene.read("22", "person:Crosser", JANUARY, MARCH)))
                .as("four of twelve orders are not the first of their customer")
                .startsWith("0.333")
                .endsWith(" 4/12");
    }

    @Test
    void sixtyOfEightyAnswersOfFourAndFiveAreThreeQuarters() {
        scene.seller("Kind").answers("Kind", 40, 5, "2025-02-01").answers("Kind", 20, 4, "2025-02-02");
        scene.answers("Kind", 20, 2, "2025-02-03");

        assertThat(told(scene.read("27", "team:Kind", JANUARY, MARCH))).isEqualTo("0.75 60/80");
    }

    @Test
    void aShareOfTheMarketNeedsAWholeYearAndSomebodyWhoKnowsTheMarket() {
        scene.seller("Marketer").deals("Marketer", 1, "won", "", "2013-05-05", "12000000");
        scene.market(2013, new BigDecimal("150000000"));

        assertThat(told(scene.read("29", "org", "2013-01-01", "2013-12-31"))).isEqualTo("0.08 12000000/150000000");
        assertThat(told(scene.read("29", "org", "2013-01-01", "2013-06-30"))).isEqualTo("null whole-years-only");
        assertThat(told(scene.read("29", "org", "2014-01-01", "2014-12-31"))).isEqualTo("null no-market");
    }

    @Test
    void tenBuyersOfAHundredVisitorsAreTenPercent() {
        scene.seller("Shop").deals("Shop", 10, "won", "", "2015-05-05", "10");
        scene.visitors("2015-05-01", "2015-05-31", 100);

        assertThat(told(scene.read("34", "org", "2015-05-01", "2015-05-31"))).isEqualTo("0.1 10/100");
    }

    @Test
    void twoHundredFortyOfThreeHundredThousandAreEightyPercentOfTheTarget() {
        scene.seller("Target").target("Target", JANUARY, MARCH, new BigDecimal("300000"));
        scene.deals("Target", 1, "won", "", "2025-02-15", "240000");

        assertThat(told(scene.read("31", "person:Target", JANUARY, MARCH))).isEqualTo("0.8 240000/300000");
        assertThat(told(scene.read("31", "person:Target", "2025-04-01", "2025-04-30")))
                .isEqualTo("null no-target");
    }

    @Test
    void callsOfSingleDaysAndOfWholeWeeksAddUpAndAWeekIsNeverCountedTwice() {
        scene.seller("Caller").held("Caller", 4, "call", LocalDate.of(2025, 1, 6));
        scene.held("Caller", 2, "meeting", LocalDate.of(2025, 1, 7));
        scene.held("Caller", 9, "call", LocalDate.of(2025, 1, 15));
        scene.take(
                "efforts",
                "person,weekStart,calls,decisionMakers,meetings",
                List.of("Caller,2025-01-13,20,8,3", "Caller,2025-01-20,10,5,1"));

        assertThat(told(scene.read("calls", "person:Caller", JANUARY, MARCH))).isEqualTo("34");
        assertThat(told(scene.read("meetings", "person:Caller", JANUARY, MARCH)))
                .isEqualTo("6");
        assertThat(told(scene.read("25", "team:Caller", JANUARY, MARCH))).isEqualTo("40");
    }

    @Test
    void leadsBySourceSayWhereBuyersComeFrom() {
        scene.seller("Leader").leads("Leader", 20, "fair", "converted", "2025-01-10");
        scene.leads("Leader", 140, "fair", "new", "2025-01-11").leads("Leader", 3, "mail", "converted", "2025-01-10");
        scene.leads("Leader", 97, "mail", "contacted", "2025-01-12");

        assertThat(scene.read("19", "person:Leader", JANUARY, MARCH, "&by=source"))
                .extracting(source -> source.get("key").asString() + " " + told(source))
                .containsExactly("fair 0.125 20/160", "mail 0.03 3/100");
        assertThat(scene.read("lead-to-appointment", "person:Leader", JANUARY, MARCH, "&by=source"))
                .extracting(source -> source.get("key").asString() + " " + told(source))
                .as("who orders without an appointment is past it")
                .containsExactly("fair 0.125 20/160", "mail 0.03 3/100");
        assertThat(scene.read("qualified-leads", "person:Leader", JANUARY, MARCH, "&by=source&basis=cohort"))
                .extracting(source -> source.get("key").asString() + " " + told(source))
                .containsExactly("fair 0.125 20/160", "mail 0.03 3/100");
        assertThat(told(scene.read("6", "person:Leader", JANUARY, MARCH))).isEqualTo("260");
    }

    @Test
    void aTeamIsTheSumOfItsPeopleDividedOnceAndAMonthTheSumOfItsDays() {
        scene.take(
                "people", "externalId,name,team,from", List.of("One,One,Both,2000-01-01", "Two,Two,Both,2000-01-01"));
        scene.deals("One", 1, "won", "", "2025-01-15", "1000").deals("Two", 3, "won", "", "2025-01-20", "200");

        assertThat(told(scene.read("2", "team:Both", JANUARY, MARCH))).isEqualTo("400.00 1600.00/4");
        assertThat(scene.read("2", "team:Both", JANUARY, MARCH, "&by=person"))
                .extracting(person -> person.get("key").asString() + " " + told(person))
                .containsExactly("One 1000.00 1000.00/1", "Two 200.00 600.00/3");
        assertThat(scene.read("16", "team:Both", JANUARY, "2025-01-31", "&by=day"))
                .hasSize(31)
                .filteredOn(day -> !day.get("value").asString().equals("0.00"))
                .extracting(day -> day.get("key").asString() + " " + told(day))
                .containsExactly("2025-01-15 1000.00", "2025-01-20 600.00");
    }

    @Test
    void whoMayNotSeeSomebodyIsAnsweredAsIfThereWereNobody() {
        scene.seller("Hidden").seller("Curious").deals("Hidden", 1, "won", "", "2025-01-15", "1000");
        PersonId curious = Caller.asSystem(
                () -> directory.personByExternalId("Curious").orElseThrow().id());
        Caller.asSystem(() -> accounts.open(curious, "curious", "a long password", false, Set.of(Role.REP)));
        Api own =
                Api.of(product, Caller.<String>asSystem(() -> tokens.issue("own", EnumSet.of(Scope.BOARDS), curious)));

        assertThat(own.call(get("/api/v1/kpis/16?scope=person:Hidden&from=2025-01-01&to=2025-01-31"))
                        .status())
                .isEqualTo(404);
        assertThat(Api.of(product, "")
                        .call(get("/api/v1/kpis/16?scope=org&from=2025-01-01&to=2025-01-31"))
                        .status())
                .isEqualTo(401);
        assertThat(own.call(get("/api/v1/kpis/16?scope=person:Curious&from=2025-01-01&to=2025-01-31"))
                        .status())
                .isEqualTo(200);
        assertThat(own.call(get("/api/v1/kpis/16?scope=org&from=2025-01-01&to=2025-01-31&by=person"))
                        .json())
                .as("only of themselves")
                .noneMatch(person -> person.get("key").asString().equals("Hidden"));
    }

    @Test
    void theCatalogueHasAllThirtyFiveAndHowLittleIsAskedOfTheDatabaseDependsOnNothing() {
        assertThat(api.call(get("/api/v1/kpis")).json())
                .extracting(kpi -> kpi.get("number").asInt(0))
                .filteredOn(number -> number > 0)
                .containsExactlyElementsOf(
                        Stream.iterate(1, number -> number + 1).limit(35).toList());
        for (var kpi : api.call(get("/api/v1/kpis")).json()) {
            String key = kpi.get("key").asString();
            assertThat(Statements.of(() -> scene.read(key, "org", JANUARY, MARCH, "&by=month")))
                    .as(key)
                    .isLessThan(32);
        }
    }

    @OnHsqldb
    static class OnHsqldbTest extends KpiCasesContract {}

    @OnPostgres
    static class OnPostgresTest extends KpiCasesContract {}
}
