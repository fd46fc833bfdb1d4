package org.koploper.notice;

/** How far a notice is on its way into a mail. */
enum MailState {
    /** It is not to be mailed. */
    NONE,
    /** It is due some time. */
    WAITING,
    /** One node is sending it; when that node died, another one may try. */
    CLAIMED,
    SENT,
    /** Given up. */
    FAILED
}
