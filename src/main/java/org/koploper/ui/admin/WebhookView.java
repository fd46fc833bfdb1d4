package org.koploper.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.SecretDialog;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.list.Filter;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Screen;
import org.koploper.webhook.Delivery;
import org.koploper.webhook.Webhook;
import org.koploper.webhook.WebhookState;
import org.koploper.webhook.Webhooks;

/** One program that is told what happens: what it is told, and what became of each delivery. */
@Route("admin/webhooks/:id([0-9]{1,18})")
@RolesAllowed("ADMIN")
class WebhookView extends Screen implements BeforeEnterObserver {

    private final Webhooks webhooks;
    private final Clock clock;
    private final Div about = new Div();
    private final Listing<Delivery> log;
    private long id;
    private String heading = getTranslation("admin.webhooks");

    WebhookView(Webhooks webhooks, Clock clock, Lists lists) {
        this.webhooks = webhooks;
        this.clock = clock;
        Filter<Optional<Delivery.State>> state = Filter.choice(
                "state",
                "webhooks.log-state",
                List.of(Delivery.State.values()),
                one -> one.name().toLowerCase(Locale.ROOT),
                one -> getTranslation(key(one)),
                "webhooks.log-all");
        log = lists.<Delivery>of("admin/webhook", "webhooks.log")
                .columns(
                        ListColumn.<Delivery>text(
                                        "event",
                                        "webhooks.log-event",
                                        one -> getTranslation(WebhookDialog.key(one.event())))
                                .main(),
                        ListColumn.<Delivery>text("subject", "webhooks.log-subject", Delivery::subject),
                        ListColumn.<Delivery>moment("noted", "webhooks.log-noted", clock.getZone(), Delivery::notedAt),
                        ListColumn.<Delivery>text(
                                        "state", "webhooks.log-state", one -> getTranslation(key(one.state())))
                                .shown(WebhookView::badge),
                        ListColumn.<Delivery>number(
                                "tries", "webhooks.log-tries", one -> BigDecimal.valueOf(one.tries())),
                        ListColumn.<Delivery>text("answer", "webhooks.log-answer", this::answer),
                        ListColumn.<Delivery>moment("next", "webhooks.log-next", clock.getZone(), this::nextTry),
                        ListColumn.<Delivery>text("id", "webhooks.log-id", Delivery::messageId)
                                .fileOnly(),
                        ListColumn.<Delivery>control("again", "webhooks.log-again", this::again))
                .filters(state)
                .none(() ->
                        new EmptyState(getTranslation("webhooks.log-none"), getTranslation("webhooks.log-none-text")))
                .reading(
                        (asked, offset, limit) ->
                                webhooks.deliveries(id, state.in(asked).orElse(null), offset, limit),
                        asked -> webhooks.count(id, state.in(asked).orElse(null)));
        add(about, new H2(getTranslation("webhooks.log")), log);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").map(Long::parseLong).orElseThrow();
        Optional<Webhook> found = webhooks.find(id);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(found.get());
        log.show(event.getLocation());
    }

    private void show(Webhook webhook) {
        heading = webhook.name();
        Paragraph state = new Paragraph(WebhooksView.badge(webhook.state()));
        if (webhook.failingSince() != null) {
            Span failing = new Span(getTranslation("webhooks.failing-since", moment(webhook.failingSince())));
            failing.addClassName("kp-quiet");
            state.add(new Span(" "), failing);
        }
        String events = webhook.events().stream()
                .sorted()
                .map(event -> getTranslation(WebhookDialog.key(event)))
                .collect(Collectors.joining(", "));
        Paragraph address = new Paragraph(webhook.url());
        address.addClassName("kp-anywhere");
        about.removeAll();
        about.add(state, address, new Paragraph(getTranslation("webhooks.is-told", events)));
        if (webhook.oldSecretUntil() != null && webhook.oldSecretUntil().isAfter(clock.instant())) {
            about.add(new Paragraph(getTranslation("webhooks.old-secret", moment(webhook.oldSecretUntil()))));
        }
        boolean on = webhook.state() == WebhookState.ON;
        Button remove = button("webhooks.remove", () -> confirmRemoval(webhook));
        remove.addThemeVariants(ButtonVariant.ERROR);
        Div toolbar = new Div(
                button("webhooks.test", this::test),
                button("webhooks.change", () -> ask(webhook)),
                button(on ? "webhooks.switch-off" : "webhooks.switch-on", () -> turn(webhook, !on)),
                button("webhooks.rotate", () -> confirmRotation(webhook)),
                remove);
        toolbar.addClassName("kp-toolbar");
        about.add(toolbar);
    }

    private Button button(String key, Runnable work) {
        return new Button(getTranslation(key), click -> work.run());
    }

    private void again() {
        webhooks.find(id).ifPresent(this::show);
        log.refresh();
    }

    private void test() {
        webhooks.test(id);
        again();
        UndoToast.say(getTranslation("webhooks.test-noted"));
    }

    private void ask(Webhook before) {
        new WebhookDialog(before, (name, url, events) -> {
                    webhooks.change(id, name, url, events, before.state() == WebhookState.ON);
                    again();
                    UndoToast.say(getTranslation("webhooks.changed", name));
                })
                .open();
    }

    private void turn(Webhook webhook, boolean on) {
        webhooks.change(id, webhook.name(), webhook.url(), webhook.events(), on);
        again();
        UndoToast.say(getTranslation(on ? "webhooks.switched-on" : "webhooks.switched-off", webhook.name()), () -> {
            webhooks.change(id, webhook.name(), webhook.url(), webhook.events(), !on);
            again();
        });
    }

    private void confirmRotation(Webhook webhook) {
        ConfirmWithReason.of("webhooks.rotate-title", "webhooks.rotate", webhook.name())
                .says(getTranslation("webhooks.rotate-text"))
                .then(() -> webhooks.rotate(id).ifPresent(secret -> {
                    again();
                    new SecretDialog(
                                    getTranslation("webhooks.rotated", webhook.name()),
                                    getTranslation("webhooks.secret-once"),
                                    getTranslation("webhooks.secret"),
                                    secret)
                            .open();
                }));
    }

    private void confirmRemoval(Webhook webhook) {
        ConfirmWithReason.of("webhooks.remove-title", "webhooks.remove", webhook.name())
                .says(getTranslation("webhooks.remove-text"))
                .destroys()
                .then(() -> {
                    webhooks.remove(id);
                    getUI().ifPresent(ui -> ui.navigate(WebhooksView.class));
                    UndoToast.say(getTranslation("webhooks.removed", webhook.name()));
                });
    }

    private String answer(Delivery one) {
        if (one.status() != null) {
            return String.valueOf(one.status());
        }
        return one.fault() == null ? "" : getTranslation("webhooks.fault." + one.fault());
    }

    /** The first try follows within seconds: nobody needs to know when. */
    private @Nullable Instant nextTry(Delivery one) {
        return one.tries() == 0 ? null : one.nextAt();
    }

    private Component again(Delivery one) {
        if (one.state() == Delivery.State.WAITING && one.tries() == 0) {
            return new Span();
        }
        Button again = new Button(getTranslation("webhooks.resend"), click -> {
            webhooks.resend(id, one.id());
            again();
            UndoToast.say(getTranslation("webhooks.resent", one.subject()));
        });
        again.addThemeVariants(ButtonVariant.TERTIARY);
        again.setAriaLabel(getTranslation("webhooks.resend-of", one.subject()));
        return again;
    }

    private static String key(Delivery.State state) {
        return switch (state) {
            case WAITING -> "webhooks.delivery.waiting";
            case DONE -> "webhooks.delivery.done";
            case FAILED -> "webhooks.delivery.failed";
        };
    }

    private static StatusBadge badge(Delivery one) {
        Tone tone = switch (one.state()) {
            case WAITING -> Tone.NEUTRAL;
            case DONE -> Tone.GOOD;
            case FAILED -> Tone.BAD;
        };
        return new StatusBadge(key(one.state()), tone);
    }

    private String moment(Instant at) {
        return Formats.here().moment(at, clock.getZone(), LocalDate.now(clock));
    }

    @Override
    public String heading() {
        return heading;
    }
}
