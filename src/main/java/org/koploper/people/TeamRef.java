package org.koploper.people;

import org.jspecify.annotations.Nullable;

/**
 * A team and its place in the tree.
 *
 * @param externalId as outside programs know the team
 * @param parent null at the top
 */
public record TeamRef(
        TeamId id, String externalId, String name, @Nullable TeamId parent) {}
