package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.access.PersonId;
import org.koploper.kpi.Benchmark.Owned;
import org.koploper.kpi.MemberMeters.Beside;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;

/** Three colleagues who each won 30 of 60 quotes in 20 days, for 1,000 each; and one who is held against them. */
class BenchmarkTest {

    private static final int COLLEAGUES = 3;

    private final Map<PersonRef, OwnMeters> each = new LinkedHashMap<>();
    private final List<Owned> orders = new ArrayList<>();
    private final List<Owned> cycles = new ArrayList<>();

    @ParameterizedTest(name = "{0} won of {1}: {2}")
    @CsvSource({
        "30, 60, NEAR",
        "34, 60, NEAR", // 13 %: too little to matter
        "12, 34, NEAR", // 29 % less, and yet it may well be chance
        "20, 60, WORSE",
        "15, 60, FAR_WORSE",
        "40, 60, BETTER",
        "45, 60, FAR_BETTER",
        "3, 10, NEAR",
        "0, 10, FAR_WORSE",
    })
    void aClosingRateDiffersWhereTheGapMattersAndIsHardlyChance(int won, int decided, Beside beside) {
        colleagues(COLLEAGUES);

        assertThat(held(won, decided, 30, "1000", 20).closingRate()).isEqualTo(beside);
    }

    @Test
    void belowTenDecisionsThereIsNoComparison() {
        colleagues(COLLEAGUES);

        assertThat(held(0, 9, 30, "1000", 20).closingRate()).isNull();
    }

    @ParameterizedTest(name = "{0} orders of {1}: {2}")
    @CsvSource({
        "30, 1000, NEAR",
        "30, 1140, NEAR",
        "30, 1200, BETTER",
        "30, 1500, FAR_BETTER",
        "30, 840, WORSE",
        "30, 400, FAR_WORSE",
        "5, 840, NEAR", // five times below the middle may be chance
        "6, 840, WORSE",
    })
    void anAverageOrderDiffersWhereSingleOrdersDoToo(int count, String value, Beside beside) {
        colleagues(COLLEAGUES);

        assertThat(held(30, 60, count, value, 20).averageOrder()).isEqualTo(beside);
    }

    @Test
    void oneHugeOrderAmongUsualOnesIsNoBetterAverage() {
        colleagues(COLLEAGUES);
        PersonRef person = person(9);
        each.put(person, meters(30, 60, 10, new BigDecimal("60000"), 20));
        for (int i = 0; i < 9; i++) {
            orders.add(new Owned(9, new BigDecimal("1000")));
        }
        orders.add(new Owned(9, new BigDecimal("51000")));

        assertThat(new Benchmark(each, orders, cycles).of(person).averageOrder())
                .isEqualTo(Beside.NEAR);
    }

    @Test
    void aShortCycleIsBetterThanALongOne() {
        colleagues(COLLEAGUES);

        assertThat(held(30, 60, 30, "1000", 10).cycleDays()).isEqualTo(Beside.FAR_BETTER);
        assertThat(held(30, 60, 30, "1000", 40).cycleDays()).isEqualTo(Beside.FAR_WORSE);
        assertThat(held(30, 60, 30, "1000", 21).cycleDays()).isEqualTo(Beside.NEAR);
    }

    @Test
    void withThreePeopleNobodyIsCompared() {
        colleagues(2);
        MemberMeters third = held(0, 60, 30, "1", 400);

        assertThat(third.averageOrder()).isNull();
        assertThat(third.closingRate()).isNull();
        assertThat(third.cycleDays()).isNull();
    }

    private void colleagues(int count) {
        for (int i = 1; i <= count; i++) {
            add(i, 30, 60, 30, "1000", 20);
        }
    }

    private MemberMeters held(int won, int decided, int count, String value, int days) {
        orders.removeIf(order -> order.owner() == 9);
        cycles.removeIf(cycle -> cycle.owner() == 9);
        PersonRef person = add(9, won, decided, count, value, days);
        return new Benchmark(each, orders, cycles).of(person);
    }

    private PersonRef add(long id, int won, int decided, int count, String value, int days) {
        PersonRef person = person(id);
        each.put(person, meters(won, decided, count, new BigDecimal(value).multiply(BigDecimal.valueOf(count)), days));
        for (int i = 0; i < count; i++) {
            orders.add(new Owned(id, new BigDecimal(value)));
        }
        for (int i = 0; i < won; i++) {
            cycles.add(new Owned(id, BigDecimal.valueOf(days)));
        }
        return person;
    }

    private static PersonRef person(long id) {
        return new PersonRef(new PersonId(id), "P" + id, "Person " + id);
    }

    private static OwnMeters meters(int won, int decided, int count, BigDecimal revenue, int days) {
        Period quarter = Period.parse("2026-Q1");
        return new OwnMeters(
                quarter,
                quarter.to(),
                "EUR",
                0,
                BigDecimal.ZERO,
                revenue,
                BigDecimal.valueOf(count),
                revenue.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64),
                won,
                decided,
                BigDecimal.valueOf(won).divide(BigDecimal.valueOf(decided), MathContext.DECIMAL64),
                won,
                won < OwnMeters.FEWEST ? null : BigDecimal.valueOf(days));
    }
}
