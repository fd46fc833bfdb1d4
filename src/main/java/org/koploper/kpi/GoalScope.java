package org.koploper.kpi;

/** Whose target it is. */
public enum GoalScope {
    PERSON,
    TEAM,
    ORGANISATION,
    CUSTOMER
}
