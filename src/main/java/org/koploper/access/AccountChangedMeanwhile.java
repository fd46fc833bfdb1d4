package org.koploper.access;

import java.util.Set;

/** Somebody else changed what the person may do since it was read; nothing was changed. */
public class AccountChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<Role> now;

    private AccountChangedMeanwhile(Set<Role> now) {
        super("The roles were changed meanwhile");
        this.now = Set.copyOf(now);
    }

    static void unlessSame(Set<Role> read, Set<Role> now) {
        if (!read.equals(now)) {
            throw new AccountChangedMeanwhile(now);
        }
    }

    /** What the person may do now. */
    public Set<Role> now() {
        return now;
    }
}
