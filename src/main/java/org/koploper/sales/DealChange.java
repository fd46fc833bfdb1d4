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
 * @param overlays percent per person on top of that, each above 0 and at most 100; empty for nobody
 */
public record DealChange(
        DealStage stage,
        @Nullable BigDecimal value,
        PersonId owner,
        @Nullable LocalDate engagedOn,
        @Nullable LocalDate quotedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate cancelledOn,
        Map<PersonId, BigDecimal> splits,
        Map<PersonId, BigDecimal> overlays) {

    public DealChange {
        splits = Map.copyOf(splits);
        overlays = Map.copyOf(overlays);
    }

    /** The same, won on that day for that value. */
    public DealChange won(LocalDate on, @Nullable BigDecimal value) {
        return new DealChange(DealStage.WON, value, owner, engagedOn, quotedOn, on, null, splits, overlays);
    }

    /** The same, lost on that day. */
    public DealChange lost(LocalDate on) {
        return new DealChange(DealStage.LOST, value, owner, engagedOn, quotedOn, on, null, splits, overlays);
    }

    /** The same, cancelled on that day after it was won. */
    public DealChange cancelled(LocalDate on) {
        return new DealChange(DealStage.CANCELLED, value, owner, engagedOn, quotedOn, closedOn, on, splits, overlays);
    }

    /** The same for another value. */
    public DealChange worth(@Nullable BigDecimal other) {
        return new DealChange(stage, other, owner, engagedOn, quotedOn, closedOn, cancelledOn, splits, overlays);
    }

    /** The same with another owner. */
    public DealChange ownedBy(PersonId other) {
        return new DealChange(stage, value, other, engagedOn, quotedOn, closedOn, cancelledOn, splits, overlays);
    }

    /** The same, shared like this, in percent. */
    public DealChange sharedBy(Map<PersonId, BigDecimal> shares) {
        return new DealChange(stage, value, owner, engagedOn, quotedOn, closedOn, cancelledOn, shares, overlays);
    }

    /** The same, with these credited on top of those who share it, in percent. */
    public DealChange creditedTo(Map<PersonId, BigDecimal> parts) {
        return new DealChange(stage, value, owner, engagedOn, quotedOn, closedOn, cancelledOn, splits, parts);
    }
}
