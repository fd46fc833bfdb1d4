package org.koploper.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.audit.Trail;
import org.koploper.commission.Plans;
import org.koploper.intake.Upserts;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.Movable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A receiver on this machine, an administrator, and a clock that is put where a test wants it. */
abstract class WebhookScene {

    @Autowired
    WebhookRows rows;

    @Autowired
    DeliveryRows deliveries;

    @Autowired
    Outbox outbox;

    @Autowired
    Ids ids;

    @Autowired
    Trail trail;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    Upserts upserts;

    @Autowired
    Plans plans;

    final Reachable reachable = new Reachable(true);
    final Courier courier = new Courier(reachable, Duration.ofSeconds(5));
    final Movable clock = new Movable();
    final Receiver receiver = new Receiver();
    Webhooks webhooks;
    PersonId admin;

    @BeforeEach
    void prepare() {
        jdbc.sql("update webhooks set state = 'OFF'").update();
        clock.to(java.time.LocalDateTime.now(clock.getZone()).plusMinutes(1).toString());
        webhooks = new Webhooks(rows, deliveries, outbox, reachable, ids, clock, trail);
        admin = new PersonId(ids.next());
        jdbc.sql("insert into persons (id, external_id, name, country, version) values (?, ?, 'Ada Admin', 'BE', 0)")
                .params(admin.value(), "A" + admin)
                .update();
    }

    @AfterEach
    void close() throws Exception {
        receiver.close();
        courier.destroy();
    }

    DeliveryRun node() {
        return new DeliveryRun(deliveries, rows, courier, clock, trail, events, transaction);
    }

    Webhooks.Created register(WebhookEvent... wanted) {
        return asAdmin(() -> webhooks.create("CRM", receiver.url(), EnumSet.copyOf(Arrays.asList(wanted))));
    }

    <T> T asAdmin(java.util.function.Supplier<T> work) {
        return As.user(admin, Set.of(Role.ADMIN), () -> transaction.execute(status -> work.get()));
    }

    void deal(String externalId, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> record = new HashMap<>(values);
        record.put("externalId", externalId);
        record.put("owner", "W" + admin);
        Caller.asSystem(() -> upserts.apply(
                "people", List.of(Map.<String, @Nullable Object>of("externalId", "W" + admin, "name", "W " + admin))));
        Caller.asSystem(() -> upserts.apply("deals", List.of(record)));
    }

    static Map<String, @Nullable Object> won(String value) {
        return Map.of("stage", "won", "closedOn", "2026-10-02", "value", value, "currency", "EUR");
    }

    List<Delivery> log(Webhooks.Created created) {
        return deliveries.page(created.webhook().id(), null, 0, 100);
    }

    Delivery only(Webhooks.Created created) {
        assertThat(log(created)).hasSize(1);
        return log(created).getFirst();
    }

    WebhookState state(Webhooks.Created created) {
        return rows.find(created.webhook().id()).orElseThrow().state();
    }
}
