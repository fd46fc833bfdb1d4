package org.koploper.records;

import java.util.List;

/** Nothing was taken back, because some records cannot go back, or because nothing is known any more. */
public class NotUndone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Obstacle> obstacles;

    NotUndone(List<Obstacle> obstacles) {
        super(obstacles.size() + " records");
        this.obstacles = List.copyOf(obstacles);
    }

    /** Somebody else takes it back at this moment, or did. */
    public static NotUndone before() {
        return new NotUndone(List.of());
    }

    /** What stands in the way; empty when what the batch wrote is not kept (any more). */
    public List<Obstacle> obstacles() {
        return obstacles;
    }
}
