package org.koploper.notice;

/** Whether and when a notice is mailed. */
public enum MailMode {
    OFF,
    /** Once a day, all of them in one mail. */
    DIGEST,
    /** As soon as it has settled, outside the quiet hours. */
    AT_ONCE
}
