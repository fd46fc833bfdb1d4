package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.kpi.Beside.Verdict;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamId;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** The four numbers of a team, of its people and of teams, as a sales manager would count them. */
abstract class DashboardContract {

    private static final Period QUARTER = Period.parse("2025-Q1");

    @Autowired
    ApplicationContext context;

    @Autowired
    Dashboards dashboards;

    @Autowired
    TeamDashboards teamDashboards;

    private DashboardScene scene;

    @BeforeEach
    void aTeam() {
        scene = new DashboardScene(context);
    }

    @Test
    void theTeamIsTheSumOfItsPeopleByTheSumOfTheirs() {
        Dashboard team = scene.asManager(() -> dashboards.of(KpiScope.of(scene.team), QUARTER));

        Reading closing = team.now().get(Meter.CLOSING);
        assertThat(closing.numerator()).isEqualByComparingTo("50");
        assertThat(closing.denominator()).isEqualByComparingTo("120");
        Reading order = team.now().get(Meter.ORDER);
        assertThat(order.numerator()).isEqualByComparingTo("51600");
        assertThat(order.value()).isEqualByComparingTo("860");
        assertThat(team.now().get(Meter.CYCLE).value()).isEqualByComparingTo("20");
    }

    @Test
    void openQuotesAreThoseOfTheLastDay() {
        scene.quote(scene.person("An"), "OPEN", LocalDate.of(2025, 3, 31), null);
        scene.quote(scene.person("Bo"), "LOST", LocalDate.of(2025, 3, 30), LocalDate.of(2025, 4, 1));
        scene.quote(scene.person("Bo"), "OPEN", LocalDate.of(2025, 4, 1), null);

        Dashboard team = scene.asManager(() -> dashboards.of(KpiScope.of(scene.team), QUARTER));

        assertThat(team.day()).isEqualTo("2025-03-31");
        assertThat(team.now().get(Meter.OPEN).value()).isEqualByComparingTo("2");
        assertThat(team.openValue().value()).isEqualByComparingTo("200");
        assertThat(team.yearBefore().get(Meter.OPEN).then().value()).isEqualByComparingTo("0");
    }

    @Test
    void whatMovedIsHeldAgainstTheQuarterBeforeAndTheSameOneLastYear() {
        scene.order(scene.person("An"), "500", "2024-12-31");
        scene.order(scene.person("An"), "700", "2024-02-29");

        Dashboard an = scene.as("An", () -> dashboards.of(KpiScope.of(scene.person("An")), QUARTER));

        assertThat(an.before().get(Meter.ORDER).days()).isEqualTo(Period.parse("2024-Q4"));
        assertThat(an.before().get(Meter.ORDER).then().value()).isEqualByComparingTo("500");
        assertThat(an.yearBefore().get(Meter.ORDER).then().value()).isEqualByComparingTo("700");
        assertThat(an.before().get(Meter.ORDER).beside().verdict())
                .as("one order is no basis for a change")
                .isEqualTo(Verdict.TOO_LITTLE);
        assertThat(an.course()).extracting(past -> past.period().key()).endsWith("2024-Q4", "2025-Q1");
    }

    @Test
    void tomStandsOutAndNobodyElse() {
        TeamNumbers numbers = scene.asManager(() -> teamDashboards.people(scene.team, QUARTER));

        assertThat(numbers.people())
                .extracting(one -> one.subject().name())
                .containsExactly("An", "Bo", "Cas", "Dirk", "Tom");
        Compared<PersonRef> tom = numbers.people().getLast();
        assertThat(tom.reading(Meter.CLOSING).numerator()).isEqualByComparingTo("2");
        assertThat(tom.beside(Meter.CLOSING).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(tom.beside(Meter.CLOSING).part()).as("of the others").isEqualByComparingTo("48");
        assertThat(tom.beside(Meter.CLOSING).whole()).isEqualByComparingTo("96");
        assertThat(tom.beside(Meter.ORDER).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(tom.beside(Meter.ORDER).others()).isEqualByComparingTo("1000");
        assertThat(tom.beside(Meter.CYCLE).verdict()).as("two won quotes").isEqualTo(Verdict.TOO_LITTLE);
        assertThat(numbers.people().subList(0, 4))
                .allMatch(one -> one.besides().values().stream().noneMatch(Beside::differs));
    }

    @Test
    void aSharedOrderCountsByShareAndIsLookedAtWholeForEach() {
        long deal = scene.sample.won(scene.person("An"), "9000", "2025-02-01");
        scene.sample.share(deal, scene.person("An"), "0.5");
        scene.sample.share(deal, scene.person("Bo"), "0.5");
        scene.sample.changed(scene.person("An"), "2025-02-01");
        scene.sample.changed(scene.person("Bo"), "2025-02-01");

        TeamNumbers numbers = scene.asManager(() -> teamDashboards.people(scene.team, QUARTER));

        Reading an = numbers.people().getFirst().reading(Meter.ORDER);
        assertThat(an.numerator()).isEqualByComparingTo("16500");
        assertThat(an.denominator()).isEqualByComparingTo("12.5");
        assertThat(numbers.orders().each().get(numbers.people().get(1).subject()))
                .hasSize(13)
                .contains(new BigDecimal("9000"));
    }

    @Test
    void whoSellsSeesTheOwnRowAndOfTheOthersOnlyWhatLiesInTheMiddle() {
        TeamNumbers numbers = scene.as("Tom", () -> teamDashboards.people(scene.team, QUARTER));

        assertThat(numbers.people()).extracting(one -> one.subject().name()).containsExactly("Tom");
        assertThat(numbers.unseen()).isEqualTo(4);
        assertThat(numbers.people().getFirst().beside(Meter.CLOSING).others()).isEqualByComparingTo("0.5");
        assertThat(numbers.orders().each()).hasSize(1);
        assertThat(numbers.orders().others().count()).isEqualTo(48);
        assertThat(numbers.orders().others().middle()).isEqualByComparingTo("1000");
    }

    @Test
    void nobodySeesTheNumbersOfAColleague() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> scene.as("Tom", () -> dashboards.of(KpiScope.of(scene.person("An")), QUARTER)));
    }

    @Test
    void inATeamOfThreeNobodyIsComparedAndNothingOfTheOthersIsTold() {
        TeamId small = scene.sample.team("Small", null);
        PersonId eva = scene.sample.person("Eva");
        for (PersonId person : List.of(eva, scene.sample.person("Fay"), scene.sample.person("Gus"))) {
            scene.sample.member(person, small, "2020-01-01", null);
            scene.people.put("Eva", eva);
            scene.quotes(person, 12, 24, 20);
            scene.orders(person, 12, "1000");
        }

        TeamNumbers numbers = scene.as("Eva", () -> teamDashboards.people(small, QUARTER));

        assertThat(numbers.isSmall()).isTrue();
        assertThat(numbers.people().getFirst().besides().values())
                .allMatch(beside -> beside.verdict() == Verdict.TOO_FEW_PEOPLE && beside.others() == null);
        assertThat(numbers.orders().others()).isNull();
    }

    @Test
    void teamsStandSideBySideWithThoseBelowThem() {
        TeamId country = scene.sample.team("Country", null);
        TeamId east = scene.sample.team("East", country);
        TeamId inEast = scene.sample.team("In East", east);
        TeamId west = scene.sample.team("West", country);
        PersonId one = scene.sample.person("One");
        scene.sample.member(one, inEast, "2020-01-01", null);
        scene.quotes(one, 20, 24, 20);
        PersonId other = scene.sample.person("Other");
        scene.sample.member(other, west, "2020-01-01", null);
        scene.quotes(other, 4, 24, 20);

        List<Compared<TeamRef>> teams = scene.asManager(() -> teamDashboards.teams(country, QUARTER));

        assertThat(teams).extracting(team -> team.subject().name()).containsExactly("East", "West");
        assertThat(teams.getFirst().reading(Meter.CLOSING).numerator()).isEqualByComparingTo("20");
        assertThat(teams.getFirst().beside(Meter.CLOSING).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(teams.getLast().beside(Meter.CLOSING).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(scene.asManager(() -> teamDashboards.teams(west, QUARTER)))
                .as("without parts, beside those next to it")
                .isEqualTo(teams);
    }

    @Test
    void tenTimesAsManyPeopleTakeNoMoreStatements() {
        int few = statements();
        for (int i = 0; i < 20; i++) {
            PersonId person = scene.joins("More " + i);
            scene.quotes(person, 3, 6, 20);
            scene.orders(person, 5, "1000");
        }

        assertThat(statements()).isEqualTo(few);
    }

    private int statements() {
        return Statements.of(() -> scene.asManager(() -> {
            dashboards.of(KpiScope.of(scene.team), QUARTER);
            teamDashboards.people(scene.team, QUARTER);
            return teamDashboards.teams(scene.team, QUARTER);
        }));
    }

    @OnHsqldb
    static class OnHsqldbTest extends DashboardContract {}

    @OnPostgres
    static class OnPostgresTest extends DashboardContract {}
}
