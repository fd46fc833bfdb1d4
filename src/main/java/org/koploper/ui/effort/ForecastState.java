package org.koploper.ui.effort;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.ui.shell.Address;

/**
 * What the reader wants to know beforehand, as the address says: {@code target}, {@code per}, {@code days}, {@code sure},
 * {@code talk} and {@code wrap}.
 *
 * @param target meetings a day or a week, from 1 to 500
 * @param daily whether they are wanted on each day
 * @param days working days of a week, from 1 to 7
 * @param sure how certain one wants to be, in percent
 * @param talk minutes of one call; null where nobody says so
 * @param wrap minutes of noting and looking up after one
 */
record ForecastState(
        int target,
        boolean daily,
        int days,
        int sure,
        @Nullable BigDecimal talk,
        BigDecimal wrap) {

    static final List<Integer> CERTAINTIES = List.of(50, 80, 90);
    static final int MOST = 500;
    static final int WEEK = 7;

    private static final int USUAL_TARGET = 10;
    private static final int USUAL_DAYS = 5;
    private static final int USUAL_CERTAINTY = 80;
    private static final BigDecimal LONGEST = BigDecimal.valueOf(240);

    /** @param minutes what a call took so far; null where that is not known */
    static ForecastState read(Address address, @Nullable BigDecimal minutes) {
        return new ForecastState(
                whole(address, "target", target -> target >= 1 && target <= MOST)
                        .orElse(USUAL_TARGET),
                address.get("per").filter("day"::equals).isPresent(),
                whole(address, "days", days -> days >= 1 && days <= WEEK).orElse(USUAL_DAYS),
                whole(address, "sure", CERTAINTIES::contains).orElse(USUAL_CERTAINTY),
                minutes(address, "talk").orElse(minutes == null ? null : minutes.setScale(1, RoundingMode.HALF_UP)),
                minutes(address, "wrap").orElse(BigDecimal.ZERO));
    }

    private static Optional<Integer> whole(Address address, String name, Predicate<Integer> allowed) {
        return address.get(name)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(allowed);
    }

    private static Optional<BigDecimal> minutes(Address address, String name) {
        return address.get(name)
                .filter(text -> text.matches("[0-9]{1,3}([.][0-9]{1,2})?"))
                .map(Decimals::parse)
                .filter(ForecastState::canBe);
    }

    /** Whether a call may take so many minutes. */
    static boolean canBe(BigDecimal minutes) {
        return minutes.signum() >= 0 && minutes.compareTo(LONGEST) <= 0;
    }

    /** Of a whole week. */
    int meetings() {
        return daily ? target * days : target;
    }

    double certainty() {
        return sure / 100.0;
    }

    /** Of one call with what follows it; null where nobody said how long a call takes. */
    @Nullable
    BigDecimal minutesACall() {
        return talk == null || talk.add(wrap).signum() == 0 ? null : talk.add(wrap);
    }
}
