package org.koploper.kpi;

import org.jspecify.annotations.Nullable;
import org.koploper.people.PersonRef;

/**
 * The four numbers of one of several people, and how they stand beside the others'. There is no comparison where either
 * side has too little, and none of open quotes: how many somebody has open depends on how many days they work.
 *
 * @param averageOrder null where it is not compared
 * @param closingRate null where it is not compared
 * @param cycleDays null where it is not compared
 */
public record MemberMeters(
        PersonRef person,
        OwnMeters meters,
        @Nullable Beside averageOrder,
        @Nullable Beside closingRate,
        @Nullable Beside cycleDays) {

    /** How somebody's number stands beside that of the others; a short cycle is better than a long one. */
    public enum Beside {
        FAR_WORSE,
        WORSE,
        /** Also where the difference may well be chance. */
        NEAR,
        BETTER,
        FAR_BETTER
    }
}
