package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Accounts;
import org.koploper.access.ApiTokens;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Records as a program sends them, and what every refusal looks like. */
abstract class RecordsApiContract {

    @Autowired
    WebApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    Api api;

    @BeforeEach
    void signIn() {
        api = Api.of(product, Scope.IMPORTS);
    }

    private static MockHttpServletRequestBuilder putting(String kind, String json) {
        return put("/api/v1/" + kind).contentType(MediaType.APPLICATION_JSON).content(json);
    }

    private Api.Answer sending(String kind, String json) {
        return api.call(putting(kind, json));
    }

    private long count(String table, String prefix) {
        return jdbc.sql("select count(*) from " + table + " where external_id like :prefix")
                .param("prefix", prefix + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void recordsAreNewThenUnchangedThenChanged() {
        assertThat(sending(
                                "products",
                                "[{\"externalId\":\"put-1\",\"name\":\"Put\",\"listPrice\":\"12.50\",\"currency\":\"EUR\"}]")
                        .text())
                .isEqualTo("{\"new\":1,\"changed\":0,\"unchanged\":0}");
        assertThat(sending("products", "[{\"externalId\":\"put-1\",\"listPrice\":12.5}]")
                        .text())
                .isEqualTo("{\"new\":0,\"changed\":0,\"unchanged\":1}");
        assertThat(sending("products", "[{\"externalId\":\"put-1\",\"listPrice\":null}]")
                        .text())
                .isEqualTo("{\"new\":0,\"changed\":1,\"unchanged\":0}");
        assertThat(sending("products", "[]").text()).isEqualTo("{\"new\":0,\"changed\":0,\"unchanged\":0}");
    }

    @Test
    void oneWrongRecordAndNothingIsWritten() {
        Api.Answer answer = sending(
                "customers",
                "[{\"externalId\":\"none-1\",\"name\":\"Fine\"},{\"externalId\":\"none-2\",\"name\":null,\"colour\":\"red\"},"
                        + "{\"externalId\":\"none-3\",\"name\":[1]}]");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("records-rejected");
        assertThat(answer.response().getContentType()).startsWith("application/problem+json");
        assertThat(answer.json().get("violations").findValuesAsString("field"))
                .containsExactlyInAnyOrder("[1].colour", "[1].name", "[2].name");
        assertThat(answer.json().get("violations").findValuesAsString("code"))
                .containsExactlyInAnyOrder("unknown-field", "required-missing", "wrong-type");
        assertThat(count("customers", "none-")).isZero();
    }

    @Test
    void aRefusalSpeaksDutchWhenAsked() {
        Api.Answer answer = api.call(
                putting("customers", "[{\"externalId\":\"nl-1\"}]").header("Accept-Language", "fr;q=0.5, nl-BE"));

        assertThat(answer.json().get("violations").get(0).get("message").asString())
                .isEqualTo("Hier is een waarde nodig. Vul ze in.");
    }

    @Test
    void whatIsNoArrayOfObjectsIsMalformed() {
        for (String body : new String[] {"", "{", "{}", "[1]", "[null]", "null", "[{}] x", "[{\"a\":1,\"a\":2}]"}) {
            Api.Answer answer = sending("customers", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.code()).as(body).isEqualTo("malformed-json");
        }
    }

    @Test
    void aWickedNumberIsRefusedAndNotWrittenOut() {
        for (String number : new String[] {"1e999999999", "1e-999999999", "1e40"}) {
            Api.Answer answer =
                    sending("products", "[{\"externalId\":\"wick-1\",\"name\":\"W\",\"listPrice\":" + number + "}]");
            assertThat(answer.status()).as(number).isEqualTo(422);
            assertThat(answer.text()).as(number).hasSizeLessThan(1_000);
        }
    }

    @Test
    void tooManyObjectsAreRefusedAsTooLarge() {
        String many = IntStream.range(0, 10_001)
                .mapToObj(i -> "{\"externalId\":\"many-" + i + "\",\"name\":\"Many\"}")
                .collect(Collectors.joining(",", "[", "]"));

        Api.Answer answer = sending("customers", many);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-many-objects");
        assertThat(count("customers", "many-")).isZero();
    }

    @Test
    void whoMayNotIsToldNothingMore() {
        Api stranger = Api.of(product, "");
        Api wrong = Api.of(product, "kp_wrong");
        Api reader = Api.of(product, Scope.BOARDS);

        assertThat(stranger.call(putting("customers", "[]")).status()).isEqualTo(401);
        assertThat(wrong.call(get("/api/v1/imports")).status()).isEqualTo(401);
        assertThat(stranger.call(get("/api/v1/nothing")).status()).isEqualTo(401);
        Api.Answer refused = reader.call(putting("customers", "[]"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(reader.trying("customers", "externalId\nx\n", "").status()).isEqualTo(403);
    }

    @Test
    void aPersonalTokenImportsOnlyForAnAdministrator() {
        sending(
                "people",
                "[{\"externalId\":\"own-rep\",\"name\":\"Own Rep\"},{\"externalId\":\"own-admin\",\"name\":\"Own Admin\"}]");

        Api rep = Api.of(product, personal("own-rep", Role.REP));
        Api admin = Api.of(product, personal("own-admin", Role.ADMIN));

        refused(rep.call(putting("customers", "[]")), 403, "forbidden");
        refused(rep.trying("customers", "externalId,name\nx,X\n", ""), 403, "forbidden");
        assertThat(admin.call(putting("customers", "[]")).status()).isEqualTo(200);
    }

    private String personal(String externalId, Role role) {
        PersonId person = new PersonId(jdbc.sql("select id from persons where external_id = :id")
                .param("id", externalId)
                .query(Long.class)
                .single());
        return Caller.asSystem(() -> {
            product.getBean(Accounts.class).open(person, externalId, "a long enough password", false, EnumSet.of(role));
            return product.getBean(ApiTokens.class).issue(externalId, EnumSet.of(Scope.IMPORTS), person);
        });
    }

    @Test
    void everyRefusalIsAProblemWithACode() {
        refused(api.call(get("/api/v1/nothing")), 404, "not-found");
        refused(api.call(get("/api/nothing")), 404, "not-found");
        refused(api.call(get("/api/v1/imports/1")), 404, "not-found");
        refused(api.call(get("/api/v1/imports/1/rejected")), 404, "not-found");
        refused(sending("toys", "[]"), 404, "not-found");
        refused(api.call(get("/api/v1/imports/one")), 400, "invalid-parameter");
        refused(api.call(delete("/api/v1/customers")), 405, "method-not-allowed");
        refused(api.call(delete("/api/v1/leaderboard")), 405, "method-not-allowed");
        refused(
                api.call(put("/api/v1/customers").contentType("text/plain").content("x")),
                415,
                "unsupported-media-type");
        refused(
                api.call(post("/api/v1/imports")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")),
                415,
                "unsupported-media-type");
        refused(api.call(post("/api/v1/imports").contentType(MediaType.MULTIPART_FORM_DATA)), 400, "missing-parameter");
    }

    private static void refused(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.response().getContentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("detail").asString()).isNotBlank().isNotEqualTo(code);
        assertThat(answer.text()).doesNotContain("org.koploper", "Exception", "\tat ");
    }

    @Test
    void aRepeatedWriteGetsTheFirstAnswer() {
        String first = "[{\"externalId\":\"idem-1\",\"name\":\"Idem\"}]";

        String answer = api.call(putting("customers", first).header("Idempotency-Key", "idem-a"))
                .text();
        assertThat(answer).isEqualTo("{\"new\":1,\"changed\":0,\"unchanged\":0}");
        assertThat(api.call(putting("customers", first).header("Idempotency-Key", "idem-a"))
                        .text())
                .isEqualTo(answer);

        refused(
                api.call(putting("customers", "[]").header("Idempotency-Key", "idem-a")),
                422,
                "idempotency-key-reused");
        refused(
                api.call(putting("customers", first).header("Idempotency-Key", "x".repeat(201))),
                422,
                "idempotency-key-invalid");
        // another caller's keys are another caller's
        Api other = Api.of(product, other());
        assertThat(other.call(putting("customers", first).header("Idempotency-Key", "idem-a"))
                        .text())
                .isEqualTo("{\"new\":0,\"changed\":0,\"unchanged\":1}");
    }

    private String other() {
        return Caller.asSystem(() -> product.getBean(ApiTokens.class).issue("other", EnumSet.of(Scope.IMPORTS), null));
    }

    @Test
    void aFailedWriteLeavesItsKeyFreeAndOneUnderWayDoesNot() {
        api.call(putting("customers", "[{\"externalId\":\"free-1\"}]").header("Idempotency-Key", "idem-b"));
        assertThat(api.call(putting("customers", "[{\"externalId\":\"free-1\",\"name\":\"Free\"}]")
                                .header("Idempotency-Key", "idem-b"))
                        .status())
                .isEqualTo(200);

        jdbc.sql("update idempotency_keys set status = null where idempotency_key = 'idem-b'")
                .update();
        refused(
                api.call(putting("customers", "[{\"externalId\":\"free-1\",\"name\":\"Free\"}]")
                        .header("Idempotency-Key", "idem-b")),
                409,
                "request-under-way");
    }

    @Test
    void aRepeatedImportIsTheSameImport() {
        byte[] file = "externalId,name\nidem-f,File\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        Api.Answer one = api.importing("customers", file, "", true, Map.of("Idempotency-Key", "idem-c"));
        Api.Answer two = api.importing("customers", file, "", true, Map.of("Idempotency-Key", "idem-c"));

        assertThat(two.json()).isEqualTo(one.json());
        refused(
                api.importing("customers", file, "", false, Map.of("Idempotency-Key", "idem-c")),
                422,
                "idempotency-key-reused");
    }

    @Test
    void theDescriptionNamesTheseAddressesAndTheToken() {
        Api.Answer description = Api.of(product, "").call(get("/v3/api-docs"));

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().get("paths").propertyNames())
                .contains(
                        "/api/v1/imports",
                        "/api/v1/imports/{id}",
                        "/api/v1/imports/{id}/rejected",
                        "/api/v1/imports/templates/{kind}",
                        "/api/v1/deals");
        assertThat(description
                        .json()
                        .path("components")
                        .path("securitySchemes")
                        .path("bearer")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
    }

    @OnHsqldb
    static class OnHsqldbTest extends RecordsApiContract {}

    @OnPostgres
    static class OnPostgresTest extends RecordsApiContract {}
}
