package org.koploper.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;

/** That it gets there: over real HTTP, to a receiver that can be down. */
abstract class WebhookContract extends WebhookScene {

    @Test
    void aReceiverThatFailsGetsEverythingUnderTheSameIdAfterGrowingWaits() {
        Webhooks.Created created = register(WebhookEvent.DEAL_WON);
        deal("hook-" + admin, won("1"));
        receiver.answers(503);
        assertThat(node().run()).isZero();
        assertThat(only(created).status()).isEqualTo(503);
        assertThat(node().run()).as("it waits").isZero();
        assertThat(receiver.received()).hasSize(1);
        for (Duration wait : DeliveryRun.WAITS.subList(0, 4)) {
            clock.after(wait);
            node().run();
        }
        assertThat(receiver.received()).hasSize(5);
        assertThat(rows.find(created.webhook().id()).orElseThrow().failingSince())
                .isNotNull();

        receiver.answers(204);
        clock.after(DeliveryRun.WAITS.get(4));
        assertThat(node().run()).isOne();

        assertThat(receiver.received())
                .extracting(Receiver.Message::id)
                .containsOnly(only(created).messageId());
        assertThat(receiver.received()).allMatch(message -> message.isSignedWith(created.secret()));
        assertThat(rows.find(created.webhook().id()).orElseThrow().failingSince())
                .isNull();
    }

    @Test
    void oneDeliveryThatIsNeverTakenIsGivenUpAndTheOthersArrive() {
        Webhooks.Created created = register(WebhookEvent.DEAL_WON);
        deal("hook-bad-" + admin, won("1"));
        String bad = only(created).messageId();
        receiver.answers(() -> receiver.received().getLast().id().equals(bad) ? 400 : 200);
        for (Duration wait : Stream.concat(DeliveryRun.WAITS.stream(), Stream.of(Duration.ZERO))
                .toList()) {
            deal("hook-" + ids.next(), won("1"));
            node().run();
            clock.after(wait);
        }

        assertThat(log(created).getLast().state()).isEqualTo(Delivery.State.FAILED);
        assertThat(log(created).getLast().tries()).isEqualTo(10);
        assertThat(deliveries.count(created.webhook().id(), Delivery.State.DONE))
                .isEqualTo(10);
        assertThat(state(created)).isEqualTo(WebhookState.ON);

        receiver.answers(200);
        assertThat(asAdmin(() -> webhooks.resend(
                        created.webhook().id(), log(created).getLast().id())))
                .isTrue();
        assertThat(node().run()).isOne();
        assertThat(receiver.received().getLast().id()).isEqualTo(bad);
    }

    @Test
    void afterADayWithoutAYesItIsGivenUpAdministratorsAreToldAndNothingIsLost() {
        Webhooks.Created created = register(WebhookEvent.DEAL_WON);
        jdbc.sql(
                        "insert into accounts (person_id, username, password_hash, must_change, enabled, language_tag, version)"
                                + " values (?, ?, 'x', false, true, 'en-GB', 0)")
                .params(admin.value(), "hook" + admin)
                .update();
        jdbc.sql("insert into account_roles (person_id, role) values (?, 'ADMIN')")
                .param(admin.value())
                .update();
        receiver.answers(500);
        deal("hook-first-" + admin, won("1"));
        for (Duration wait : DeliveryRun.WAITS) {
            node().run();
            clock.after(wait);
        }
        assertThat(state(created)).isEqualTo(WebhookState.ON);
        node().run();

        assertThat(state(created)).isEqualTo(WebhookState.GIVEN_UP);
        assertThat(jdbc.sql("select sentence from notices where person_id = ?")
                        .param(admin.value())
                        .query(String.class)
                        .list())
                .containsExactly("webhook-given-up");
        deal("hook-later-" + admin, won("1"));
        assertThat(node().run()).isZero();

        receiver.answers(200);
        asAdmin(() -> webhooks.change(
                created.webhook().id(), "CRM", receiver.url(), EnumSet.of(WebhookEvent.DEAL_WON), true));
        assertThat(node().run()).as("what came meanwhile").isOne();
        assertThat(receiver.received().getLast().body()).contains("hook-later-" + admin);
        assertThat(jdbc.sql("select count(*) from audit_records where action = 'webhook.given-up' and object_ref = ?")
                        .param(String.valueOf(created.webhook().id()))
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void whoSaysGoneIsNotAskedAgainAndWhoIsSwitchedOffIsToldNothing() {
        Webhooks.Created created = register(WebhookEvent.DEAL_WON);
        receiver.answers(410);
        deal("hook-" + admin, won("1"));
        node().run();
        assertThat(state(created)).isEqualTo(WebhookState.GIVEN_UP);

        asAdmin(() -> webhooks.change(
                created.webhook().id(), "CRM", receiver.url(), EnumSet.of(WebhookEvent.DEAL_WON), false));
        deal("hook-off-" + admin, won("1"));
        clock.after(Duration.ofDays(1));
        assertThat(node().run()).isZero();
        assertThat(log(created)).hasSize(1);
    }

    @Test
    void aNewSecretSignsAtOnceAndTheOldOneForADay() {
        Webhooks.Created created = register(WebhookEvent.DEAL_WON);
        String secret = asAdmin(() -> webhooks.rotate(created.webhook().id()).orElseThrow());
        deal("hook-" + admin, won("1"));
        node().run();
        assertThat(receiver.received().getFirst().isSignedWith(created.secret()))
                .isTrue();
        assertThat(receiver.received().getFirst().isSignedWith(secret)).isTrue();

        clock.after(Webhooks.OVERLAP);
        asAdmin(() -> webhooks.test(created.webhook().id()));
        clock.after(Duration.ofMinutes(5));
        node().run();
        assertThat(receiver.received().getLast().body()).contains("webhook.test");
        assertThat(receiver.received().getLast().isSignedWith(created.secret())).isFalse();
        assertThat(receiver.received().getLast().isSignedWith(secret)).isTrue();
    }

    @Test
    void aRedirectIsNotFollowedAndWhoDoesNotAnswerIsLeft() throws Exception {
        receiver.answers(302);
        assertThat(courier.bring(receiver.url(), List.of(Signature.newSecret()), "msg_1", 1, "{}")
                        .status())
                .isEqualTo(302);
        assertThat(receiver.received()).extracting(Receiver.Message::path).containsExactly("/hook");

        Courier hasty = new Courier(reachable, Duration.ofMillis(300));
        try (var silent = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            String url = "http://localhost:" + silent.getLocalPort() + "/";
            assertThat(hasty.bring(url, List.of(Signature.newSecret()), "msg_1", 1, "{}")
                            .fault())
                    .isEqualTo("timed-out");
        }
        hasty.destroy();
    }

    @Test
    void twoNodesAtTheSameMomentSendEverythingOnce() throws Exception {
        Webhooks.Created created = register(WebhookEvent.DEAL_WON);
        for (int i = 0; i < 30; i++) {
            deal("hook-" + i + "-" + admin, won("1"));
        }
        List<Callable<Integer>> nodes = List.of(() -> node().run(), () -> node().run(), () -> node().run());
        AtomicInteger sent = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> one : threads.invokeAll(nodes)) {
                sent.addAndGet(one.get());
            }
        }
        sent.addAndGet(node().run());

        assertThat(sent).hasValue(30);
        List<String> seen = new ArrayList<>(
                receiver.received().stream().map(Receiver.Message::id).toList());
        assertThat(new HashSet<>(seen)).hasSize(30).hasSameSizeAs(seen);
        assertThat(log(created)).allMatch(delivery -> delivery.state() == Delivery.State.DONE);
    }

    @Test
    void whatADeadNodeHadClaimedIsSentByAnotherOneLater() {
        Webhooks.Created created = register(WebhookEvent.DEAL_WON);
        deal("hook-" + admin, won("1"));
        deliveries.claim(created.webhook().id(), 10, clock.instant());
        assertThat(node().run()).isZero();
        clock.after(DeliveryRun.LEASE);

        assertThat(node().run()).isOne();
    }

    @OnHsqldb
    static class OnHsqldbTest extends WebhookContract {}

    @OnPostgres
    static class OnPostgresTest extends WebhookContract {}
}
