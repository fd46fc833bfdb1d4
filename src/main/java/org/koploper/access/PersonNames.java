package org.koploper.access;

/** Answers how a person is called; the room that knows persons implements it. */
public interface PersonNames {

    /** The name, or an empty text where there is no such person. */
    String nameOf(PersonId person);
}
