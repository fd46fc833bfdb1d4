package org.koploper.ui.notice;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import org.koploper.notice.Notice;
import org.koploper.notice.NoticeWords;
import org.koploper.ui.kit.Formats;

/** A notice to read: what happened, when and through whom; the sentence leads to what it is about. */
class NoticeText extends Div {

    private final String sentence;

    NoticeText(Notice notice, NoticeWords words, Clock clock) {
        sentence = words.sentence(notice, UI.getCurrent().getLocale());
        addClassName("kp-notice");
        Anchor link = new Anchor(NoticeView.address(notice), sentence);
        String at = Formats.here().moment(notice.at(), clock.getZone(), LocalDate.now(clock));
        Span meta = new Span(notice.actor() == null ? at : getTranslation("notice.by", at, notice.actor()));
        meta.addClassName("kp-quiet");
        Div line = new Div(meta);
        line.addClassName("kp-notice-line");
        if (!notice.read()) {
            addClassName("kp-unread");
            Span fresh = new Span(getTranslation("notice.new"));
            fresh.addClassName("kp-chip");
            line.addComponentAsFirst(fresh);
        }
        add(link, line);
    }

    String sentence() {
        return sentence;
    }
}
