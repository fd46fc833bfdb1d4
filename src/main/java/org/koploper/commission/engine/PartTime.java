package org.koploper.commission.engine;

/** What the part of full time that somebody works makes smaller. */
public enum PartTime {
    /** Nothing: whoever works less has agreed another quota. */
    IGNORED,
    /** What has to be reached; what it pays stays whole. */
    QUOTA,
    /** What has to be reached and what it pays. */
    QUOTA_AND_TARGET_PAY
}
