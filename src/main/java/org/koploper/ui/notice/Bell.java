package org.koploper.ui.notice;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.time.Clock;
import java.util.List;
import org.koploper.notice.LiveNotices;
import org.koploper.notice.Notice;
import org.koploper.notice.NoticeWords;
import org.koploper.notice.Notices;
import org.koploper.ui.kit.Undoables;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Says in the header how many own notices are unread, always current, and shows the newest; also what was just done and
 * can still be undone.
 */
@Component
@Scope("prototype")
public class Bell extends Div {

    private static final int NEWEST = 6;

    private final Notices notices;
    private final NoticeWords words;
    private final Clock clock;
    private final Button button = new Button();
    private final Badge count = new Badge();
    private final Popover popover = new Popover();

    Bell(Notices notices, LiveNotices live, NoticeWords words, Clock clock) {
        this.notices = notices;
        this.words = words;
        this.clock = clock;
        addClassName("kp-bell");
        SvgIcon icon = new SvgIcon("icons/bell.svg");
        icon.getElement().setAttribute("aria-hidden", "true");
        button.setIcon(icon);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        count.addClassName("kp-bell-count");
        count.getElement().setAttribute("aria-hidden", "true");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAutofocus(true);
        popover.setAriaLabel(getTranslation("notice.heading"));
        popover.addOpenedChangeListener(change -> read());
        add(button, count, popover);
        addAttachListener(attach -> {
            UI page = attach.getUI();
            read();
            LiveNotices.Registration listening = live.onChange(() -> page.access(this::read));
            addDetachListener(detach -> {
                listening.remove();
                detach.unregisterListener();
            });
        });
    }

    private void read() {
        Notices.Bell now = notices.bell(NEWEST);
        count.setNumber(now.unread());
        count.setVisible(now.unread() > 0);
        String name = switch (now.unread()) {
            case 0 -> getTranslation("notice.bell-none");
            case 1 -> getTranslation("notice.bell-one");
            default -> getTranslation("notice.bell-many", now.unread());
        };
        button.setAriaLabel(name);
        button.setTooltipText(name);
        popover.removeAll();
        if (popover.isOpened()) {
            popover.add(content(now.newest()));
        }
    }

    private Div content(List<Notice> newest) {
        Div content = new Div(new H2(getTranslation("notice.heading")));
        content.addClassName("kp-bell-content");
        UnorderedList undoable = new UnorderedList();
        Undoables.here().forEach(done -> undoable.add(undo(done)));
        if (undoable.getComponentCount() > 0) {
            undoable.addClassName("kp-notices");
            content.add(undoable);
        }
        if (newest.isEmpty()) {
            content.add(new Paragraph(getTranslation("notice.nothing-text")));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("kp-notices");
            newest.forEach(notice -> list.add(new ListItem(new NoticeText(notice, words, clock))));
            content.add(list);
        }
        Div ways = new Div(
                new Anchor("notices", getTranslation("notice.all")),
                new Anchor("account/notices", getTranslation("notice.settings")));
        ways.addClassName("kp-actions");
        // the page changes below: what was opened above it would stay
        content.getElement()
                .addEventListener("click", click -> popover.close())
                .setFilter("event.target.closest('a') != null");
        content.add(ways);
        return content;
    }

    private ListItem undo(Undoables.Undoable done) {
        Button undo = new Button(getTranslation("toast.undo"), click -> {
            popover.close();
            done.undo();
        });
        undo.addThemeVariants(ButtonVariant.TERTIARY);
        undo.setAriaLabel(getTranslation("notice.undo", done.text()));
        return new ListItem(new Span(done.text()), undo);
    }
}
