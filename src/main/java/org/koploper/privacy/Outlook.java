package org.koploper.privacy;

import java.util.List;
import java.util.Set;

/**
 * What erasing somebody would do.
 *
 * @param obstacles why it cannot be done yet; none when it can
 * @param goes what is deleted
 * @param rewritten what stays, under another name; texts are counted only when nothing stands in the way
 * @param stays what stays as it is
 */
public record Outlook(Set<Obstacle> obstacles, List<Held> goes, List<Held> rewritten, List<Held> stays) {

    /** Whether it can be done now. */
    public boolean possible() {
        return obstacles.isEmpty();
    }
}
