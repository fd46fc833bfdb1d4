package org.koploper.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.koploper.commission.StatementsMoved;
import org.koploper.intake.ImportEnded;
import org.koploper.sales.DealNews;
import org.koploper.sales.DealsWritten;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes what receivers shall be told, inside the transaction of what happened: none without the other, whatever crashes.
 * A note says what it is about and where to read more; who may read that is asked there, so it never holds an amount.
 */
@Component
class Outbox {

    private static final int AT_A_TIME = 500;

    private final WebhookRows webhooks;
    private final DeliveryRows deliveries;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final String api;

    Outbox(
            WebhookRows webhooks,
            DeliveryRows deliveries,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            @Value("${koploper.base-url:}") String baseUrl) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.api = baseUrl.strip().replaceAll("/+$", "") + "/api/v1/";
    }

    /** What happened to one thing. */
    private record Fact(String subject, Map<String, Object> data) {}

    @EventListener
    void on(DealsWritten written) {
        Map<Long, Boolean> won = new LinkedHashMap<>();
        written.news()
                .forEach(
                        news -> won.merge(news.deal(), news.what() == DealNews.What.WON, (one, other) -> one || other));
        note(WebhookEvent.DEAL_WON, deals(won, true));
        note(WebhookEvent.DEAL_CHANGED, deals(won, false));
    }

    private static List<Long> deals(Map<Long, Boolean> won, boolean wanted) {
        return won.entrySet().stream()
                .filter(deal -> deal.getValue() == wanted)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void note(WebhookEvent event, List<Long> deals) {
        note(event, deals.isEmpty() ? List.of() : webhooks.listening(event), () -> {
            Map<Long, String> names = externalIds("deals", deals);
            return deals.stream()
                    .map(deal -> {
                        String name = names.getOrDefault(deal, "");
                        return new Fact(name, data("deal", name, "link", link("deals", name)));
                    })
                    .toList();
        });
    }

    @EventListener
    void on(StatementsMoved change) {
        note(
                WebhookEvent.STATEMENT_CHANGED,
                change.statements().isEmpty() ? List.of() : webhooks.listening(WebhookEvent.STATEMENT_CHANGED),
                () -> {
                    Map<Long, String> names = externalIds(
                            "persons",
                            change.statements().stream()
                                    .map(moved -> moved.person().value())
                                    .distinct()
                                    .toList());
                    return change.statements().stream()
                            .map(moved -> {
                                String person =
                                        names.getOrDefault(moved.person().value(), "");
                                String month = moved.month().toString();
                                return new Fact(
                                        person + "/" + month,
                                        data(
                                                "person",
                                                person,
                                                "month",
                                                month,
                                                "link",
                                                link("statements", person) + "/" + month));
                            })
                            .toList();
                });
    }

    @EventListener
    @Transactional
    void on(ImportEnded ended) {
        String id = String.valueOf(ended.id());
        note(
                WebhookEvent.IMPORT_ENDED,
                webhooks.listening(WebhookEvent.IMPORT_ENDED),
                () -> List.of(new Fact(
                        id,
                        data(
                                "import",
                                ended.id(),
                                "state",
                                ended.failed() ? "failed" : "done",
                                "link",
                                link("imports", id)))));
    }

    /** Something to see whether it gets through. */
    @Transactional(propagation = Propagation.MANDATORY)
    void test(Webhook webhook) {
        note(
                WebhookEvent.WEBHOOK_TEST,
                List.of(webhook),
                () -> List.of(new Fact(webhook.name(), data("webhook", webhook.id()))));
    }

    private void note(WebhookEvent event, List<Webhook> receivers, Supplier<List<Fact>> facts) {
        if (receivers.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<DeliveryRows.Note> notes = new ArrayList<>();
        for (Fact fact : facts.get()) {
            String body = json.writeValueAsString(
                    data("type", event.key(), "timestamp", now.toString(), "data", fact.data()));
            receivers.forEach(receiver -> notes.add(new DeliveryRows.Note(receiver.id(), event, fact.subject(), body)));
        }
        deliveries.note(notes, now);
    }

    private Map<Long, String> externalIds(String table, List<Long> ids) {
        Map<Long, String> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            jdbc.sql("select id, external_id from " + table + " where id in (:ids)")
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + AT_A_TIME)))
                    .query(row -> {
                        found.put(row.getLong(1), row.getString(2));
                    });
        }
        return found;
    }

    private String link(String kind, String externalId) {
        return api + kind + "/" + UriUtils.encodePath(externalId, StandardCharsets.UTF_8);
    }

    /** In the order in which receivers read it. */
    private static Map<String, Object> data(Object... namesAndValues) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return data;
    }
}
