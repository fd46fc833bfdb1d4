package org.koploper.commission.engine;

/** Whose sales a component is about. */
public enum Whose {
    /** The payee's part of deals, as those who sold them share them. */
    OWN,
    /** What the payee is credited with on top of those who share a deal. */
    OVERLAY,
    /** What all people below have sold, as if one had sold it. */
    TEAM,
    /** What all people below have sold, each by the rule alone. */
    EACH_MEMBER;

    boolean isOfOthers() {
        return this == TEAM || this == EACH_MEMBER;
    }
}
