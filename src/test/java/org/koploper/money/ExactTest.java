package org.koploper.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever fits in a long or does not: the same as BigDecimal. Run again with {@code -Dseed=…} as printed. */
class ExactTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = 40_000;
    private static final String MOST = "9223372036854775807";

    private final Random random = new Random(SEED);

    @Test
    void whateverIsComputedIsWhatBigDecimalGives() {
        System.out.println("ExactTest seed " + SEED);
        for (int round = 0; round < ROUNDS; round++) {
            BigDecimal one = number();
            BigDecimal other = random.nextInt(8) == 0 ? one : number();
            agree(one, other);
        }
    }

    @Test
    void nothingIsLostWhereALongEnds() {
        List<BigDecimal> edges = new ArrayList<>();
        for (String text :
                List.of(MOST, "9223372036854775808", "999999999999999999", "1000000000000000000", "1", "0")) {
            for (int decimals : new int[] {0, 1, 9, 18, 19, 37}) {
                edges.add(new BigDecimal(text).movePointLeft(decimals));
                edges.add(new BigDecimal(text).movePointLeft(decimals).negate());
            }
        }
        edges.forEach(one -> edges.forEach(other -> agree(one, other)));

        assertThat(exact(MOST).plus(Exact.ONE)).hasToString("9223372036854775808");
        assertThat(exact("-" + MOST).minus(exact("2"))).hasToString("-9223372036854775809");
        assertThat(exact("-" + MOST).minus(Exact.ONE).abs()).hasToString("9223372036854775808");
        assertThat(exact("3037000500").times(exact("3037000500"))).hasToString("9223372037000250000");
    }

    @Test
    void whatBecameTooLargeAndSmallAgainIsTheSameNumberAsBefore() {
        Exact large = exact(MOST);

        assertThat(large.times(large).minus(large.times(large))).isEqualTo(Exact.ZERO);
        assertThat(large.plus(large).minus(large)).isEqualTo(large).hasSameHashCodeAs(large);
        assertThat(exact("1.50")).isEqualTo(exact("1.5")).hasSameHashCodeAs(exact("1.5"));
        assertThat(exact("1.5")).isNotEqualTo(exact("15")).isNotEqualTo(exact("-1.5"));
        assertThat(large.times(large)).isEqualTo(large.times(large)).isNotEqualTo(large.times(large.negate()));
    }

    @Test
    void aNumberWithoutZerosHasAsManyDecimalsAsItNeeds() {
        assertThat(exact("12.3400").decimals()).isEqualTo(2);
        assertThat(exact("0.05").times(exact("20")).decimals()).isZero();
        assertThat(exact("1E+3")).hasToString("1000");
        assertThatIllegalArgumentException().isThrownBy(() -> exact("1E+61"));
    }

    @Test
    void nothingIsDividedByZero() {
        assertThatThrownBy(() -> Exact.ONE.over(Exact.ZERO, 18)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aNumberThatIsTooLongIsNotWritten() {
        byte[] text = new byte[Exact.LONGEST_TEXT];

        assertThat(exact(MOST).plus(Exact.ONE).write(text)).isNegative();
        assertThat(exact("0.0000000000000000001").write(text)).isNegative();
        assertThat(exact("-0.000000000000000001").write(text)).isNotNegative();
        assertThat(exact("-9.223372036854775807").write(text)).isZero();
    }

    private void agree(BigDecimal one, BigDecimal other) {
        Exact first = Exact.of(one);
        Exact second = Exact.of(other);
        same(first, one, "itself", one, other);
        same(first.plus(second), one.add(other), "plus", one, other);
        same(first.minus(second), one.subtract(other), "minus", one, other);
        same(first.times(second), one.multiply(other), "times", one, other);
        same(first.negate(), one.negate(), "negate", one, other);
        same(first.abs(), one.abs(), "abs", one, other);
        same(first.min(second), one.min(other), "min", one, other);
        same(first.max(second), one.max(other), "max", one, other);
        same(first.rounded(4, RoundingMode.HALF_UP), rounded(one), "rounded", one, other);
        if (other.signum() != 0) {
            same(first.over(second, 18), one.divide(other, 18, RoundingMode.HALF_EVEN), "over", one, other);
        }
        assertThat(first.signum()).as("sign of %s", one).isEqualTo(one.signum());
        assertThat(Integer.signum(first.compareTo(second)))
                .as("%s to %s, seed %s", one, other, SEED)
                .isEqualTo(one.compareTo(other));
        assertThat(first.equals(second))
                .as("%s is %s, seed %s", one, other, SEED)
                .isEqualTo(one.compareTo(other) == 0);
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.scale() > 4 ? number.setScale(4, RoundingMode.HALF_UP) : number;
    }

    private static void same(Exact exact, BigDecimal wanted, String what, BigDecimal one, BigDecimal other) {
        BigDecimal canonical = Decimals.canonical(wanted);
        assertThat(exact.value())
                .as("%s of %s and %s, seed %s", what, one, other, SEED)
                .isEqualTo(canonical);
        assertThat(exact)
                .as("%s of %s and %s, seed %s", what, one, other, SEED)
                .isEqualTo(Exact.of(wanted))
                .hasSameHashCodeAs(Exact.of(wanted))
                .hasToString(canonical.toPlainString());
        byte[] text = new byte[Exact.LONGEST_TEXT];
        int from = exact.write(text);
        if (from >= 0) {
            assertThat(new String(text, from, text.length - from, StandardCharsets.US_ASCII))
                    .isEqualTo(Decimals.plain(wanted));
        }
    }

    /** Of all lengths, often with zeros behind, often next to where a long ends. */
    private BigDecimal number() {
        long units = switch (random.nextInt(6)) {
            case 0 -> random.nextLong();
            case 1 -> Long.MAX_VALUE - random.nextInt(3);
            case 2 -> Long.MIN_VALUE + random.nextInt(3);
            case 3 -> random.nextInt(-3, 4);
            case 4 -> random.nextInt(-1_000_000, 1_000_000) * (long) Math.pow(10, random.nextInt(0, 13));
            default -> random.nextLong() >> random.nextInt(Long.SIZE);
        };
        return BigDecimal.valueOf(units, random.nextInt(-2, 25));
    }

    private static Exact exact(String text) {
        return Exact.of(new BigDecimal(text));
    }
}
