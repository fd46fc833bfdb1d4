package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Accounts;
import org.koploper.access.ApiTokens;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records as a program reads and removes them: every kind, page by page, and nothing that is none of its business. */
abstract class RecordsReadContract {

    @Autowired
    WebApplicationContext product;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RecordKinds kinds;

    @Autowired
    JsonMapper json;

    Api api;
    Api reader;

    @BeforeEach
    void signIn() {
        api = Api.of(product, Scope.IMPORTS, Scope.RECORDS);
        reader = Api.of(product, Scope.RECORDS);
    }

    private Api.Answer sending(String kind, Object records) {
        String body = records instanceof String text ? text : json.writeValueAsString(records);
        return api.call(
                put("/api/v1/" + kind).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private void sent(String kind, String records) {
        Api.Answer answer = sending(kind, records);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Api.Answer reading(Api api, String address) {
        return api.call(get("/api/v1/" + address));
    }

    private void customers(String... externalIds) {
        List<Map<String, String>> records = new ArrayList<>();
        for (String id : externalIds) {
            records.add(Map.of("externalId", id, "name", "Customer " + id));
        }
        assertThat(sending("customers", records).status()).isEqualTo(200);
    }

    @Test
    void whatIsReadOfAnyKindCanBeSentBackAndChangesNothing() {
        for (RecordKind kind : ofTheProduct()) {
            Map<String, Object> example = RecordExamples.of(kind);
            Api.Answer written = sending(kind.name(), List.of(example));
            assertThat(written.status()).as(kind.name() + written.text()).isEqualTo(200);

            Api.Answer read = reading(reader, kind.name() + "/" + example.get("externalId"));

            assertThat(read.status()).as(kind.name() + read.text()).isEqualTo(200);
            example.forEach((field, said) -> assertThat(same(read.json().get(field), said))
                    .as(kind.name() + "." + field + " " + read.text())
                    .isTrue());
            assertThat(sending(kind.name(), "[" + read.text() + "]").text())
                    .as(kind.name())
                    .isEqualTo("{\"new\":0,\"changed\":0,\"unchanged\":1}");
        }
    }

    /** Without the kinds that other tests add. */
    private List<RecordKind> ofTheProduct() {
        return RecordExamples.inOrder(kinds).stream()
                .filter(kind -> !kind.name().startsWith("trial"))
                .toList();
    }

    /** Amounts are read with the decimals of their currency, and a team that was named by its external id. */
    private static boolean same(JsonNode read, Object said) {
        String text = said.toString();
        return read.asString().equals(text)
                || text.equals("North") && read.asString().equals("T-10")
                || text.matches("[0-9.]+") && new BigDecimal(read.asString()).compareTo(new BigDecimal(text)) == 0;
    }

    @Test
    void everyKindTakesTenThousandAndRefusesOneMore() {
        for (RecordKind kind : ofTheProduct()) {
            String one = "[" + "{},".repeat(10_000) + "{}]";
            Api.Answer refused = sending(kind.name(), one);
            assertThat(refused.status()).as(kind.name()).isEqualTo(413);
            assertThat(refused.code()).as(kind.name()).isEqualTo("too-many-objects");
        }
        List<Map<String, String>> most = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            most.add(Map.of("externalId", "most-" + i, "name", "Most " + i));
        }
        assertThat(sending("customers", most).text()).isEqualTo("{\"new\":10000,\"changed\":0,\"unchanged\":0}");
        Api.Answer page = reading(reader, "customers?limit=5000");
        assertThat(page.json().size()).isEqualTo(1_000);
    }

    @Test
    void aListIsReadPageByPageWhateverComesMeanwhile() {
        customers("page-1", "page-3", "page-5", "page-7");
        String address = "customers?limit=2&cursor=" + Paging.cursor("page-");
        List<String> read = new ArrayList<>();
        boolean first = true;
        while (read.stream().allMatch(id -> id.startsWith("page-"))) {
            Api.Answer page = reading(reader, address);
            assertThat(page.json().size()).isLessThanOrEqualTo(2);
            page.json().forEach(record -> read.add(record.get("externalId").asString()));
            String next = page.response().getHeader("Link");
            if (next == null) {
                break;
            }
            assertThat(next).startsWith("</api/v1/customers?limit=2&cursor=").endsWith(">; rel=\"next\"");
            address = next.substring("</api/v1/".length(), next.indexOf('>'));
            if (first) {
                customers("page-0", "page-4");
            }
            first = false;
        }
        assertThat(read.stream().filter(id -> id.startsWith("page-")))
                .containsExactly("page-1", "page-3", "page-4", "page-5", "page-7");
        Api.Answer wrong = reading(reader, "customers?cursor=%7B");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().at("/violations/0/code").asString()).isEqualTo("unknown-cursor");
    }

    @Test
    void anIdWithSignsThatNoAddressTakesIsFoundByAParameter() {
        customers("odd/id;%?");

        JsonNode found = api.call(get("/api/v1/customers").param("externalId", "odd/id;%?"))
                .json();

        assertThat(found.size()).isEqualTo(1);
        assertThat(found.get(0).get("name").asString()).isEqualTo("Customer odd/id;%?");
        assertThat(api.call(get("/api/v1/customers").param("externalId", "odd/no"))
                        .json()
                        .size())
                .isZero();
    }

    @Test
    void withoutTokenScopeOrSuchARecordThereIsNoHint() {
        customers("hint-1");
        Api writer = Api.of(product, Scope.IMPORTS, Scope.BOARDS, Scope.STATEMENTS);
        for (String address : List.of("customers", "customers/hint-1", "customers/hint-2")) {
            assertThat(reading(Api.of(product, ""), address).status())
                    .as(address)
                    .isEqualTo(401);
            assertThat(reading(writer, address).status()).as(address).isEqualTo(403);
        }
        assertThat(reading(reader, "customers/hint-2").code()).isEqualTo("not-found");
        assertThat(reading(reader, "toys/hint-2").code()).isEqualTo("not-found");
        for (Api one : List.of(reader, writer)) {
            assertThat(one.call(delete("/api/v1/customers/hint-1")).status()).isEqualTo(403);
        }
        assertThat(reader.call(put("/api/v1/customers")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("[]"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatSomebodyEarnsNeedsTheScopeOfStatementsToo() {
        sent("costs", """
                [{"externalId": "k-pay", "kind": "salary", "from": "2026-10-01", "to": "2026-10-31", "amount": "4000",
                  "currency": "EUR"},
                 {"externalId": "k-ads", "kind": "marketing", "from": "2026-10-01", "to": "2026-10-31", "amount": "90",
                  "currency": "EUR"}]""");
        String list = "costs?cursor=" + Paging.cursor("k-");

        assertThat(reading(reader, list).text()).contains("k-ads").doesNotContain("k-pay");
        assertThat(reading(reader, "costs/k-pay").status()).isEqualTo(404);
        assertThat(api.call(delete("/api/v1/costs/k-pay").param("reason", "x")).status())
                .isEqualTo(404);
        Api finance = Api.of(product, Scope.IMPORTS, Scope.RECORDS, Scope.STATEMENTS);
        assertThat(reading(finance, list).text()).contains("k-ads", "k-pay");
        assertThat(reading(finance, "costs/k-pay").json().get("amount").asString())
                .isEqualTo("4000.00");
        assertThat(finance.call(delete("/api/v1/costs/k-pay").param("reason", "entered twice"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aPersonalTokenReachesNoFurtherThanItsPerson() {
        sent("people", """
                [{"externalId": "reach-1", "name": "Reach One"}, {"externalId": "reach-2", "name": "Reach Two"}]""");
        sent("deals", """
                [{"externalId": "reach-own", "owner": "reach-1", "stage": "engaging"},
                 {"externalId": "reach-foreign", "owner": "reach-2", "stage": "engaging"}]""");
        Api rep = Api.of(product, personal("reach-1", Role.REP));

        assertThat(reading(rep, "deals?cursor=" + Paging.cursor("reach-")).json())
                .hasSize(1);
        assertThat(reading(rep, "deals/reach-own").status()).isEqualTo(200);
        assertThat(reading(rep, "deals/reach-foreign").status()).isEqualTo(404);
        assertThat(rep.call(delete("/api/v1/deals/reach-foreign")).status()).isEqualTo(404);
        assertThat(rep.call(delete("/api/v1/deals/reach-own").param("reason", "a test"))
                        .status())
                .isEqualTo(204);
        assertThat(reading(rep, "costs").json()).isEmpty();
    }

    private String personal(String externalId, Role role) {
        PersonId person = new PersonId(jdbc.sql("select id from persons where external_id = :id")
                .param("id", externalId)
                .query(Long.class)
                .single());
        return Caller.asSystem(() -> {
            product.getBean(Accounts.class).open(person, externalId, "a long enough password", false, EnumSet.of(role));
            return product.getBean(ApiTokens.class).issue(externalId, EnumSet.of(Scope.IMPORTS, Scope.RECORDS), person);
        });
    }

    @Test
    void aRecordIsRemovedOnceAsItWasReadAndOnlyWhileNothingNeedsIt() {
        customers("gone-1", "gone-2");
        sent("people", "[{\"externalId\": \"gone-owner\", \"name\": \"Gone Owner\"}]");
        sent("leads", """
                [{"externalId": "gone-lead", "name": "Needs it", "customer": "gone-2", "owner": "gone-owner",
                  "createdOn": "2026-10-01"}]""");
        String version = reading(reader, "customers/gone-1").response().getHeader("ETag");

        refused(removing("customers/gone-1").header("If-Match", "\"77\""), 412, "changed-meanwhile");
        MockHttpServletRequestBuilder first =
                removing("customers/gone-1").header("If-Match", version).header("Idempotency-Key", "gone");
        assertThat(api.call(first).status()).isEqualTo(204);
        Api.Answer again = api.call(
                removing("customers/gone-1").header("If-Match", version).header("Idempotency-Key", "gone"));
        assertThat(again.status()).isEqualTo(204);
        assertThat(again.text()).isEmpty();
        refused(removing("customers/gone-1"), 404, "not-found");
        refused(removing("customers/gone-2"), 409, "still-used");
        assertThat(jdbc.sql("select count(*) from audit_records where action = 'record.removed'"
                                + " and object_ref = 'gone-1'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void removingWhatMovesMoneyNeedsAReason() {
        sent("costs", """
                [{"externalId": "k-why", "kind": "events", "from": "2026-10-01", "to": "2026-10-31", "amount": "90",
                  "currency": "EUR"}]""");

        Api.Answer answer = refused(removing("costs/k-why"), 422, "reason-needed");
        assertThat(answer.json().at("/violations/0/field").asString()).isEqualTo("reason");
        assertThat(api.call(removing("costs/k-why").param("reason", "entered twice"))
                        .status())
                .isEqualTo(204);
    }

    private static MockHttpServletRequestBuilder removing(String address) {
        return delete("/api/v1/" + address);
    }

    private Api.Answer refused(MockHttpServletRequestBuilder request, int status, String code) {
        Api.Answer answer = api.call(request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.response().getContentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        return answer;
    }

    @OnHsqldb
    static class OnHsqldbTest extends RecordsReadContract {}

    @OnPostgres
    static class OnPostgresTest extends RecordsReadContract {}
}
