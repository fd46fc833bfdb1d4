package org.koploper.people;

import org.koploper.access.PersonId;

/**
 * Enough of a person to show and to link.
 *
 * @param externalId as outside programs know the person
 */
public record PersonRef(PersonId id, String externalId, String name) {}
