package org.koploper.commission;

/** Somebody else changed the plan since it was read; nothing was changed: read it again. */
public class PlanChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlanChangedMeanwhile() {
        super("The plan was changed meanwhile");
    }
}
