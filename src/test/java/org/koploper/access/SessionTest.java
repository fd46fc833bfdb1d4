package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.storage.Ids;
import org.koploper.testing.OnDemo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in over HTTP, and what a session is worth once the account was changed. */
@OnDemo
class SessionTest {

    private static final String PASSWORD = "a password for this test";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private PersonId person;
    private String username;

    @BeforeEach
    void anAccount() {
        long id = ids.next();
        person = new PersonId(id);
        username = "session-" + id;
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(id, username, username)
                .update();
        Caller.asSystem(() -> accounts.open(person, username, PASSWORD, false, Set.of(Role.REP)));
    }

    @Test
    void theSessionIsAnotherOneAfterSigningIn() throws Exception {
        get("/sign-in");
        String before = cookies.getCookieStore().getCookies().toString();

        signIn();

        assertThat(cookies.getCookieStore().getCookies().toString()).isNotEqualTo(before);
        assertThat(get("/my/month").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsBlockedIsOutAtTheNextClick() throws Exception {
        signIn();
        assertThat(get("/my/month").statusCode()).isEqualTo(200);

        Caller.asSystem(() -> accounts.enable(person, false));

        assertSentToSignIn(get("/my/month"));
    }

    @Test
    void whoLosesARoleIsOutAtTheNextClick() throws Exception {
        signIn();

        Caller.asSystem(() -> accounts.give(person, Set.of(Role.REP), Set.of(Role.HR), null));

        assertSentToSignIn(get("/my/month"));
    }

    private static void assertSentToSignIn(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/sign-in");
    }

    private void signIn() throws IOException, InterruptedException {
        var csrf = CSRF.matcher(get("/sign-in").body());
        assertThat(csrf.find()).isTrue();
        String form = "username=" + username + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)
                + "&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
        browser.send(
                HttpRequest.newBuilder(address("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address(path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
