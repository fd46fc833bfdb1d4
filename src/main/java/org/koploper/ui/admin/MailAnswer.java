package org.koploper.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import org.koploper.notice.MailDesk.Answer;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;

/** What became of a test mail. */
class MailAnswer extends Div {

    MailAnswer(Answer told) {
        if (told.fault() == null) {
            add(new StatusBadge("mail.taken", Tone.GOOD), new Paragraph(getTranslation("mail.taken-text")));
            return;
        }
        String fault = told.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
        add(new StatusBadge("mail.not-taken", Tone.BAD), new Paragraph(getTranslation("mail.fault." + fault)));
        if (!told.words().isBlank()) {
            add(new Paragraph(getTranslation("mail.said", told.words())));
        }
    }
}
