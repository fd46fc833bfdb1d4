package org.koploper.kpi;

/** Targets were added or changed; goals and boards read again. */
public record TargetsChanged(long batch) {}
