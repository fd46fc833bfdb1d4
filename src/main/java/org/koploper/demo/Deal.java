package org.koploper.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A deal of the demo.
 *
 * @param stage as files name it
 * @param engaged null while it is only a prospect
 * @param quoted null where no quote was sent
 * @param closed null while it is open
 * @param cancelled null unless it was won and taken back
 * @param value in euro, more than zero
 * @param lines what was sold; empty where only the value is known, otherwise adding up to the value
 * @param splits share in percent by person; empty: all of it is the owner's
 * @param overlays what others are credited with on top of that, in percent by person
 */
record Deal(
        String id,
        String owner,
        Catalogue.Customer customer,
        Catalogue.Product product,
        String stage,
        @Nullable LocalDate engaged,
        @Nullable LocalDate quoted,
        @Nullable LocalDate closed,
        @Nullable LocalDate cancelled,
        BigDecimal value,
        List<Line> lines,
        Map<String, Integer> splits,
        Map<String, Integer> overlays) {

    static final String PROSPECTING = "prospecting";
    static final String ENGAGING = "engaging";
    static final String QUOTED = "quoted";
    static final String WON = "won";
    static final String LOST = "lost";
    static final String CANCELLED = "cancelled";

    Deal cancelledOn(LocalDate day) {
        return new Deal(
                id, owner, customer, product, CANCELLED, engaged, quoted, closed, day, value, lines, splits, overlays);
    }

    Deal with(Catalogue.Customer other) {
        return new Deal(
                id, owner, other, product, stage, engaged, quoted, closed, cancelled, value, lines, splits, overlays);
    }

    Deal shared(Map<String, Integer> percents, Map<String, Integer> onTop) {
        return new Deal(
                id,
                owner,
                customer,
                product,
                stage,
                engaged,
                quoted,
                closed,
                cancelled,
                value,
                lines,
                new TreeMap<>(percents),
                new TreeMap<>(onTop));
    }

    /** One product of a deal; the unit price is the list price less the discount, exactly. */
    record Line(Catalogue.Product product, int quantity, int discountPercent) {

        BigDecimal unitPrice() {
            return BigDecimal.valueOf((long) product.listPrice() * (100 - discountPercent), 2);
        }

        BigDecimal total() {
            return unitPrice().multiply(BigDecimal.valueOf(quantity));
        }
    }
}
