package org.koploper.game;

import org.koploper.access.PersonId;

/** Raised inside the transaction in which kudos are taken back: nobody is to be told of them any more. */
public record KudosTakenBack(long id, PersonId receiver) {}
