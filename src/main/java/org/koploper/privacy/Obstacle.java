package org.koploper.privacy;

/** Why somebody cannot be erased yet. */
public enum Obstacle {
    /** The person is the one who asks. */
    ONESELF,
    /** The person may still sign in. */
    ACCOUNT_OPEN,
    /** Employment, or where none is known the place in a team, has not ended. */
    STILL_HERE,
    /** Deals that are not decided belong to the person, or to the person among others. */
    OPEN_DEALS,
    /** Somebody who is still there reports to the person. */
    MANAGES,
    /** There is nothing left to erase. */
    ERASED
}
