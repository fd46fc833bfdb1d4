package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koploper.money.Decimals;

class DifferencesTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private final Map<String, Held> ledger = new HashMap<>();

    @Test
    void aFirstRunPostsEveryLine() {
        assertThat(post(deal("D-1", "1000"), deal("D-2", "10.05")))
                .containsExactly(
                        "NEW C|2026-11|D-1|-1 100", "NEW C|2026-11|D-2|-1 1.005", "NEW C|2026-11||rounding 0.005");
    }

    @Test
    void aChangedDealPostsOnlyWhatItMoves() {
        post(deal("D-1", "1000"), deal("D-2", "2000"));

        assertThat(post(deal("D-1", "1000"), deal("D-2", "1500"))).containsExactly("CHANGED C|2026-11|D-2|-1 -50");
    }

    @Test
    void aDealThatIsNoLongerThereIsTakenBackOnce() {
        post(deal("D-1", "1000"), deal("D-2", "2000"));

        assertThat(post(deal("D-2", "2000"))).containsExactly("GONE C|2026-11|D-1|-1 -100");
        assertThat(post(deal("D-2", "2000"))).isEmpty();
        assertThat(post(deal("D-1", "1000"), deal("D-2", "2000"))).containsExactly("NEW C|2026-11|D-1|-1 100");
    }

    @Test
    void zeroIsSaidOnceAndTakenBackOnceWhenADealComes() {
        assertThat(post()).containsExactly("NEW C|2026-11||none 0");
        assertThat(post()).isEmpty();
        assertThat(post(deal("D-1", "1000"))).containsExactly("NEW C|2026-11|D-1|-1 100", "GONE C|2026-11||none 0");
        assertThat(post(deal("D-1", "1000"))).isEmpty();
        assertThat(post()).containsExactly("NEW C|2026-11||none 0", "GONE C|2026-11|D-1|-1 -100");
    }

    @Test
    void anotherBaseForTheSameAmountIsPostedSoThatTheReasonStaysTrue() {
        post(deal("D-1", "0"));
        String key = "C|2026-11|D-1|-1";
        ledger.put(key, new Held(BigDecimal.ZERO, BigDecimal.TEN, new BigDecimal("0.1"), 0, false));

        assertThat(post(deal("D-1", "0"))).containsExactly("CHANGED " + key + " 0");
    }

    @Test
    void aDealWithAnotherAmountAndShareButTheSameCreditIsOnlyExplainedAnewAndOnlyOnce() {
        post(deal("D-1", "1000"));
        Credit half = new Credit("D-1", LocalDate.of(2026, 11, 3), new BigDecimal("2000"), new BigDecimal("0.5"));

        assertThat(post(half)).containsExactly("EXPLAINED C|2026-11|D-1|-1 0");
        assertThat(post(half)).isEmpty();
    }

    @Test
    void whatIsGoneKeepsItsPlaceAndSaysSo() {
        String key = "C|2026-11|odd|deal id|2";
        ledger.put(key, new Held(new BigDecimal("7.5"), BigDecimal.TEN, BigDecimal.ONE, 0, false));

        Line line = Differences.between(List.of(), ledger).getFirst().line();

        assertThat(line.key()).isEqualTo(key);
        assertThat(line.deal()).isEqualTo("odd|deal id");
        assertThat(line.band()).isEqualTo(2);
        assertThat(line.amount()).isZero();
        assertThat(line.reason().label()).isEqualTo(Label.GONE);
    }

    @Test
    void keysThatNoLineCanHaveAndLinesWithOneKeyAreRefused() {
        Held held = new Held(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, 0, false);
        for (String key : List.of("", "C", "C|2026-11", "C|2026-11|0", "C|2026-13|D-1|0", "C|2026-11|D-1|x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Differences.between(List.of(), Map.of(key, held)))
                    .withMessageContaining("'" + key + "'");
        }
        List<Line> twice = List.of(lines().getFirst(), lines().getFirst());
        assertThatIllegalArgumentException().isThrownBy(() -> Differences.between(twice, Map.of()));
    }

    private List<String> post(Credit... credits) {
        List<Difference> differences = Differences.between(lines(credits), ledger);
        differences.forEach(difference -> ledger.put(difference.key(), Held.after(difference)));
        return differences.stream()
                .map(difference ->
                        difference.change() + " " + difference.key() + " " + Decimals.plain(difference.delta()))
                .toList();
    }

    private static List<Line> lines(Credit... credits) {
        Terms terms = new Terms(
                "Flat",
                1,
                Samples.EURO,
                new Validity(LocalDate.of(2026, 1, 1), null),
                List.of(new Component("C", new FlatRate(new BigDecimal("0.1")))),
                Rounding.standard(Samples.EURO));
        return Engine.calculate(terms, List.of(credits), NOVEMBER, NOVEMBER);
    }

    private static Credit deal(String id, String amount) {
        return new Credit(id, LocalDate.of(2026, 11, 3), new BigDecimal(amount), BigDecimal.ONE);
    }
}
