package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.koploper.access.ApiTokens;
import org.koploper.access.Caller;
import org.koploper.access.Scope;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Tokens that end and that are told apart, and writes that are done once. */
abstract class TokensContract {

    @Autowired
    WebApplicationContext product;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    private Api of(String name, @Nullable LocalDate lastDay) {
        return Api.of(product, Caller.asSystem(() -> tokens.issue(name, EnumSet.of(Scope.IMPORTS), null, lastDay)));
    }

    private static MockHttpServletRequestBuilder sending(String customer, String key) {
        return put("/api/v1/customers")
                .contentType(MediaType.APPLICATION_JSON)
                .content("[{\"externalId\":\"" + customer + "\",\"name\":\"" + customer + "\"}]")
                .header("Idempotency-Key", key);
    }

    @Test
    void aTokenIsGoodOnItsLastDayAndRefusedTheDayAfter() {
        String name = "ends " + ids.next();
        LocalDate today = LocalDate.now(clock);
        Api api = of(name, today);
        assertThat(api.call(get("/api/v1/imports")).status()).isEqualTo(200);

        jdbc.sql("update api_tokens set expires_on = ? where name = ?")
                .params(today.minusDays(1), name)
                .update();

        assertThat(api.call(get("/api/v1/imports")).status()).isEqualTo(401);
        assertThatThrownBy(() -> of(name, today.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLastUseIsNotedToAFewMinutes() {
        String name = "used " + ids.next();
        Api api = of(name, null);
        assertThat(lastUse(name)).isNull();
        api.call(get("/api/v1/imports"));
        LocalDateTime first = lastUse(name);
        assertThat(first).isNotNull();
        api.call(get("/api/v1/imports"));
        assertThat(lastUse(name)).isEqualTo(first);

        jdbc.sql("update api_tokens set last_used_at = ? where name = ?")
                .params(first.minusMinutes(6), name)
                .update();
        api.call(get("/api/v1/imports"));
        assertThat(lastUse(name)).isAfterOrEqualTo(first);
    }

    private @Nullable LocalDateTime lastUse(String name) {
        List<@Nullable LocalDateTime> found = new ArrayList<>();
        jdbc.sql("select last_used_at from api_tokens where name = ?")
                .param(name)
                .query(row -> {
                    found.add(row.getObject(1, LocalDateTime.class));
                });
        return found.getFirst();
    }

    @Test
    void twoTokensOfOneNameHaveKeysOfTheirOwn() {
        String name = "twin " + ids.next();
        Api one = of(name, null);
        Api other = of(name, null);

        assertThat(one.call(sending("twin-a", "same")).status()).isEqualTo(200);
        assertThat(other.call(sending("twin-b", "same")).text()).isEqualTo("{\"new\":1,\"changed\":0,\"unchanged\":0}");
    }

    @Test
    void theSameRequestManyTimesAtOnceIsDoneOnce() throws Exception {
        Api api = of("at once " + ids.next(), null);
        List<Callable<Api.Answer>> all = Collections.nCopies(8, () -> api.call(sending("at-once", "one")));
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Api.Answer> one : threads.invokeAll(all)) {
                Api.Answer answer = one.get();
                answers.add(answer.status() == 200 ? answer.text() : answer.code());
            }
        }

        assertThat(answers)
                .contains("{\"new\":1,\"changed\":0,\"unchanged\":0}")
                .allMatch(answer -> answer.equals("{\"new\":1,\"changed\":0,\"unchanged\":0}")
                        || answer.equals("request-under-way"));
        assertThat(api.call(sending("at-once", "one")).text()).isEqualTo("{\"new\":1,\"changed\":0,\"unchanged\":0}");
    }

    @Test
    void whatWasAnsweredIsKeptForSevenDays() {
        Api api = of("kept " + ids.next(), null);
        String key = "kept " + ids.next();
        api.call(sending("kept-1", key));
        age(key, 6);
        assertThat(api.call(sending("kept-1", key)).text()).startsWith("{\"new\":1");
        age(key, 8);
        assertThat(api.call(sending("kept-1", key)).text()).startsWith("{\"new\":0");
    }

    private void age(String key, int days) {
        jdbc.sql("update idempotency_keys set created_at = ? where idempotency_key = ?")
                .params(LocalDateTime.now(clock).minusDays(days), key)
                .update();
    }

    @OnHsqldb
    static class OnHsqldbTest extends TokensContract {}

    @OnPostgres
    static class OnPostgresTest extends TokensContract {}
}
