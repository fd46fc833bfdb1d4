package org.koploper.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.stream.Collectors;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.SecretDialog;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.list.Filter;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Screen;
import org.koploper.webhook.Webhook;
import org.koploper.webhook.WebhookState;
import org.koploper.webhook.Webhooks;

/** The programs that are told what happens: which there are, and a new one. */
@Route("admin/webhooks")
@RolesAllowed("ADMIN")
class WebhooksView extends Screen implements BeforeEnterObserver {

    private final Webhooks webhooks;
    private final Listing<Webhook> list;

    WebhooksView(Webhooks webhooks, Clock clock, Lists lists) {
        this.webhooks = webhooks;
        Button add = new Button(getTranslation("webhooks.new"), click -> ask());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div toolbar = new Div(add);
        toolbar.addClassName("kp-toolbar");
        Filter<String> text = Filter.text("webhooks.search", "webhooks.search-hint");
        list = lists.<Webhook>of("admin/webhooks", "admin.webhooks")
                .columns(
                        ListColumn.<Webhook>text("name", "webhooks.name", Webhook::name)
                                .shown(WebhooksView::link)
                                .sortable()
                                .main(),
                        ListColumn.<Webhook>text("url", "webhooks.url", Webhook::url),
                        ListColumn.<Webhook>text("events", "webhooks.events", this::events),
                        ListColumn.<Webhook>moment("created", "webhooks.created", clock.getZone(), Webhook::createdAt)
                                .sortable(),
                        ListColumn.<Webhook>text("state", "webhooks.state", one -> getTranslation(key(one.state())))
                                .shown(one -> badge(one.state()))
                                .sortable())
                .filters(text)
                .none(() -> new EmptyState(getTranslation("webhooks.none"), getTranslation("webhooks.none-text")))
                .few(webhooks::list, (one, asked) -> text.finds(asked, one.name(), one.url()));
        add(new Paragraph(getTranslation("webhooks.intro")), toolbar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.show(event.getLocation());
    }

    private static RouterLink link(Webhook one) {
        return new RouterLink(one.name(), WebhookView.class, new RouteParameters("id", String.valueOf(one.id())));
    }

    private String events(Webhook one) {
        return one.events().stream()
                .sorted()
                .map(event -> getTranslation(WebhookDialog.key(event)))
                .collect(Collectors.joining(", "));
    }

    static String key(WebhookState state) {
        return switch (state) {
            case ON -> "webhooks.state.on";
            case OFF -> "webhooks.state.off";
            case GIVEN_UP -> "webhooks.state.given-up";
        };
    }

    static StatusBadge badge(WebhookState state) {
        Tone tone = switch (state) {
            case ON -> Tone.GOOD;
            case OFF -> Tone.NEUTRAL;
            case GIVEN_UP -> Tone.BAD;
        };
        return new StatusBadge(key(state), tone);
    }

    private void ask() {
        new WebhookDialog(null, (name, url, events) -> {
                    Webhooks.Created created = webhooks.create(name, url, events);
                    list.refresh();
                    new SecretDialog(
                                    getTranslation(
                                            "webhooks.added", created.webhook().name()),
                                    getTranslation("webhooks.secret-once"),
                                    getTranslation("webhooks.secret"),
                                    created.secret())
                            .open();
                })
                .open();
    }

    @Override
    public String heading() {
        return getTranslation("admin.webhooks");
    }
}
