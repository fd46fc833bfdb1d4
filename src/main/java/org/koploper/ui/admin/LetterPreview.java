package org.koploper.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.koploper.notice.Letter;

/** How a mail will look to who gets it; its link leads nowhere here. */
class LetterPreview extends Div {

    private final Div letter = new Div();

    LetterPreview(String language) {
        letter.addClassName("kp-letter");
        letter.getElement().setAttribute("lang", language);
        letter.getElement().setAttribute("role", "group");
        letter.getElement().setAttribute("aria-label", getTranslation("mail-texts.preview"));
        add(new H3(getTranslation("mail-texts.preview")), letter);
    }

    void show(Letter shown) {
        letter.removeAll();
        Paragraph subject = new Paragraph(shown.subject());
        subject.addClassName("kp-strong");
        letter.add(subject);
        lines(shown.opening());
        lines(shown.sentences());
        Span button = new Span(shown.button());
        button.addClassName("kp-letter-button");
        letter.add(new Paragraph(button));
        lines(shown.closing());
        Paragraph foot = new Paragraph(shown.foot());
        foot.addClassName("kp-quiet");
        letter.add(foot);
    }

    private void lines(List<String> lines) {
        lines.forEach(line -> letter.add(new Paragraph(line)));
    }
}
