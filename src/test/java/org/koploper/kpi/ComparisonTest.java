package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.kpi.Beside.Verdict.BETTER;
import static org.koploper.kpi.Beside.Verdict.TOO_FEW_PEOPLE;
import static org.koploper.kpi.Beside.Verdict.TOO_LITTLE;
import static org.koploper.kpi.Beside.Verdict.TOO_MANY;
import static org.koploper.kpi.Beside.Verdict.UNCLEAR;
import static org.koploper.kpi.Beside.Verdict.WORSE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.kpi.Beside.Verdict;

/** Tom beside three colleagues who each have 10 quotes open, won 30 of 60 in 20 days, and sold 30 orders of 1,000. */
class ComparisonTest {

    private static final List<String> USUAL = Collections.nCopies(30, "1000");

    @ParameterizedTest(name = "{0} won of {1}: {2}")
    @CsvSource({
        "30, 60, UNCLEAR",
        "34, 60, UNCLEAR", // 13 %: too little to matter
        "12, 34, UNCLEAR", // 29 % less, and yet it may well be chance
        "15, 60, WORSE",
        "45, 60, BETTER",
        "3, 10, UNCLEAR",
        "0, 10, WORSE",
        "0, 9, TOO_LITTLE",
    })
    void aClosingRateDiffersWhereTheGapMattersAndIsHardlyChance(int won, int decided, Verdict verdict) {
        assertThat(tom(Sides.side(10, won, decided, USUAL, 20), Meter.CLOSING).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void tomIsHeldAgainstTheOthersWithoutHimself() {
        Beside beside = tom(Sides.side(10, 15, 60, USUAL, 20), Meter.CLOSING);

        assertThat(beside.others()).isEqualByComparingTo("0.5");
        assertThat(beside.part()).isEqualByComparingTo("90");
        assertThat(beside.whole()).isEqualByComparingTo("180");
    }

    @ParameterizedTest(name = "{0} orders of {1}: {2}")
    @CsvSource({
        "30, 1140, UNCLEAR",
        "30, 1500, BETTER",
        "30, 400, WORSE",
        "5, 400, WORSE",
        "4, 400, TOO_LITTLE",
    })
    void ordersDifferWhereSingleOnesDoToo(int count, String value, Verdict verdict) {
        assertThat(tom(Sides.side(10, 30, 60, Collections.nCopies(count, value), 20), Meter.ORDER)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void oneHugeOrderAmongUsualOnesMakesNobodyBetter() {
        List<String> values = new ArrayList<>(Collections.nCopies(9, "990"));
        values.add("51000");

        Beside beside = tom(Sides.side(10, 30, 60, values, 20), Meter.ORDER);

        assertThat(beside.verdict()).isEqualTo(UNCLEAR);
        assertThat(beside.others()).isEqualByComparingTo("1000");
    }

    @ParameterizedTest(name = "{0} days: {1}")
    @CsvSource({"10, BETTER", "21, UNCLEAR", "40, WORSE"})
    void aShortCycleIsBetterThanALongOne(int days, Verdict verdict) {
        Beside beside = tom(Sides.side(10, 30, 60, USUAL, days), Meter.CYCLE);

        assertThat(beside.verdict()).isEqualTo(verdict);
        assertThat(beside.others()).isEqualByComparingTo("20");
    }

    @ParameterizedTest(name = "{0} open: {1}")
    @CsvSource({"10, UNCLEAR", "16, UNCLEAR", "30, BETTER", "0, WORSE"})
    void openQuotesAreHeldAgainstDaysAtWork(int open, Verdict verdict) {
        Beside beside = tom(Sides.side(open, 30, 60, USUAL, 20), Meter.OPEN);

        assertThat(beside.verdict()).isEqualTo(verdict);
        assertThat(beside.others()).as("30 in 180 days, for 60 days").isEqualByComparingTo("10");
    }

    @Test
    void whoWorksHalfAsMuchNeedsHalfAsManyOpenQuotes() {
        MeterFacts half =
                new MeterFacts(5, 30, new BigDecimal("30000"), BigDecimal.TEN, List.of(), 0, 0, new TreeMap<>());

        assertThat(tom(half, Meter.OPEN).verdict()).isEqualTo(UNCLEAR);
        assertThat(tom(half, Meter.OPEN).others()).isEqualByComparingTo("5");
    }

    @Test
    void withThreePeopleNobodyIsComparedAndNothingOfTheOthersIsTold() {
        Sides three = new Sides().colleagues(2).with("Tom", Sides.side(0, 0, 60, USUAL, 400));

        assertThat(three.compared("Tom").values())
                .hasSize(Meter.values().length)
                .allMatch(beside -> beside.verdict() == TOO_FEW_PEOPLE)
                .allMatch(beside -> beside.others() == null);
    }

    @Test
    void whereThereIsTooLittleItSaysHowManyThereAreAndHowManyItTakes() {
        Beside beside = tom(Sides.side(10, 3, 7, List.of("1"), 20), Meter.CLOSING);

        assertThat(beside).isEqualTo(new Beside(TOO_LITTLE, null, null, null, 7, 10));
    }

    @Test
    void moreOrdersThanAreReadOneByOneAreNotCompared() {
        MeterFacts many =
                new MeterFacts(10, 60, new BigDecimal("30000"), BigDecimal.TEN, null, 30, 60, new TreeMap<>());

        assertThat(tom(many, Meter.ORDER).verdict()).isEqualTo(TOO_MANY);
        assertThat(tom(many, Meter.CLOSING).verdict()).isEqualTo(UNCLEAR);
    }

    @Test
    void aChangeIsOneOnlyWhereItIsMoreThanChance() {
        MeterFacts now = Sides.side(10, 45, 60, USUAL, 20);

        var changes = Comparison.changes(now, List.of(Sides.usual(), Sides.side(10, 40, 60, USUAL, 20)));

        assertThat(changes.getFirst().get(Meter.CLOSING).verdict()).isEqualTo(BETTER);
        assertThat(changes.getLast().get(Meter.CLOSING).verdict()).isEqualTo(UNCLEAR);
        assertThat(changes.getFirst().get(Meter.CYCLE).verdict()).isEqualTo(UNCLEAR);
    }

    @Test
    void twoTeamsAreComparedSinceTheirNumbersAreNoSecret() {
        Sides teams = new Sides().with("North", Sides.usual()).with("South", Sides.side(10, 15, 60, USUAL, 20));

        var compared = Comparison.of(teams.each, 2);

        assertThat(compared.get("South").get(Meter.CLOSING).verdict()).isEqualTo(WORSE);
        assertThat(compared.get("North").get(Meter.CLOSING).verdict()).isEqualTo(BETTER);
    }

    private static Beside tom(MeterFacts facts, Meter meter) {
        return new Sides().colleagues(3).with("Tom", facts).compared("Tom", meter);
    }
}
