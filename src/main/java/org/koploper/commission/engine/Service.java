package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * The days on which somebody works here.
 *
 * @param from first day, included; null when it is not known, as if it had been always
 * @param to last day, included; null while there is no end
 * @param parts of full time, by day; full time before the first of them
 */
public record Service(@Nullable LocalDate from, @Nullable LocalDate to, List<Part> parts) {

    public static final Service ALWAYS = new Service(null, null);

    public Service {
        parts = parts.stream().sorted(Comparator.comparing(Part::from)).toList();
    }

    /** Always full time. */
    public Service(@Nullable LocalDate from, @Nullable LocalDate to) {
        this(from, to, List.of());
    }

    /**
     * A part of full time.
     *
     * @param from the first day on which it holds, until the next one does
     * @param part above zero, at most 1
     */
    public record Part(LocalDate from, BigDecimal part) {

        /** @throws IllegalArgumentException when the part lies outside of that */
        public Part {
            if (part.signum() <= 0 || part.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException(
                        "A part of full time is above 0 and at most 1, not " + part.toPlainString());
            }
            part = Decimals.canonical(part);
        }
    }
}
