package org.koploper.people;

/**
 * Persons, teams, memberships, reporting lines, job roles, employments or absences changed. What is kept per person and day stays
 * right; what is kept per team or manager has to be looked at again.
 *
 * @param batch from the common sequence of ids
 */
public record PeopleChanged(long batch) {}
