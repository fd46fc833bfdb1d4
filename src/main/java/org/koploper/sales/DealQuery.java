package org.koploper.sales;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;

/**
 * Which deals, in which order, and which page of them.
 *
 * @param text occurs in the external id, the name or the customer's name, whatever its case; blank for all
 * @param stages empty for all
 * @param owner null for all
 * @param closedFrom closed on this day or later; null for all, those not closed too
 * @param closedTo closed on this day or earlier; null for all, those not closed too
 * @param offset how many rows to pass over
 * @param size how many rows then, 1 to 1,000
 */
public record DealQuery(
        String text,
        Set<DealStage> stages,
        @Nullable PersonId owner,
        @Nullable LocalDate closedFrom,
        @Nullable LocalDate closedTo,
        int offset,
        int size,
        Sort sort,
        boolean descending) {

    public DealQuery {
        stages = Set.copyOf(stages);
        if (offset < 0 || size < 1 || size > 1_000) {
            throw new IllegalArgumentException("No such page: " + size + " after " + offset);
        }
    }

    /** Whenever they were closed, if at all; null for all stages. */
    public DealQuery(
            String text,
            @Nullable DealStage stage,
            @Nullable PersonId owner,
            int offset,
            int size,
            Sort sort,
            boolean descending) {
        this(text, stage == null ? Set.of() : Set.of(stage), owner, null, null, offset, size, sort, descending);
    }

    /** What a list can be sorted by; empty values come last, equal ones by external id. */
    public enum Sort {
        EXTERNAL_ID("d.external_id"),
        NAME("d.name"),
        CUSTOMER("c.name"),
        OWNER("o.name"),
        STAGE("d.stage"),
        VALUE("d.deal_value"),
        ENGAGED_ON("d.engaged_on"),
        CLOSED_ON("d.closed_on");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** The first page of everything, newest close date first. */
    public static DealQuery all(int size) {
        return new DealQuery("", null, null, 0, size, Sort.CLOSED_ON, true);
    }
}
