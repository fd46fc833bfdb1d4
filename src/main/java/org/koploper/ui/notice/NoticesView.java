package org.koploper.ui.notice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.koploper.export.About.Fact;
import org.koploper.notice.LiveNotices;
import org.koploper.notice.Notice;
import org.koploper.notice.NoticeWords;
import org.koploper.notice.Notices;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** All own notices, a page at a time. */
@Route("notices")
@PermitAll
class NoticesView extends Screen implements BeforeEnterObserver {

    static final int SIZE = 25;

    private final Notices notices;
    private final NoticeWords words;
    private final Clock clock;
    private final Div content = new Div();
    private final Checkbox onlyUnread = new Checkbox(getTranslation("notice.only-unread"));
    private Address address = Address.of(new com.vaadin.flow.router.Location(""));

    NoticesView(Notices notices, LiveNotices live, NoticeWords words, Clock clock) {
        this.notices = notices;
        this.words = words;
        this.clock = clock;
        onlyUnread.setId("kp-only-unread");
        onlyUnread.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(address.with("unread", change.getValue() ? "yes" : null).with("page", null));
                Focus.stayOn("kp-only-unread");
            }
        });
        Button all = new Button(getTranslation("notice.read-all"), click -> readAll());
        Div toolbar = new Div(onlyUnread, all, new Anchor("account/notices", getTranslation("notice.settings")));
        toolbar.addClassNames("kp-toolbar", "kp-notice-toolbar");
        add(toolbar, content);
        addAttachListener(attach -> {
            UI page = attach.getUI();
            LiveNotices.Registration listening = live.onChange(() -> page.access(this::show));
            addDetachListener(detach -> {
                listening.remove();
                detach.unregisterListener();
            });
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        onlyUnread.setValue(unread());
        show();
    }

    private boolean unread() {
        return address.get("unread").isPresent();
    }

    /** From 1; what cannot be read is the first. */
    private int number() {
        return address.get("page")
                .filter(text -> text.matches("[1-9][0-9]{0,5}"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    private void show() {
        int number = number();
        Notices.Page page = notices.page(unread(), (number - 1) * SIZE, SIZE);
        content.removeAll();
        if (page.notices().isEmpty()) {
            content.add(empty(page.total()));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-notices");
        page.notices().forEach(notice -> list.add(item(notice)));
        content.add(new ExportedList(list, this::extract));
        if (page.total() > SIZE) {
            content.add(pages(number, (page.total() + SIZE - 1) / SIZE));
        }
    }

    /** All of them and not only the page. */
    private Extract<Notice> extract() {
        boolean unread = unread();
        Locale locale = UI.getCurrent().getLocale();
        return Extract.of(
                "notices",
                heading(),
                unread ? List.of(new Fact(heading(), getTranslation("notice.only-unread"))) : List.of(),
                List.of(
                        ListColumn.<Notice>moment("at", "column.when", clock.getZone(), Notice::at),
                        ListColumn.<Notice>text("what", "column.what", notice -> words.sentence(notice, locale)),
                        ListColumn.<Notice>text("by", "column.by", Notice::actor),
                        ListColumn.<Notice>text(
                                "state",
                                "column.state",
                                notice -> notice.read() ? null : getTranslation("notice.new"))),
                (offset, limit) -> notices.page(unread, offset, limit).notices(),
                clock);
    }

    private ListItem item(Notice notice) {
        NoticeText text = new NoticeText(notice, words, clock);
        Button mark = new Button(getTranslation(notice.read() ? "notice.mark-unread" : "notice.mark-read"), click -> {
            notices.mark(notice.id(), !notice.read());
            show();
            Focus.stayOn("kp-mark-" + notice.id());
        });
        mark.setId("kp-mark-" + notice.id());
        mark.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        mark.setAriaLabel(
                getTranslation(notice.read() ? "notice.mark-unread-of" : "notice.mark-read-of", text.sentence()));
        return new ListItem(text, mark);
    }

    private Component empty(int total) {
        if (total > 0) {
            return new EmptyState(
                    getTranslation("notice.no-page"),
                    getTranslation("notice.no-page-text"),
                    link("notice.first-page", address.with("page", null)));
        }
        return unread()
                ? new EmptyState(
                        getTranslation("notice.all-are-read"),
                        getTranslation("notice.all-are-read-text"),
                        link("notice.also-read", address.with("unread", null)))
                : new EmptyState(getTranslation("notice.nothing"), getTranslation("notice.nothing-text"));
    }

    private Nav pages(int number, int last) {
        Nav nav = new Nav();
        nav.setAriaLabel(getTranslation("notice.pages"));
        nav.addClassName("kp-actions");
        if (number > 1) {
            nav.add(link("notice.newer", address.with("page", number == 2 ? null : String.valueOf(number - 1))));
        }
        nav.add(new Span(getTranslation("notice.page-of", number, last)));
        if (number < last) {
            nav.add(link("notice.older", address.with("page", String.valueOf(number + 1))));
        }
        return nav;
    }

    private RouterLink link(String key, Address to) {
        RouterLink link = new RouterLink(getTranslation(key), NoticesView.class);
        link.setQueryParameters(to.query());
        return link;
    }

    private static void go(Address to) {
        UI.getCurrent().navigate(NoticesView.class, to.query());
    }

    private void readAll() {
        notices.readAll()
                .ifPresentOrElse(
                        at -> UndoToast.say(getTranslation("notice.read-all-done"), () -> {
                            notices.unreadAgain(at);
                            show();
                        }),
                        () -> UndoToast.say(getTranslation("notice.all-are-read")));
        show();
    }

    @Override
    public String heading() {
        return getTranslation("notice.heading");
    }
}
