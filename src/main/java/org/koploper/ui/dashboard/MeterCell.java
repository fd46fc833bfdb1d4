package org.koploper.ui.dashboard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Beside;
import org.koploper.kpi.Compared;
import org.koploper.kpi.Meter;
import org.koploper.kpi.Reading;
import org.koploper.ui.kit.HeatCell;
import org.koploper.ui.kit.HeatCell.Level;
import org.koploper.ui.kit.ReadingWords;

/** One number of one of several, with a bar on the scale of all of them and what may be said of it. */
final class MeterCell {

    private MeterCell() {}

    /** The longest bar: the largest of all numbers and of what they are held against. */
    static <S> BigDecimal longest(Meter meter, Collection<Compared<S>> rows) {
        return rows.stream()
                .flatMap(row ->
                        Stream.of(row.reading(meter).value(), row.beside(meter).others()))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    static <S> HeatCell of(Meter meter, Compared<S> row, BigDecimal longest) {
        Reading reading = row.reading(meter);
        Beside beside = row.beside(meter);
        BigDecimal value = reading.value();
        ReadingWords written = new ReadingWords(reading.currency());
        String basis = written.shortBasis(reading).orElse("");
        if (value == null && (reading.n() == null || reading.n().signum() == 0)) {
            return HeatCell.none();
        }
        if (value == null) {
            return HeatCell.tooFew(basis, BesideWords.verdict(meter, beside));
        }
        String text = basis.isEmpty()
                ? written.amount(reading, value)
                : HeatCell.none().getTranslation("dashboard.value-of", written.amount(reading, value), basis);
        return cell(text, meter, beside)
                .withBar(part(value, longest), beside.others() == null ? null : part(beside.others(), longest));
    }

    private static HeatCell cell(String text, Meter meter, Beside beside) {
        String words = BesideWords.verdict(meter, beside);
        return switch (beside.verdict()) {
            case BETTER -> HeatCell.of(text, Level.BETTER, words);
            case WORSE -> HeatCell.of(text, Level.WORSE, words);
            case UNCLEAR -> HeatCell.of(text, Level.NEAR, words);
            case TOO_LITTLE -> HeatCell.tooFew(text, words);
            case TOO_FEW_PEOPLE, TOO_MANY -> HeatCell.plain(text);
        };
    }

    private static BigDecimal part(@Nullable BigDecimal value, BigDecimal longest) {
        return value == null || longest.signum() <= 0 ? BigDecimal.ZERO : value.divide(longest, MathContext.DECIMAL32);
    }
}
