package org.koploper.records;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Role;

/**
 * Who may see, change and remove which records of a kind, as data: the ties say whose record it is, the grants say which
 * role reaches how far. Conditions are SQL on the kind's table under the alias {@code r}.
 *
 * @param ties whose record it is; none for records of nobody in particular
 * @param named whether everybody may know that a record exists and what it is called, to choose it as a reference
 * @param grants what is allowed; nothing else is
 * @param pay condition under which a record says what somebody earns, so that a token needs the scope of statements for
 *     it; null for never
 */
public record Audience(
        List<Tie> ties,
        boolean named,
        List<Grant> grants,
        @Nullable String pay) {

    /** Nobody: the kind arrives by file and API only. */
    public static final Audience NOBODY = new Audience(List.of(), false, List.of(), null);

    /** What somebody does with a record; creating one is changing it. */
    public enum Act {
        SEE,
        CHANGE,
        REMOVE
    }

    /** Whose records somebody reaches. */
    public enum Reach {
        /** The own ones. */
        OWN,
        /** Those of the people below, today, on whatever level. */
        BELOW,
        /** Everybody's. */
        ALL
    }

    /**
     * What ties a record to a person.
     *
     * @param through the rest of {@code select 1 from ...} up to and including its condition; null for a column of the record
     * @param person the column with the person's id
     * @param owner whether the person owns the record, and does not merely share it: only owners count for changes
     */
    public record Tie(@Nullable String through, String person, boolean owner) {}

    /**
     * One thing that is allowed.
     *
     * @param role who; null for every person
     * @param where condition on the record; null for none
     */
    public record Grant(
            Act act,
            @Nullable Role role,
            Reach reach,
            @Nullable String where) {}

    /** Records of nobody in particular. */
    public static Audience ofAll() {
        return NOBODY;
    }

    /** Records of the person in that column. */
    public static Audience ofPerson(String column) {
        return new Audience(List.of(new Tie(null, "r." + column, true)), false, List.of(), null);
    }

    /** Records of the person that is found through other tables. */
    public static Audience ofPersonThrough(String through, String person) {
        return new Audience(List.of(new Tie(through, person, true)), false, List.of(), null);
    }

    /** The same, and seen by those who share it. */
    public Audience sharedThrough(String through, String person) {
        List<Tie> more = new ArrayList<>(ties);
        more.add(new Tie(through, person, false));
        return new Audience(List.copyOf(more), named, grants, pay);
    }

    /** The same, and everybody may choose them as a reference. */
    public Audience knownByName() {
        return new Audience(ties, true, grants, pay);
    }

    /** The same, and records for which this holds are pay. */
    public Audience payWhere(String condition) {
        return new Audience(ties, named, grants, condition);
    }

    /** The same, and every person may do that with records within that reach. */
    public Audience everybody(Act act, Reach reach) {
        return with(new Grant(act, null, reach, null));
    }

    /** The same, and these roles may do that with records within that reach. */
    public Audience let(Act act, Reach reach, Role... roles) {
        return letWhere(act, reach, null, roles);
    }

    /** The same, and these roles may do that with records within that reach for which a condition holds. */
    public Audience letWhere(Act act, Reach reach, @Nullable String where, Role... roles) {
        Audience wider = this;
        for (Role role : roles) {
            wider = wider.with(new Grant(act, role, reach, where));
        }
        return wider;
    }

    private Audience with(Grant grant) {
        List<Grant> more = new ArrayList<>(grants);
        more.add(grant);
        return new Audience(ties, named, List.copyOf(more), pay);
    }
}
