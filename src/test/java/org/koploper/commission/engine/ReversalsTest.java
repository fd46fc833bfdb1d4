package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.koploper.money.Decimals;

/** What is taken back of a deal that was both reversed and ended before its time, worked out by hand; and what it counts. */
class ReversalsTest {

    private static final PayTerms.Clawback UNSERVED = new PayTerms.Clawback(null, 12);

    /** 1,200 paid in January, a year's contract that ends after six months. */
    private static final Credit SOLD = credit("D", "2026-01-10", "12000");

    private static final Termination HALF = new Termination("D", LocalDate.of(2026, 7, 1), 6);

    @Test
    void aDealThatIsCancelledAndThenEndsPaysItsMoneyBackOnce() {
        assertThat(paid(null, credit("D/cancelled", "2026-05-10", "-12000")))
                .isEqualTo(Map.of("2026-01", "1200", "2026-05", "-1200", "2026-07", "0"));
    }

    @Test
    void aDealThatEndsAndIsThenCancelledPaysItsMoneyBackOnce() {
        // half of it in July, and what was left in September
        assertThat(paid(null, credit("D/cancelled", "2026-09-10", "-12000")))
                .isEqualTo(Map.of("2026-01", "1200", "2026-07", "-600", "2026-09", "-600"));
    }

    @Test
    void bothInOneMonthTakeBackAllOfIt() {
        assertThat(paid(null, credit("D/cancelled", "2026-07-20", "-12000")))
                .isEqualTo(Map.of("2026-01", "1200", "2026-07", "-1200"));
    }

    @Test
    void ofWhatACreditNoteHasLeftTheUnservedPartIsTakenBack() {
        // 5,000 of 12,000 are credited, 700 stay, half of it is kept: 1,200 - 500 - 350
        assertThat(paid(null, credit("D/credit", "2026-05-10", "-5000")))
                .isEqualTo(Map.of("2026-01", "1200", "2026-05", "-500", "2026-07", "-350"));
    }

    @Test
    void whatWasNeverPaidIsNotTakenBackOfEither() {
        assertThat(paid(new PayTerms.OnCash(), credit("D/cancelled", "2026-09-10", "-12000")))
                .isEqualTo(Map.of());
    }

    @Test
    void anotherDealIsNotAReversalOfIt() {
        assertThat(paid(null, credit("E/cancelled", "2026-09-10", "-12000")))
                .isEqualTo(Map.of("2026-01", "1200", "2026-07", "-600", "2026-09", "-1200"));
    }

    @Test
    void aCreditNoteLeavesTheDealAndACancellationTakesIt() {
        assertThat(deals("D", "100")).isEqualByComparingTo("1");
        assertThat(deals("D/credit 2026-02-01", "-40")).isEqualByComparingTo("0");
        assertThat(deals("D/cancelled", "-60")).isEqualByComparingTo("-1");
        assertThat(deals("D", "-100")).isEqualByComparingTo("-1");
    }

    private static BigDecimal deals(String id, String amount) {
        return credit(id, "2026-02-01", amount).facts().deals();
    }

    private static Credit credit(String id, String date, String amount) {
        return new Credit(id, LocalDate.parse(date), new BigDecimal(amount), BigDecimal.ONE);
    }

    /** By month, those in which anything happened. */
    private static Map<String, String> paid(PayTerms.@Nullable Release release, Credit reversal) {
        Terms terms = new Terms(
                "Clawback",
                1,
                Samples.EURO,
                new Validity(LocalDate.of(2026, 1, 1), null),
                List.of(new Component("Commission", new FlatRate(new BigDecimal("0.1")))),
                Rounding.standard(Samples.EURO),
                new PayTerms(release, null, null, UNSERVED, false));
        History history =
                new History(List.of(SOLD, reversal), Service.ALWAYS, List.of(), List.of(), List.of(), List.of(HALF));
        List<Line> lines = Engine.pay(terms, history, YearMonth.of(2026, 1), YearMonth.of(2026, 12));
        Map<String, String> paid = new TreeMap<>();
        for (YearMonth month = YearMonth.of(2026, 1); month.getYear() == 2026; month = month.plusMonths(1)) {
            List<BigDecimal> amounts = new ArrayList<>();
            for (Line line : lines) {
                if (line.month().equals(month) && line.kind() != LineKind.NOTHING_CREDITED) {
                    amounts.add(line.amount());
                }
            }
            BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (!amounts.isEmpty() && (release == null || sum.signum() != 0)) {
                paid.put(month.toString(), Decimals.plain(sum));
            }
        }
        return paid;
    }
}
