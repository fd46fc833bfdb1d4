package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Records of a sales team as files bring them, and KPIs as another program reads them. Every seller has a team alone. */
final class KpiScene {

    /** Of all stories, so that none changes what another one told. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Api api;

    KpiScene(Api api) {
        this.api = api;
    }

    /** A seller of that name in a team of the same name. */
    KpiScene seller(String name) {
        return take("people", "externalId,name,team,from", List.of(name + "," + name + "," + name + ",2000-01-01"));
    }

    KpiScene take(String kind, String header, List<String> lines) {
        if (!lines.isEmpty()) {
            Api.Answer answer = api.taking(kind, header + "\n" + String.join("\n", lines) + "\n", "");
            assertThat(answer.status()).as(answer.text()).isIn(200, 202);
            assertThat(answer.json().path("rejected").asInt()).as(answer.text()).isZero();
        }
        return this;
    }

    /** So many deals of the same kind. */
    KpiScene deals(String seller, int many, String stage, String engaged, String closed, String value) {
        return deals(seller, many, stage, engaged, closed, value, "");
    }

    KpiScene deals(
            String seller, int many, String stage, String engaged, String closed, String value, String customer) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            lines.add(String.join(",", next("D"), seller, stage, engaged, closed, value, "EUR", customer));
        }
        return take("deals", "externalId,owner,stage,engagedOn,closedOn,value,currency,customer", lines);
    }

    /** An order of that customer. */
    KpiScene order(String seller, String customer, String day, BigDecimal value) {
        return deals(seller, 1, "won", "", day, value.toPlainString(), customer);
    }

    /** Orders of one deal each, of that product, by customers of their own. */
    KpiScene ordersOf(String seller, List<String> customers, String product, String day) {
        return take(
                "deals",
                "externalId,owner,stage,closedOn,value,currency,customer,product",
                customers.stream()
                        .map(customer ->
                                String.join(",", next("D"), seller, "won", day, "10", "EUR", customer, product))
                        .toList());
    }

    KpiScene quotes(String seller, int many, String outcome, String sent, String decided) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            lines.add(String.join(",", next("Q"), seller, outcome, sent, decided, "100", "EUR"));
        }
        return take("quotes", "externalId,owner,outcome,sentOn,decidedOn,value,currency", lines);
    }

    KpiScene leads(String seller, int many, String source, String status, String day) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            lines.add(String.join(",", next("L"), seller, source, status, day));
        }
        return take("leads", "externalId,owner,source,status,createdOn", lines);
    }

    /** Customers of their own, so many; their external ids. */
    List<String> customers(int many) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            ids.add(next("C"));
        }
        take(
                "customers",
                "externalId,name",
                ids.stream().map(id -> id + "," + id).toList());
        return ids;
    }

    KpiScene costs(String kind, String from, String to, BigDecimal amount) {
        return take(
                "costs",
                "externalId,kind,from,to,amount,currency",
                List.of(String.join(",", next("K"), kind, from, to, amount.toPlainString(), "EUR")));
    }

    KpiScene target(String seller, String from, String to, BigDecimal amount) {
        return take(
                "targets",
                "externalId,scope,person,kpi,from,to,amount,currency",
                List.of(String.join(
                        ",", next("T"), "person", seller, "revenue", from, to, amount.toPlainString(), "EUR")));
    }

    KpiScene market(int year, BigDecimal amount) {
        return take(
                "market-sizes",
                "externalId,year,amount,currency,source",
                List.of(year + "," + year + "," + amount.toPlainString() + ",EUR,Yearbook"));
    }

    KpiScene visitors(String from, String to, int many) {
        return take("visitors", "externalId,from,to,visitors", List.of(next("V") + "," + from + "," + to + "," + many));
    }

    KpiScene answers(String seller, int many, int satisfaction, String day) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            lines.add(String.join(",", next("A"), seller, day, String.valueOf(satisfaction)));
        }
        return take("survey-answers-customer", "externalId,person,answeredOn,satisfaction", lines);
    }

    /** Calls and meetings of one day. */
    KpiScene held(String seller, int many, String kind, LocalDate day) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            lines.add(String.join(",", next("ACT"), seller, kind, "held", day + "T10:00"));
        }
        return take("activities", "externalId,person,kind,outcome,happenedAt", lines);
    }

    String next(String kind) {
        return kind + "-" + NUMBER.incrementAndGet();
    }

    /** A reading, with the day on which it is read. */
    JsonNode read(String kpi, String scope, String from, String to, String more) {
        Api.Answer answer =
                api.call(get("/api/v1/kpis/" + kpi + "?scope=" + scope + "&from=" + from + "&to=" + to + more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    JsonNode read(String kpi, String scope, String from, String to) {
        return read(kpi, scope, from, to, "");
    }

    /** The number, or null and why: {@code null too-few 2/3}. */
    static String told(JsonNode reading) {
        String reason = reading.get("reason").isNull()
                ? ""
                : " " + reading.get("reason").asString();
        String parts = reading.get("denominator").isNull()
                ? ""
                : " " + reading.get("numerator").asString() + "/"
                        + reading.get("denominator").asString();
        return (reading.get("value").isNull() ? "null" : reading.get("value").asString()) + reason + parts;
    }

    static BigDecimal value(JsonNode reading) {
        assertThat(reading.get("value").isNull()).as(reading.toString()).isFalse();
        return new BigDecimal(reading.get("value").asString());
    }
}
