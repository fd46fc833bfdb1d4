package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One payee computed alone, with what has to be known of the others. */
class AloneTest {

    @Test
    void whoKnowsPlacesAndBudgetsIsPaidAloneWhatAllArePaidTogether() {
        EverybodyTest.always(random -> {
            Map<String, History> people = EverybodyTest.histories(EverybodyTest.sold(random));
            Component race = EverybodyTest.component(
                    new Ranking(Accumulate.QUARTER, List.of(new BigDecimal("100"), new BigDecimal("50")), Ties.DENSE),
                    Sales.OWN);
            Component campaign = new Component(
                    "Campaign",
                    Measure.REVENUE,
                    Match.ALL,
                    null,
                    new FlatRate(new BigDecimal("0.05")),
                    null,
                    null,
                    BigDecimal.ONE,
                    List.of(),
                    EverybodyTest.budget("500", Budget.Overrun.values()[random.nextInt(2)]));
            Terms terms = EverybodyTest.terms(race, campaign);
            Map<String, Everybody.Member> members = new TreeMap<>();
            people.forEach((person, history) -> members.put(person, new Everybody.Member(terms, history)));

            Map<String, List<Line>> alone = new TreeMap<>();
            Everybody.known(members, EverybodyTest.FROM, EverybodyTest.TO)
                    .forEach((person, history) ->
                            alone.put(person, Engine.pay(terms, history, EverybodyTest.FROM, EverybodyTest.TO)));

            assertThat(alone)
                    .isEqualTo(Everybody.pay(terms, people, ReportingLines.NONE, EverybodyTest.FROM, EverybodyTest.TO));
        });
        assertThat(Everybody.known(Map.of(), EverybodyTest.FROM, EverybodyTest.TO))
                .isEmpty();
    }

    @Test
    void onlyBudgetsAndWhatLowerLevelsEarnMakeOneDependOnThePayOfOthers() {
        FlatRate rate = new FlatRate(BigDecimal.ONE);
        assertThat(Everybody.dependsOnPay(EverybodyTest.terms(new Component("Own", rate))))
                .isFalse();
        assertThat(Everybody.dependsOnPay(
                        EverybodyTest.terms(EverybodyTest.component(rate, new Sales(Whose.TEAM, false, false, null)))))
                .isFalse();
        assertThat(Everybody.dependsOnPay(
                        EverybodyTest.terms(EverybodyTest.component(rate, new Sales(Whose.TEAM, true, false, null)))))
                .isTrue();
        assertThat(Everybody.dependsOnPay(EverybodyTest.terms(
                        new Component("Own", rate),
                        new Component(
                                "Campaign",
                                Measure.REVENUE,
                                Match.ALL,
                                null,
                                rate,
                                null,
                                null,
                                BigDecimal.ONE,
                                List.of(),
                                EverybodyTest.budget("1", Budget.Overrun.PRO_RATA)))))
                .isTrue();
    }
}
