package org.koploper.notice;

import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.PersonOnly;
import org.koploper.audit.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where and when everybody wants to be told; each for oneself. */
@Service
public class NoticeSettings {

    private final ChoiceRows rows;
    private final Addresses addresses;
    private final MailSettings mail;
    private final Trail trail;

    NoticeSettings(ChoiceRows rows, Addresses addresses, MailSettings mail, Trail trail) {
        this.rows = rows;
        this.addresses = addresses;
        this.mail = mail;
        this.trail = trail;
    }

    /** The own choices; where none were made, what the product proposes. */
    @PersonOnly
    @Transactional(readOnly = true)
    public Choices own() {
        return rows.of(Caller.now().self());
    }

    /** Makes these the own choices; what may not be chosen stays as it is. */
    @PersonOnly
    @Transactional
    public void choose(Choices wanted) {
        PersonId self = Caller.now().self();
        Choices before = rows.of(self);
        if (before.equals(wanted)) {
            return;
        }
        rows.keep(self, wanted);
        trail.record(
                "notice.settings-changed",
                new Trail.Subject("account", self.toString(), Caller.now().name()),
                before.toString(),
                wanted.toString(),
                null);
    }

    /** Whether mails can reach the caller: the product must be set up to mail, and an address must be known. */
    @PersonOnly
    @Transactional(readOnly = true)
    public MailWay mailWay() {
        if (!mail.on()) {
            return MailWay.NOT_SET_UP;
        }
        return addresses.of(Caller.now().self()).isPresent() ? MailWay.OPEN : MailWay.NO_ADDRESS;
    }

    /** Whether mails can reach somebody. */
    public enum MailWay {
        OPEN,
        /** The product does not mail at all. */
        NOT_SET_UP,
        /** No address of the person is known. */
        NO_ADDRESS
    }
}
