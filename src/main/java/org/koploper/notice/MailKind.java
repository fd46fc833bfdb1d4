package org.koploper.notice;

import java.util.List;
import java.util.Locale;

/** The mails that an organisation can word: one about each kind of notice, and one about several notices. */
public enum MailKind {
    STATEMENT,
    DEAL,
    TARGET,
    GOAL,
    PLAN,
    KUDOS,
    IMPORT,
    WEBHOOK,
    SECURITY,
    /** About several notices at once, such as the digest of a day. */
    SEVERAL;

    /** Of the mail about these; at least one. */
    static MailKind of(List<Notice> notices) {
        return notices.size() == 1 ? valueOf(notices.getFirst().kind().name()) : SEVERAL;
    }

    /** As in the keys of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
