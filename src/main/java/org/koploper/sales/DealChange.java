package org.koploper.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;

/**
 * What a deal shall be, complete: start from {@link DealView#unchanged()} and change what has to change.
 *
 * @param value in the deal's currency, at most 4 decimals; null for unknown
 * @param splits percent per person, together 100; empty: the owner has all of it
 */
public record DealChange(
        DealStage stage,
        @Nullable BigDecimal value,
        PersonId owner,
        @Nullable LocalDate engagedOn,
        @Nullable LocalDate quotedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate cancelledOn,
        Map<PersonId, BigDecimal> splits) {

    public DealChange {
        splits = Map.copyOf(splits);
    }

    /** The same, won on that day for that value. */
    public DealChange won(LocalDate on, @Nullable BigDecimal value) {
        return new DealChange(DealStage.WON, value, owner, engagedOn, quotedOn, on, null, splits);
    }

    /** The same, lost on that day. */
    public DealChange lost(LocalDate on) {
        return new DealChange(DealStage.LOST, value, owner, engagedOn, quotedOn, on, null, splits);
    }

    /** The same, cancelled on that day after it was won. */
    public DealChange cancelled(LocalDate on) {
        return new DealChange(DealStage.CANCELLED, value, owner, engagedOn, quotedOn, closedOn, on, splits);
    }

    /** The same for another value. */
    public DealChange worth(@Nullable BigDecimal other) {
        return new DealChange(stage, other, owner, engagedOn, quotedOn, closedOn, cancelledOn, splits);
    }

    /** The same with another owner. */
    public DealChange ownedBy(PersonId other) {
        return new DealChange(stage, value, other, engagedOn, quotedOn, closedOn, cancelledOn, splits);
    }

    /** The same, shared like this, in percent. */
    public DealChange sharedBy(Map<PersonId, BigDecimal> shares) {
        return new DealChange(stage, value, owner, engagedOn, quotedOn, closedOn, cancelledOn, shares);
    }
}
