package org.koploper.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.koploper.period.Period;

/** Days on which somebody was not there; none in the running month, one planned for the next. */
record Absence(String person, Period days, String kind) {

    static List<Absence> all(DemoDay day) {
        return List.of(
                of(Cast.AN, day.month().minusMonths(2), 4, 11, "holiday"),
                of(Cast.WOUT, day.month().minusMonths(4), 8, 19, "holiday"),
                of(Cast.DAAN, day.month().minusMonths(1), 12, 16, "illness"),
                of(Cast.SANNE, day.month().minusMonths(5), 8, 19, "holiday"),
                of(Cast.LOTTE, day.month().minusMonths(3), 2, 6, "holiday"),
                of(Cast.FEMKE, day.month().minusMonths(6), 15, 26, "holiday"),
                of(Cast.THIJS, day.month().minusMonths(8), 3, 5, "illness"),
                of(Cast.NELE, day.month().plusMonths(1), 10, 14, "holiday"));
    }

    boolean keeps(Member member, LocalDate date) {
        return member.id().equals(person) && days.contains(date);
    }

    private static Absence of(String person, YearMonth month, int from, int to, String kind) {
        return new Absence(person, new Period(month.atDay(from), month.atDay(to)), kind);
    }
}
