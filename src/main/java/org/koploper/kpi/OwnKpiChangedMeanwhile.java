package org.koploper.kpi;

/** Somebody else made a version since, so this one would replace what its maker never saw. */
public class OwnKpiChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1;

    OwnKpiChangedMeanwhile(String key) {
        super(key);
    }
}
