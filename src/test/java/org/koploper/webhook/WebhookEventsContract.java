package org.koploper.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.PlanRef;
import org.koploper.commission.StatementsMoved;
import org.koploper.intake.ImportEnded;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** What other programs are told: with what happened, and never an amount. */
abstract class WebhookEventsContract extends WebhookScene {

    @Test
    void aWonDealIsToldOnceSignedAndWithoutAnyAmount() {
        Webhooks.Created created = register(WebhookEvent.DEAL_WON);
        deal("hook-" + admin, won("2500"));
        assertThat(only(created).state()).isEqualTo(Delivery.State.WAITING);

        assertThat(node().run()).isOne();
        assertThat(node().run()).isZero();

        Receiver.Message message = receiver.received().getFirst();
        JsonNode body = json.readTree(message.body());
        assertThat(body.get("type").asString()).isEqualTo("deal.won");
        assertThat(body.at("/data/deal").asString()).isEqualTo("hook-" + admin);
        assertThat(body.at("/data/link").asString()).endsWith("/api/v1/deals/hook-" + admin);
        assertThat(message.body()).doesNotContain("2500");
        assertThat(message.id()).isEqualTo(only(created).messageId());
        assertThat(message.timestamp()).isEqualTo(String.valueOf(clock.instant().getEpochSecond()));
        assertThat(message.isSignedWith(created.secret())).isTrue();
        assertThat(message.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
        assertThat(new Receiver.Message(
                                "/", message.id(), message.timestamp(), message.signatures(), message.body() + " ")
                        .isSignedWith(created.secret()))
                .isFalse();
        assertThat(only(created).state()).isEqualTo(Delivery.State.DONE);
        assertThat(only(created).status()).isEqualTo(200);
    }

    @Test
    void eachEventGoesToThoseWhoAskedForItAndAChangeIsNoWin() {
        Webhooks.Created wins = register(WebhookEvent.DEAL_WON);
        Webhooks.Created changes = register(WebhookEvent.DEAL_CHANGED);
        String deal = "hook-" + admin;
        deal(deal, Map.of("stage", "engaging", "currency", "EUR"));
        deal(deal, won("1"));
        deal(deal, won("2"));
        deal(deal, won("2"));

        assertThat(log(wins)).extracting(Delivery::subject).containsExactly(deal);
        assertThat(log(changes)).extracting(Delivery::subject).containsExactly(deal);
    }

    @Test
    void aStatementThatChangedIsToldByPersonAndMonthAndNeverByHowMuch() {
        Webhooks.Created created = register(WebhookEvent.STATEMENT_CHANGED);
        deal("hook-" + admin, Map.of("stage", "engaging", "currency", "EUR"));
        PersonId rep = new PersonId(jdbc.sql("select id from persons where external_id = :id")
                .param("id", "W" + admin)
                .query(Long.class)
                .single());
        Caller.asSystem(() -> {
            PlanRef plan = plans.create("HOOK-" + admin, "Plan", Currency.getInstance("EUR"));
            plans.addVersion(plan.id(), LocalDate.of(2026, 1, 1), null, """
                    {"components": [{"name": "Commission", "flat": {"rate": "0.1"}}]}""");
            plans.assign(plan.id(), rep, LocalDate.of(2026, 1, 1), null);
        });
        deal("hook-" + admin, won("2500"));

        assertThat(node().run()).isOne();

        Receiver.Message message = receiver.received().getFirst();
        JsonNode data = json.readTree(message.body()).get("data");
        assertThat(data.propertyNames()).containsExactly("person", "month", "link");
        assertThat(data.get("person").asString()).isEqualTo("W" + admin);
        assertThat(data.get("month").asString()).isEqualTo("2026-10");
        assertThat(data.get("link").asString()).endsWith("/api/v1/statements/W" + admin + "/2026-10");
        assertThat(message.body()).doesNotContain("250");
        assertThat(only(created).subject()).isEqualTo("W" + admin + "/2026-10");
    }

    @Test
    void nothingIsToldOfWhatWasRolledBackAndWhatWasCommittedIsNotLost() {
        Webhooks.Created created = register(WebhookEvent.STATEMENT_CHANGED, WebhookEvent.IMPORT_ENDED);
        StatementsMoved change = new StatementsMoved(Set.of(new StatementsMoved.Moved(admin, YearMonth.of(2026, 10))));
        transaction.executeWithoutResult(status -> {
            events.publishEvent(change);
            events.publishEvent(new ImportEnded(77, "secret-name.csv", true, null));
            status.setRollbackOnly();
        });
        assertThat(log(created)).isEmpty();

        transaction.executeWithoutResult(status -> {
            events.publishEvent(change);
            events.publishEvent(new ImportEnded(77, "secret-name.csv", true, null));
        });

        // the process may die here: another one finds it in the box
        assertThat(node().run()).isEqualTo(2);
        assertThat(receiver.received())
                .extracting(Receiver.Message::body)
                .allSatisfy(body -> assertThat(body).doesNotContain("secret-name"));
        assertThat(json.readTree(receiver.received().getLast().body())
                        .at("/data/state")
                        .asString())
                .isEqualTo("failed");
    }

    @OnHsqldb
    static class OnHsqldbTest extends WebhookEventsContract {}

    @OnPostgres
    static class OnPostgresTest extends WebhookEventsContract {}
}
