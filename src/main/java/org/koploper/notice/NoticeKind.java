package org.koploper.notice;

import java.util.Set;
import org.koploper.access.Role;

/** What notices are about; everybody chooses for each kind where to be told. */
public enum NoticeKind {
    /** The own statement of a month changed. Never with an amount. */
    STATEMENT(MailMode.DIGEST),
    /** A deal was won in the person's name, changed, or changed hands; or one with which the person is credited on top. */
    DEAL(MailMode.DIGEST),
    /** A target was agreed or changed. */
    TARGET(MailMode.DIGEST),
    /** A goal was proposed, changed or answered. */
    GOAL(MailMode.DIGEST),
    /** Another commission plan, the end of one, or a new version. */
    PLAN(MailMode.DIGEST),
    /** Kudos from a colleague. */
    KUDOS(MailMode.DIGEST),
    /** An import in the background ended. For administrators. */
    IMPORT(MailMode.OFF),
    /** A program that is told what happens could not be reached for a day. For administrators. */
    WEBHOOK(MailMode.AT_ONCE),
    /** The own account: password, roles, access. Always told, by mail at once and at any hour. */
    SECURITY(MailMode.AT_ONCE);

    private final MailMode proposed;

    NoticeKind(MailMode proposed) {
        this.proposed = proposed;
    }

    /** When it is mailed as long as the person chose nothing else. */
    MailMode proposed() {
        return proposed;
    }

    /** Whether somebody with these roles can ever be told such a thing. */
    public boolean isFor(Set<Role> roles) {
        return switch (this) {
            case IMPORT, WEBHOOK -> roles.contains(Role.ADMIN);
            case STATEMENT, DEAL, TARGET, GOAL, PLAN, KUDOS, SECURITY -> true;
        };
    }

    /** Whether the person may choose; otherwise it is always told. */
    public boolean isFree() {
        return this != SECURITY;
    }
}
