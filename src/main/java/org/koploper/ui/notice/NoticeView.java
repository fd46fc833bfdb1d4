package org.koploper.ui.notice;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;
import org.koploper.notice.Notice;
import org.koploper.notice.Notices;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** Marks a notice as read and leads on to what it is about. Somebody else's notice is no notice. */
@Route("notices/:id([0-9]{1,18})")
@PermitAll
class NoticeView extends Screen implements BeforeEnterObserver {

    private final Notices notices;

    NoticeView(Notices notices) {
        this.notices = notices;
    }

    static String address(Notice notice) {
        return "notices/" + notice.id();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long id = event.getRouteParameters().get("id").map(Long::parseLong).orElseThrow();
        // who only looks as somebody does not read in their place
        Optional<Notice> notice = Caller.now().onlyLooks() ? notices.find(id) : notices.mark(id, true);
        if (notice.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        lead(event, notice.get());
    }

    /** To a screen that the reader may open; to all notices where there is none. */
    private static void lead(BeforeEnterEvent event, Notice notice) {
        CurrentUser user = Caller.now();
        Address address = Address.of(event.getLocation());
        // of several months the last one
        String month = notice.subject().substring(notice.subject().lastIndexOf('.') + 1);
        switch (notice.kind()) {
            case STATEMENT, PLAN -> {
                if (user.has(Role.REP) || user.has(Role.MANAGER) || user.has(Role.FINANCE)) {
                    event.forwardTo("statements/" + user.self() + "/" + month);
                    return;
                }
            }
            case DEAL, TARGET -> {
                if (user.has(Role.REP) || user.has(Role.MANAGER)) {
                    event.forwardTo(
                            user.has(Role.REP) ? "my/month" : "team",
                            address.with("p", month.isEmpty() ? null : month).query());
                    return;
                }
            }
            case GOAL -> {
                event.forwardTo("goals/" + notice.subject());
                return;
            }
            case KUDOS -> {
                if (user.has(Role.REP)) {
                    event.forwardTo("my/month");
                    return;
                }
            }
            case IMPORT -> {
                if (user.has(Role.ADMIN)) {
                    event.forwardTo("import/" + notice.subject());
                    return;
                }
            }
            case WEBHOOK -> {
                if (user.has(Role.ADMIN)) {
                    event.forwardTo("admin/webhooks/" + notice.subject());
                    return;
                }
            }
            case SECURITY -> {
                if (notice.sentence().equals("security-password")) {
                    event.forwardTo("account/password");
                    return;
                }
                if (notice.sentence().startsWith("security-passkey-")) {
                    event.forwardTo("account/passkeys");
                    return;
                }
            }
        }
        event.forwardTo(NoticesView.class);
    }

    @Override
    public String heading() {
        return getTranslation("notice.heading");
    }
}
