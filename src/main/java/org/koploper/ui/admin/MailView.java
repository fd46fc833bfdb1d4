package org.koploper.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.koploper.notice.MailDesk;
import org.koploper.notice.MailDesk.Answer;
import org.koploper.notice.MailDesk.SetUp;
import org.koploper.notice.MailDesk.Tried;
import org.koploper.notice.MailDesk.Way;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.list.Filter;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Screen;

/** Mail: how it is set up, whether the server takes one, and what did not leave and why. */
@Route("admin/mail")
@RolesAllowed("ADMIN")
class MailView extends Screen implements BeforeEnterObserver {

    private static final int MOST = 200;

    private final MailDesk desk;
    private final Div answer = new Div();
    private final Listing<Tried> list;

    MailView(MailDesk desk, Clock clock, Lists lists) {
        this.desk = desk;
        Filter<Optional<Way>> way = Filter.choice(
                "way",
                "mail.way",
                List.of(Way.values()),
                MailView::word,
                one -> getTranslation("mail.way." + word(one)),
                "mail.any-way");
        list = lists.<Tried>of("admin/mail", "admin.mail")
                .columns(
                        ListColumn.<Tried>moment("at", "mail.at", clock.getZone(), Tried::at)
                                .sortable(),
                        ListColumn.<Tried>text("person", "mail.person", Tried::person)
                                .sortable()
                                .main(),
                        ListColumn.<Tried>text(
                                        "kind", "mail.about", row -> getTranslation("notice.kind." + word(row.kind())))
                                .sortable(),
                        ListColumn.<Tried>text("way", "mail.way", row -> getTranslation("mail.way." + word(row.way())))
                                .shown(MailView::badge)
                                .sortable(),
                        ListColumn.<Tried>number("tries", "mail.tries", row -> BigDecimal.valueOf(row.tries())),
                        ListColumn.<Tried>text("fault", "mail.fault", this::fault),
                        ListColumn.<Tried>control("action", "mail.retry", this::action))
                .filters(way)
                .sortedBy("-at")
                .none(() -> new EmptyState(getTranslation("mail.none"), getTranslation("mail.none-text")))
                .few(
                        () -> desk.tried(MOST),
                        (row, asked) -> way.in(asked).map(row.way()::equals).orElse(true));
        Div cards = new Div(setUp(), test());
        cards.addClassName("kp-cards");
        RouterLink words = new RouterLink(getTranslation("admin.mail-texts"), MailTextsView.class);
        add(cards, new Paragraph(words), new Paragraph(getTranslation("mail.list", MOST)), list);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Tile setUp() {
        SetUp now = desk.setUp();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("kp-facts");
        fact(facts, "mail.host", now.host());
        fact(facts, "mail.port", now.host().isBlank() ? "" : now.port());
        fact(facts, "mail.username", now.username());
        fact(facts, "mail.encrypted", getTranslation(now.encrypted() ? "audit.yes" : "audit.no"));
        fact(facts, "mail.from", now.from());
        fact(facts, "mail.base-url", now.baseUrl());
        return new Tile(
                getTranslation("mail.set-up"),
                now.ready() ? new StatusBadge("mail.ready", Tone.GOOD) : new StatusBadge("mail.not-ready", Tone.WARN),
                facts,
                new Paragraph(getTranslation(now.ready() ? "mail.where" : "mail.missing")));
    }

    private void fact(DescriptionList facts, String key, String said) {
        facts.add(
                new DescriptionList.Term(getTranslation(key)),
                new DescriptionList.Description(said.isBlank() ? getTranslation("mail.not-said") : said));
    }

    private Tile test() {
        Optional<String> own = desk.ownAddress();
        boolean ready = desk.setUp().ready();
        Button send = new Button(getTranslation("mail.test"), click -> say(desk.test()));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setVisible(own.isPresent() && ready);
        answer.getElement().setAttribute("role", "status");
        String about = !ready
                ? getTranslation("mail.test-not-yet")
                : own.map(address -> getTranslation("mail.test-to", address))
                        .orElseGet(() -> getTranslation("mail.no-address"));
        return new Tile(getTranslation("mail.test-title"), new Paragraph(about), send, answer);
    }

    private void say(Answer told) {
        answer.removeAll();
        answer.add(new MailAnswer(told));
    }

    private String fault(Tried row) {
        return row.fault() == null ? "" : getTranslation("mail.fault." + word(row.fault()));
    }

    private static StatusBadge badge(Tried row) {
        return new StatusBadge(
                "mail.way." + word(row.way()),
                switch (row.way()) {
                    case SENT -> Tone.GOOD;
                    case UNDER_WAY -> Tone.WARN;
                    case GIVEN_UP -> Tone.BAD;
                    case DROPPED -> Tone.NEUTRAL;
                });
    }

    private Component action(Tried row) {
        if (!row.mayRetry()) {
            return new Span();
        }
        Button retry = new Button(getTranslation("mail.retry"), click -> {
            boolean again = desk.retry(row.id());
            list.refresh();
            UndoToast.say(getTranslation(again ? "mail.retried" : "mail.gone", row.person()));
        });
        retry.addThemeVariants(ButtonVariant.TERTIARY);
        retry.setAriaLabel(getTranslation("mail.retry-for", row.person()));
        return retry;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.show(event.getLocation());
    }

    @Override
    public String heading() {
        return getTranslation("admin.mail");
    }
}
