package org.koploper.access;

/** What somebody may do; several per person. What data they may see also depends on who they are and whom they manage. */
public enum Role {
    /** Sells: sees the own numbers and pay, and the boards. */
    REP,
    /** Manages people: sees the numbers and pay of everybody below. */
    MANAGER,
    /** Human resources: people and, later, surveys; never pay. */
    HR,
    /** Finance: everybody's pay, plans and the closing of months. */
    FINANCE,
    /** Administration: accounts, imports, settings; never pay. */
    ADMIN;

    /** The name Spring Security knows this role by. */
    public String authority() {
        return "ROLE_" + name();
    }
}
