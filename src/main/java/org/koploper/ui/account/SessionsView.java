package org.koploper.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.koploper.access.Device;
import org.koploper.access.Sessions;
import org.koploper.access.Sessions.OpenSession;
import org.koploper.audit.AccountHistory;
import org.koploper.audit.AccountHistory.Happened;
import org.koploper.ui.kit.AuditTimeline;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.shell.Screen;

/** Where one is signed in, with the way to end that, and what happened to the own account. */
@Route("account/sessions")
@PermitAll
class SessionsView extends Screen {

    private final Sessions sessions;
    private final Clock clock;
    private final UnorderedList list = new UnorderedList();
    private final Button others = new Button(getTranslation("sessions.end-others"), click -> endOthers());

    SessionsView(Sessions sessions, AccountHistory history, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
        list.addClassName("kp-sessions");
        List<Happened> events = history.own();
        add(
                new Paragraph(getTranslation("sessions.intro")),
                new ExportedList(list, this::open),
                others,
                new H2(getTranslation("sessions.history")),
                new ExportedList(
                        new AuditTimeline(events.stream()
                                .map(one -> AuditTimeline.Entry.of(what(one), moment(one.when()))
                                        .by(one.by(), one.reason()))
                                .toList()),
                        () -> happened(events)));
        show();
    }

    private Extract<OpenSession> open() {
        return Extract.of(
                "sessions",
                heading(),
                List.of(
                        ListColumn.<OpenSession>text("device", "column.device", one -> device(one.device())),
                        ListColumn.<OpenSession>text("place", "column.where", OpenSession::place),
                        ListColumn.<OpenSession>moment("since", "column.since", clock.getZone(), OpenSession::since),
                        ListColumn.<OpenSession>moment("seen", "column.used", clock.getZone(), OpenSession::seen)),
                sessions.own(),
                clock);
    }

    private Extract<Happened> happened(List<Happened> events) {
        return Extract.of(
                "account",
                getTranslation("sessions.history"),
                List.of(
                        ListColumn.<Happened>moment("when", "column.when", clock.getZone(), Happened::when),
                        ListColumn.<Happened>text("what", "column.what", this::what),
                        ListColumn.<Happened>text("by", "column.by", Happened::by),
                        ListColumn.<Happened>text("why", "column.why", Happened::reason)),
                events,
                clock);
    }

    private String what(Happened happened) {
        return getTranslation("account-event." + happened.action().substring("account.".length()));
    }

    private void show() {
        List<OpenSession> open = sessions.own();
        list.removeAll();
        open.forEach(one -> list.add(item(one)));
        others.setVisible(open.stream().anyMatch(one -> !one.current()));
    }

    private ListItem item(OpenSession one) {
        Span device = new Span(device(one.device()));
        device.addClassName("kp-strong");
        Div words = new Div(
                device,
                quiet(getTranslation("sessions.since", moment(one.since()), one.place())),
                quiet(
                        one.current()
                                ? getTranslation("sessions.current")
                                : getTranslation("sessions.seen", moment(one.seen()))));
        words.addClassName("kp-cell");
        ListItem item = new ListItem(words);
        if (!one.current()) {
            Button end = new Button(getTranslation("sessions.end"), click -> end(one));
            end.setAriaLabel(getTranslation("sessions.end-on", device(one.device())));
            item.add(end);
        }
        return item;
    }

    private static Span quiet(String words) {
        Span span = new Span(words);
        span.addClassName("kp-quiet");
        return span;
    }

    private String device(Device device) {
        return DeviceWords.of(device, this);
    }

    private String moment(Instant moment) {
        return Formats.here().moment(moment, clock.getZone(), LocalDate.now(clock));
    }

    private void end(OpenSession one) {
        sessions.endOwn(one.handle());
        show();
        UndoToast.say(getTranslation("sessions.ended"));
    }

    private void endOthers() {
        sessions.endOthers();
        show();
        UndoToast.say(getTranslation("sessions.others-ended"));
    }

    @Override
    public String heading() {
        return getTranslation("sessions.heading");
    }
}
