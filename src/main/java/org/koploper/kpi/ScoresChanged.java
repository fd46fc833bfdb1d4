package org.koploper.kpi;

/** Scores of objectives were added, changed or removed. */
public record ScoresChanged(long batch) {}
