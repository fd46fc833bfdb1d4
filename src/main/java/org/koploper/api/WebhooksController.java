package org.koploper.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.webhook.Delivery;
import org.koploper.webhook.Webhook;
import org.koploper.webhook.WebhookEvent;
import org.koploper.webhook.WebhookRefused;
import org.koploper.webhook.Webhooks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Programs that are told what happens, kept by programs. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhooksController {

    private static final String SCOPE = "hasAuthority('SCOPE_webhooks')";

    private final Webhooks webhooks;
    private final Idempotency idempotency;

    WebhooksController(Webhooks webhooks, Idempotency idempotency) {
        this.webhooks = webhooks;
        this.idempotency = idempotency;
    }

    @GetMapping
    @PreAuthorize(SCOPE)
    ResponseEntity<List<WebhookAnswer>> list(
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = Paging.USUAL) int limit,
            HttpServletRequest request) {
        List<WebhookAnswer> all =
                webhooks.list().stream().map(WebhookAnswer::of).toList();
        return Paging.slice(all, cursor, Paging.limit(limit), request);
    }

    @PostMapping
    @PreAuthorize(SCOPE)
    ResponseEntity<?> create(
            @RequestBody Wanted wanted,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        return idempotency.once(key, "POST webhooks " + wanted, () -> {
            try {
                Webhooks.Created created = webhooks.create(wanted.nameSaid(), wanted.urlSaid(), wanted.eventsSaid());
                return ResponseEntity.created(URI.create(
                                "/api/v1/webhooks/" + created.webhook().id()))
                        .body(WebhookAnswer.of(created.webhook(), created.secret()));
            } catch (WebhookRefused refused) {
                throw refused(refused.field(), refused.code());
            }
        });
    }

    @GetMapping("/{id}")
    @PreAuthorize(SCOPE)
    WebhookAnswer one(@PathVariable("id") long id) {
        return webhooks.find(id).map(WebhookAnswer::of).orElseThrow(ApiProblem::notFound);
    }

    @PutMapping("/{id}")
    @PreAuthorize(SCOPE)
    ResponseEntity<?> change(
            @PathVariable("id") long id,
            @RequestBody Wanted wanted,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        return idempotency.once(key, "PUT webhooks " + id + " " + wanted, () -> {
            try {
                return webhooks.change(id, wanted.nameSaid(), wanted.urlSaid(), wanted.eventsSaid(), wanted.isOn())
                        .map(changed -> ResponseEntity.ok(WebhookAnswer.of(changed)))
                        .orElseThrow(ApiProblem::notFound);
            } catch (WebhookRefused refused) {
                throw refused(refused.field(), refused.code());
            }
        });
    }

    @DeleteMapping("/{id}")
    @PreAuthorize(SCOPE)
    ResponseEntity<?> remove(
            @PathVariable("id") long id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        return idempotency.once(key, "DELETE webhooks " + id, () -> {
            webhooks.find(id).orElseThrow(ApiProblem::notFound);
            webhooks.remove(id);
            return ResponseEntity.noContent().build();
        });
    }

    @PostMapping("/{id}/secret")
    @PreAuthorize(SCOPE)
    ResponseEntity<?> rotate(
            @PathVariable("id") long id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        return idempotency.once(key, "POST webhooks secret " + id, () -> {
            String secret = webhooks.rotate(id).orElseThrow(ApiProblem::notFound);
            Webhook webhook = webhooks.find(id).orElseThrow(ApiProblem::notFound);
            return ResponseEntity.ok(WebhookAnswer.of(webhook, secret));
        });
    }

    @PostMapping("/{id}/test")
    @PreAuthorize(SCOPE)
    ResponseEntity<?> test(
            @PathVariable("id") long id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        return idempotency.once(key, "POST webhooks test " + id, () -> {
            if (!webhooks.test(id)) {
                throw ApiProblem.notFound();
            }
            return ResponseEntity.accepted().build();
        });
    }

    @GetMapping("/{id}/deliveries")
    @PreAuthorize(SCOPE)
    ResponseEntity<List<DeliveryAnswer>> deliveries(
            @PathVariable("id") long id,
            @RequestParam(name = "cursor", required = false) @Nullable Long cursor,
            @RequestParam(name = "limit", defaultValue = Paging.USUAL) int limit,
            HttpServletRequest request) {
        webhooks.find(id).orElseThrow(ApiProblem::notFound);
        int most = Paging.limit(limit);
        List<Delivery> page = webhooks.deliveriesBefore(id, cursor == null ? Long.MAX_VALUE : cursor, most);
        return Paging.withNext(
                page.stream().map(DeliveryAnswer::of).toList(),
                page.size() == most ? String.valueOf(page.getLast().id()) : null,
                most,
                request);
    }

    @PostMapping("/{id}/deliveries/{delivery}/resend")
    @PreAuthorize(SCOPE)
    ResponseEntity<?> resend(
            @PathVariable("id") long id,
            @PathVariable("delivery") long delivery,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        return idempotency.once(key, "POST webhooks resend " + id + " " + delivery, () -> {
            if (!webhooks.resend(id, delivery)) {
                throw ApiProblem.notFound();
            }
            return ResponseEntity.accepted().build();
        });
    }

    private static ApiProblem refused(String field, String code) {
        return new ApiProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "webhook-refused",
                List.of(),
                List.of(new ApiProblem.Violation(field, code, List.of())));
    }

    /**
     * A receiver as it shall be.
     *
     * @param state {@code on} or {@code off}; on where it is not said
     */
    record Wanted(
            @Nullable String name,
            @Nullable String url,
            @Nullable List<String> events,
            @Nullable String state) {

        String nameSaid() {
            return name == null ? "" : name;
        }

        String urlSaid() {
            return url == null ? "" : url;
        }

        Set<WebhookEvent> eventsSaid() {
            Set<WebhookEvent> said = EnumSet.noneOf(WebhookEvent.class);
            for (String key : events == null ? List.<String>of() : events) {
                said.add(WebhookEvent.of(String.valueOf(key))
                        .filter(WebhookEvent.choices()::contains)
                        .orElseThrow(() -> refused("events", "webhook-events")));
            }
            return said;
        }

        boolean isOn() {
            return switch (state) {
                case null -> true;
                case "on" -> true;
                case "off" -> false;
                default -> throw refused("state", "webhook-state");
            };
        }
    }
}
