package org.koploper.people;

/** What an empty product can begin with instead of nothing. The room that has it brings a bean of this kind. */
public interface FirstData {

    /** Whether nobody has put anything into the product yet, so that this would stand alone. */
    boolean fits();

    /** Puts it in, in the running transaction and in the product's own name. */
    void load();
}
