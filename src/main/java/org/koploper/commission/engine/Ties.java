package org.koploper.commission.engine;

/** What people get who are level. */
public enum Ties {
    /** The prizes of all places that they take, added and divided; cents that are left go to the first by id. */
    POOLED,
    /** Each the prize of the place that they share; as many places as there are of them are taken: 1, 2, 2, 4. */
    SHARED,
    /** Each the prize of the place that they share; the next place follows: 1, 2, 2, 3. */
    DENSE,
    /** Who reached it on an earlier day is before the others; pooled where that was on one day. */
    FIRST_TO_REACH
}
