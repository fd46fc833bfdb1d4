package org.koploper.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import org.koploper.access.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;

/** A failure: the cause goes to the log, the user gets the reference that finds it there. */
public final class Failure {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private static final int SHOWN_MILLIS = 15_000;

    private Failure() {}

    /**
     * Writes the cause to the log and answers the reference it is found by. A browser that went away before its answer was
     * written is no failure, and is only written down for who looks closely.
     */
    public static String logged(Throwable cause) {
        String reference = RequestId.current();
        if (DisconnectedClientHelper.isClientDisconnectedException(cause)) {
            LOG.debug("Nobody waits for {} any more", reference, cause);
        } else {
            LOG.error("Reference {}", reference, cause);
        }
        return reference;
    }

    /** Tells the user of the current screen that the last action failed. */
    static void show(String reference) {
        Notification toast = new Notification();
        toast.setDuration(SHOWN_MILLIS);
        toast.setPosition(Notification.Position.BOTTOM_START);
        toast.setAssertive(true);
        Div text = new Div(
                new Paragraph(toast.getTranslation("failure.action")),
                new Paragraph(toast.getTranslation("failure.reference", reference)));
        text.addClassName("kp-toast-failure");
        toast.add(text);
        toast.open();
    }
}
