package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.Sizes.OfPerson;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** One gathers small orders, another hunts large ones: what lies around the mean. */
abstract class OrderSizesContract {

    private static final Period YEAR = Period.parse("2018");

    @Autowired
    ApplicationContext context;

    @Autowired
    OrderSizes sizes;

    private SalesSample sample;
    private PersonId boss;
    private PersonId anna;
    private PersonId bob;
    private TeamId team;

    @BeforeEach
    void aTeamOfTwo() {
        sample = new SalesSample(context);
        team = sample.team("Northern side", null);
        boss = sample.person("Boss");
        anna = sample.person("Anna");
        bob = sample.person("Bob");
        for (PersonId one : List.of(anna, bob)) {
            sample.member(one, team, "2015-01-01", null);
            sample.reportsTo(one, boss);
        }
    }

    @Test
    void theMedianIsTheOrderInTheMiddleOfAllAndOfEach() {
        won(anna, "100", "200", "900");
        won(bob, "1000");

        Sizes read = ofTeam();

        assertThat(read.count()).isEqualTo(4);
        assertThat(read.median()).isEqualByComparingTo("550");
        assertThat(read.each()).extracting(one -> one.person().name()).containsExactly("Anna", "Bob");
        assertThat(read.each().getFirst().median()).isEqualByComparingTo("200");
        assertThat(read.between()).as("nobody has five").isNull();
    }

    @Test
    void whetherPeopleDifferIsTestedFromFiveOrdersEachOn() {
        won(anna, "100", "110", "120", "130", "140", "150");
        won(bob, "1000", "1100", "1200", "1300", "1400", "1500");
        assertThat(ofTeam().between().differ()).isTrue();

        PersonId cas = sample.person("Cas");
        PersonId dirk = sample.person("Dirk");
        TeamId other = sample.team("South", null);
        for (PersonId one : List.of(cas, dirk)) {
            sample.member(one, other, "2015-01-01", null);
            sample.reportsTo(one, boss);
        }
        won(cas, "100", "300", "500", "700", "900");
        won(dirk, "200", "400", "600", "800", "1000");
        assertThat(of(KpiScope.of(other), boss).between().differ()).isFalse();
    }

    @Test
    void cancelledOrdersAndThoseWithoutValueAreNone() {
        won(anna, "100");
        sample.cancel(sample.won(anna, "900", "2018-03-01"), "2018-04-01");
        sample.won(anna, null, sample.home(), "2018-03-01");
        sample.won(anna, "900", "2019-01-01");

        assertThat(ofTeam().count()).isEqualTo(1);
        assertThat(ofTeam().median()).isEqualByComparingTo("100");
    }

    @Test
    void anotherCurrencyCountsAtTheRateOfItsDayAndNotAtAllWithoutOne() {
        String home = sample.home();
        String foreign = home.equals("SEK") ? "NOK" : "SEK";
        String unknown = home.equals("ISK") ? "HUF" : "ISK";
        sample.rate(foreign, home, "2018-01-01", "0.1");
        sample.won(anna, "1000", foreign, "2018-03-01");
        sample.won(anna, "5000", unknown, "2018-03-01");

        assertThat(ofTeam().each().getFirst().values())
                .singleElement()
                .satisfies(value -> assertThat(value).isEqualByComparingTo("100"));
    }

    @Test
    void ofAColleagueOnlyTheSumOfAllIsTold() {
        won(anna, "100");
        won(bob, "300");

        Sizes read = of(KpiScope.of(team), anna);

        assertThat(read.count()).isEqualTo(2);
        assertThat(read.each()).extracting(OfPerson::person).extracting("name").containsExactly("Anna");
        assertThatThrownBy(() -> of(KpiScope.of(bob), anna)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void moreOrdersTakeNoMoreStatements() {
        won(anna, "100");
        int one = Statements.of(this::ofTeam);
        won(anna, "200", "300", "400");
        won(bob, "200", "300", "400");

        assertThat(Statements.of(this::ofTeam)).isEqualTo(one);
    }

    private void won(PersonId owner, String... values) {
        for (String value : values) {
            sample.won(owner, value, "2018-03-01");
        }
    }

    private Sizes ofTeam() {
        return of(KpiScope.of(team), boss);
    }

    private Sizes of(KpiScope scope, PersonId reader) {
        return As.user(reader, Set.of(reader.equals(boss) ? Role.MANAGER : Role.REP), () -> sizes.of(scope, YEAR));
    }

    @OnHsqldb
    static class OnHsqldbTest extends OrderSizesContract {}

    @OnPostgres
    static class OnPostgresTest extends OrderSizesContract {}
}
