package org.koploper.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done, as its reader may see it.
 *
 * @param actor name of who did it
 * @param behind whom the product did it for, where it acted in its own name; null for nobody
 * @param reason in the words of who did it; null where none is asked for, or where it is withheld
 * @param before what was, see {@link Facts}; null for nothing, or where it is withheld
 * @param after what is, see {@link Facts}; null for nothing, or where it is withheld
 * @param request the id of the request it was done in, as the log and a failure name it; null where it was done in none
 * @param network where the request came from, see {@link org.koploper.access.Origin}; null for nothing, and for everybody but
 *     administration, since it tells who was in the office
 * @param withheld whether reason, before and after are not for this reader, because pay can stand in them
 */
public record AuditRecord(
        long id,
        Instant at,
        String actor,
        @Nullable String behind,
        String action,
        String kind,
        String ref,
        String name,
        @Nullable String reason,
        @Nullable String before,
        @Nullable String after,
        @Nullable String request,
        @Nullable String network,
        boolean withheld) {

    /** Its place in the trail, to go on reading after it. */
    public Place place() {
        return new Place(at, id);
    }

    /** Where in the trail a record is: by time, and where two are of the same moment by id. */
    public record Place(Instant at, long id) {}
}
