package org.koploper.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;

/**
 * Revenue agreed for months, quarters and years, up to the end of the running year. Quarters and years are the sums of
 * their months; the team's is that of its people and something for whoever has no target; a month in which somebody
 * joined counts for the rest of it only.
 */
final class Targets {

    /** What a team is asked for on top of what its people have agreed, for somebody without a target, per month. */
    private static final int ON_TOP = 30_000;

    private final DemoDay day;
    private final Cast cast;

    Targets(DemoDay day, Cast cast) {
        this.day = day;
        this.cast = cast;
    }

    void fill(Rows rows) {
        for (Member seller : cast.sellers()) {
            if (seller.target() > 0) {
                spread(rows, "person", seller.id(), month -> ofPerson(seller, month));
            }
        }
        for (String team : List.of(Cast.ANTWERP, Cast.ROTTERDAM)) {
            spread(rows, "team", team, month -> ofTeam(team, month));
        }
        spread(rows, "team", Cast.SALES, this::ofAll);
        spread(rows, "organisation", null, this::ofAll);
    }

    private void spread(Rows rows, String scope, @Nullable String who, ToIntFunction<YearMonth> ofMonth) {
        LocalDate end = Period.year(day.today()).to();
        for (PeriodKind kind : List.of(PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR)) {
            Period period = kind.around(day.start());
            if (period.from().isBefore(day.start())) {
                period = period.next();
            }
            for (; !period.to().isAfter(end); period = period.next()) {
                int sum = 0;
                for (YearMonth month = YearMonth.from(period.from());
                        !month.isAfter(YearMonth.from(period.to()));
                        month = month.plusMonths(1)) {
                    sum += ofMonth.applyAsInt(month);
                }
                if (sum > 0) {
                    target(rows, scope, who, period, sum);
                }
            }
        }
    }

    private static void target(Rows rows, String scope, @Nullable String who, Period period, int amount) {
        rows.add("targets", "G-" + (who == null ? "ALL" : who) + "-" + period.key())
                .with("scope", scope)
                .with("person", scope.equals("person") ? who : null)
                .with("team", scope.equals("team") ? who : null)
                .with("kpi", "revenue")
                .with("from", period.from())
                .with("to", period.to())
                .with("amount", BigDecimal.valueOf(amount))
                .with("currency", "EUR");
    }

    private static int ofPerson(Member seller, YearMonth month) {
        LocalDate since = seller.since();
        if (since == null || since.isBefore(month.atDay(1))) {
            return seller.target();
        }
        if (since.isAfter(month.atEndOfMonth())) {
            return 0;
        }
        int there = month.lengthOfMonth() - since.getDayOfMonth() + 1;
        return seller.target() * there / month.lengthOfMonth() / 100 * 100;
    }

    private int ofTeam(String team, YearMonth month) {
        int sum = team.equals(Cast.ROTTERDAM) ? ON_TOP : 0;
        for (Member seller : cast.sellers()) {
            if (team.equals(seller.teamOn(month.atEndOfMonth()))) {
                sum += ofPerson(seller, month);
            }
        }
        return sum;
    }

    private int ofAll(YearMonth month) {
        return ofTeam(Cast.ANTWERP, month) + ofTeam(Cast.ROTTERDAM, month);
    }
}
