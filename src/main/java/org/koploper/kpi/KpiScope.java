package org.koploper.kpi;

import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.people.TeamId;

/**
 * Whose number it is.
 *
 * @param kind of the id; an id is there for every kind but {@link Kind#ORGANISATION}
 * @param id of the person, team or customer inside the product; null for the organisation
 */
public record KpiScope(Kind kind, @Nullable Long id) {

    /** What a number can be about. */
    public enum Kind {
        PERSON,
        /** With the teams below it; members count for the days on which they belong to it. */
        TEAM,
        ORGANISATION,
        CUSTOMER
    }

    public KpiScope {
        if ((id == null) != (kind == Kind.ORGANISATION)) {
            throw new IllegalArgumentException(kind + " with id " + id);
        }
    }

    public static KpiScope organisation() {
        return new KpiScope(Kind.ORGANISATION, null);
    }

    public static KpiScope of(PersonId person) {
        return new KpiScope(Kind.PERSON, person.value());
    }

    public static KpiScope of(TeamId team) {
        return new KpiScope(Kind.TEAM, team.value());
    }

    /** @param customer id inside the product */
    public static KpiScope ofCustomer(long customer) {
        return new KpiScope(Kind.CUSTOMER, customer);
    }
}
