package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Accounts;
import org.koploper.access.ApiTokens;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Webhooks kept by a program. */
abstract class WebhooksApiContract {

    private static final String CRM =
            "{\"name\":\"CRM\",\"url\":\"https://crm.example.com/koploper\",\"events\":[\"deal.won\"]}";

    @Autowired
    WebApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    Api api;

    @BeforeEach
    void signIn() {
        api = Api.of(product, Scope.WEBHOOKS);
    }

    private static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private Api.Answer create(String body) {
        return api.call(with(post("/api/v1/webhooks"), body));
    }

    @Test
    void aReceiverIsMadeReadChangedTestedGivenAnotherSecretAndRemoved() {
        Api.Answer created = create(CRM);
        assertThat(created.status()).isEqualTo(201);
        String address = created.response().getHeader("Location");
        String secret = created.json().get("secret").asString();
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");

        Api.Answer read = api.call(get(address));
        assertThat(read.json().get("state").asString()).isEqualTo("on");
        assertThat(read.text()).doesNotContain(secret.substring(6), "secret\"");
        assertThat(api.call(get("/api/v1/webhooks")).text()).doesNotContain(secret.substring(6));

        Api.Answer changed = api.call(with(put(address), CRM.replace("}", ",\"state\":\"off\"}")));
        assertThat(changed.json().get("state").asString()).isEqualTo("off");

        assertThat(api.call(post(address + "/test")).status()).isEqualTo(202);
        Api.Answer log = api.call(get(address + "/deliveries"));
        assertThat(log.json()).hasSize(1);
        assertThat(log.json().get(0).get("event").asString()).isEqualTo("webhook.test");
        String delivery = log.json().get(0).get("id").asString();
        assertThat(api.call(post(address + "/deliveries/" + delivery + "/resend"))
                        .status())
                .isEqualTo(202);
        assertThat(api.call(post(address + "/deliveries/1/resend")).status()).isEqualTo(404);

        Api.Answer rotated = api.call(post(address + "/secret"));
        assertThat(rotated.json().get("secret").asString()).isNotEqualTo(secret);
        assertThat(rotated.json().get("oldSecretUntil").isNull()).isFalse();

        assertThat(api.call(delete(address)).status()).isEqualTo(204);
        for (String gone : List.of("", "/deliveries")) {
            assertThat(api.call(get(address + gone)).status()).isEqualTo(404);
        }
        assertThat(api.call(delete(address)).status()).isEqualTo(404);
        List<String> trail = jdbc.sql("select action from audit_records where object_kind = 'webhook'"
                        + " and object_ref = ? order by id")
                .param(address.substring(address.lastIndexOf('/') + 1))
                .query(String.class)
                .list();
        assertThat(trail)
                .containsExactly(
                        "webhook.created",
                        "webhook.changed",
                        "webhook.tested",
                        "webhook.resent",
                        "webhook.secret-changed",
                        "webhook.removed");
    }

    @Test
    void theTrailNamesTheHostAndNotTheRestOfAnAddress() {
        create(CRM.replace("/koploper", "/services/a-password"));
        assertThat(jdbc.sql("select count(*) from audit_records where after_state like '%a-password%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsWrongIsSaidByField() {
        for (String[] wrong : new String[][] {
            {CRM.replace("https", "http"), "url", "https-needed"},
            {CRM.replace("crm.example.com", "10.0.0.1"), "url", "address-refused"},
            {CRM.replace("CRM", " "), "name", "webhook-name"},
            {CRM.replace("deal.won", "deal.lost"), "events", "webhook-events"},
            {CRM.replace("deal.won", "webhook.test"), "events", "webhook-events"},
            {CRM.replace("\"deal.won\"", ""), "events", "webhook-events"},
            {"{}", "events", "webhook-events"},
            {CRM.replace("}", ",\"state\":\"given-up\"}"), "state", "webhook-state"}
        }) {
            Api.Answer answer = wrong[1].equals("state")
                    ? api.call(with(put(String.valueOf(create(CRM).response().getHeader("Location"))), wrong[0]))
                    : create(wrong[0]);
            assertThat(answer.status()).as(wrong[0]).isEqualTo(422);
            assertThat(answer.code()).as(wrong[0]).isEqualTo("webhook-refused");
            assertThat(answer.json().at("/violations/0/field").asString())
                    .as(wrong[0])
                    .isIn(wrong[1], "name");
            assertThat(answer.json().at("/violations/0/message").asString())
                    .as(wrong[0])
                    .contains(" ");
        }
        assertThat(create("{").code()).isEqualTo("malformed-json");
    }

    @Test
    void aRepeatedRequestMakesOneReceiver() {
        String key = "hook " + ids.next();
        String first = api.call(with(post("/api/v1/webhooks"), CRM).header("Idempotency-Key", key))
                .text();
        assertThat(api.call(with(post("/api/v1/webhooks"), CRM).header("Idempotency-Key", key))
                        .text())
                .isEqualTo(first);
    }

    @Test
    void onlyTheScopeAndForAPersonTheRoleOpensIt() {
        for (Scope scope : EnumSet.complementOf(EnumSet.of(Scope.WEBHOOKS))) {
            assertThat(Api.of(product, scope).call(get("/api/v1/webhooks")).status())
                    .as(scope.name())
                    .isEqualTo(403);
        }
        assertThat(Api.of(product, "").call(get("/api/v1/webhooks")).status()).isEqualTo(401);
        assertThat(personal(Role.FINANCE).call(get("/api/v1/webhooks")).status())
                .isEqualTo(403);
        assertThat(personal(Role.ADMIN).call(get("/api/v1/webhooks")).status()).isEqualTo(200);
    }

    private Api personal(Role role) {
        long id = ids.next();
        jdbc.sql("insert into persons (id, external_id, name, country, version) values (?, ?, 'H', 'BE', 0)")
                .params(id, "H" + id)
                .update();
        PersonId person = new PersonId(id);
        return Api.of(product, Caller.asSystem(() -> {
            product.getBean(Accounts.class).open(person, "h" + id, "a long enough password", false, EnumSet.of(role));
            return product.getBean(ApiTokens.class).issue("h" + id, EnumSet.of(Scope.WEBHOOKS), person);
        }));
    }

    @OnHsqldb
    static class OnHsqldbTest extends WebhooksApiContract {}

    @OnPostgres
    static class OnPostgresTest extends WebhooksApiContract {}
}
