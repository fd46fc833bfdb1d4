package org.koploper.privacy;

import java.util.Set;

/** Somebody was not erased, and nothing was changed. */
public class NotErased extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<Obstacle> obstacles;

    NotErased(Set<Obstacle> obstacles) {
        super("Not erased: " + obstacles);
        this.obstacles = Set.copyOf(obstacles);
    }

    /** Why not. */
    public Set<Obstacle> obstacles() {
        return obstacles;
    }
}
