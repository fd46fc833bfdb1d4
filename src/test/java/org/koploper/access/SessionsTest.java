package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.storage.Ids;
import org.koploper.testing.OnDemo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;

/** Sessions of one person in several browsers: the list of them, and what ends them. */
@OnDemo
class SessionsTest {

    private static final String PASSWORD = "a password for this test";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionTable table;

    @Autowired
    IdleLimit limit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    private PersonId person;
    private String username;
    private CurrentUser self;

    @BeforeEach
    void anAccount() {
        person = new PersonId(ids.next());
        username = "sessions-" + person;
        self = new CurrentUser(person, username, Set.of(Role.REP), false);
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(person.value(), username, username)
                .update();
        Caller.asSystem(() -> accounts.open(person, username, PASSWORD, false, Set.of(Role.REP)));
    }

    @Test
    void everyOpenSessionIsListedWithItsDeviceAndAShortenedAddress() {
        new Tab("127.0.8.1");
        new Tab("127.0.8.2");

        var own = Caller.as(self, List.of(), sessions::own);

        assertThat(own).hasSize(2);
        assertThat(own).extracting(Sessions.OpenSession::device).containsOnly(new Device("Firefox", "Linux"));
        assertThat(own).extracting(Sessions.OpenSession::place).containsOnly("127.0.8.…");
    }

    @Test
    void aSessionEndedFromElsewhereIsRefusedAtItsNextClickAndTheOtherGoesOn() {
        Tab lost = new Tab("127.0.8.3");
        Tab mine = new Tab("127.0.8.4");
        assertThat(lost.click().body()).contains("\"syncId\"");
        String handle = Caller.as(self, List.of(), sessions::own).stream()
                .min(java.util.Comparator.comparing(Sessions.OpenSession::since))
                .orElseThrow()
                .handle();

        Caller.as(self, List.of(), () -> {
            sessions.endOwn(handle);
            return true;
        });

        assertThat(lost.click().body()).doesNotContain("\"syncId\"");
        assertThat(lost.client.get("/my/month").statusCode()).isEqualTo(302);
        assertThat(mine.click().body()).contains("\"syncId\"");
    }

    @Test
    void whoDidNothingForTooLongIsOutAtTheNextClickHoweverOftenThePageAsked() {
        Tab tab = new Tab("127.0.8.6");
        assertThat(tab.click().body()).contains("\"syncId\"");
        table.of(person).getFirst().acted = Instant.now().minus(limit.limit()).minusSeconds(1);

        assertThat(tab.click().body()).doesNotContain("\"syncId\"");
        assertThat(tab.client.get("/my/month").statusCode()).isEqualTo(302);
        assertThat(table.of(person)).isEmpty();
    }

    @Test
    void whoSignsInWhereSomebodyElseWasTakesTheSessionOverWhole() {
        Client browser = new Client(port, "127.0.8.8");
        browser.signIn(username, PASSWORD);
        browser.get("/my/month");
        PersonId before = person;
        assertThat(table.of(before)).hasSize(1);
        anAccount();

        browser.signIn(username, PASSWORD);
        browser.get("/my/month");

        assertThat(table.of(person)).hasSize(1);
        assertThat(table.of(before)).isEmpty();
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        Tab tab = new Tab("127.0.8.5");
        String handle = Caller.as(self, List.of(), sessions::own).getFirst().handle();
        PersonId victim = person;
        anAccount();

        Caller.as(self, List.of(), () -> {
            sessions.endOwn(handle);
            return sessions.endOthers();
        });

        assertThat(victim).isNotEqualTo(person);
        assertThat(tab.click().body()).contains("\"syncId\"");
    }

    @Test
    void aNewRoleABlockedAccountAndANewPasswordEndEverySessionAtOnce() {
        List<Runnable> changes = List.of(
                () -> accounts.give(person, Set.of(Role.REP), Set.of(Role.REP, Role.HR), null),
                () -> accounts.enable(person, false),
                () -> asAdministrator(() -> accounts.resetPassword(person, null)),
                () -> Caller.as(self, List.of(), () -> accounts.changeOwnPassword(PASSWORD, "fiets lamp zeewier mos")),
                () -> asAdministrator(() -> sessions.endAll(person)));
        for (int i = 0; i < changes.size(); i++) {
            anAccount();
            Tab tab = new Tab("127.0.9." + (i + 1));

            Runnable change = changes.get(i);
            Caller.asSystem(change);

            assertThat(tab.click().body()).as("change " + i).doesNotContain("\"syncId\"");
            assertThat(tab.client.get("/my/month").statusCode()).isEqualTo(302);
            assertThat(Caller.as(self, List.of(), sessions::own)).isEmpty();
        }
    }

    @Test
    void nothingMoreIsPushedToAnEndedSession() throws Exception {
        Tab tab = new Tab("127.0.8.7");
        CompletableFuture<String> over = tab.push();
        // a click takes its turn behind what joins the connection to the screen
        tab.click();

        Caller.asSystem(() -> accounts.enable(person, false));

        assertThat(over.get(60, TimeUnit.SECONDS)).containsAnyOf("sessionExpired", "closed");
    }

    @Test
    void signingOutEndsTheSessionForWhoStillHasItsCookie() {
        Tab tab = new Tab("127.0.8.6");
        String form = "_csrf=" + tab.client.csrf();

        tab.client.send(tab.client
                .request("/logout")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));

        assertThat(tab.click().body()).doesNotContain("\"syncId\"");
        assertThat(Caller.as(self, List.of(), sessions::own)).isEmpty();
    }

    @Test
    void whatIsStillOnItsWayWhenASessionIsOverBringsNoOtherOne() {
        Client browser = new Client(port, "127.0.8.9");

        HttpResponse<String> answer = browser.send(browser.request("/VAADIN/push?v-r=push&v-uiId=0&v-pushId=gone"
                        + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Transport=long-polling")
                .header("Cookie", "KOPLOPER=gone"));

        assertThat(answer.body()).contains("sessionExpired");
        assertThat(browser.cookies()).isEqualTo("[]");
    }

    private <T> T asAdministrator(java.util.function.Supplier<T> work) {
        return Caller.as(
                new CurrentUser(new PersonId(0), "an administrator", Set.of(Role.ADMIN), false),
                AuthorityUtils.createAuthorityList("ROLE_ADMIN"),
                work);
    }

    /** A signed-in browser with one screen open. */
    private final class Tab {

        private final Client client;
        private final String key;
        private final String ui;
        private final String pushId;
        private int sync;

        Tab(String from) {
            client = new Client(port, from);
            client.signIn(username, PASSWORD);
            client.get("/my/month");
            String start = client.get("/?v-r=init&location=my/month&query=").body();
            key = found(start, "Vaadin-Security-Key\" ?: ?\"([^\"]+)\"");
            ui = found(start, "v-uiId\" ?: ?(\\d+)");
            pushId = found(start, "Vaadin-Push-ID\" ?: ?\"([^\"]+)\"");
        }

        HttpResponse<String> click() {
            String body =
                    "{\"csrfToken\":\"" + key + "\",\"rpc\":[],\"syncId\":" + sync + ",\"clientId\":" + sync++ + "}";
            return client.send(client.request("/?v-r=uidl&v-uiId=" + ui)
                    .header("Content-Type", "application/json; charset=UTF-8")
                    .POST(BodyPublishers.ofString(body)));
        }

        /** Listens to what the server sends by itself; done when the server has ended that. */
        CompletableFuture<String> push() throws Exception {
            CompletableFuture<String> over = new CompletableFuture<>();
            CompletableFuture<String> joined = new CompletableFuture<>();
            String cookie = found(client.cookies(), "KOPLOPER=\"?([^\",\\]]+)");
            client.http
                    .newWebSocketBuilder()
                    .header("Cookie", "KOPLOPER=" + cookie)
                    .buildAsync(
                            java.net.URI.create("ws://127.0.0.1:" + port + "/VAADIN/push?v-r=push&v-uiId=" + ui
                                    + "&v-pushId=" + pushId
                                    + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript"
                                    + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
                                    + "&Content-Type=application%2Fjson%3Bcharset%3DUTF-8&X-atmo-protocol=true"),
                            new WebSocket.Listener() {
                                @Override
                                public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                                    if (data.toString().contains("sessionExpired")) {
                                        over.complete(data.toString());
                                    }
                                    joined.complete(data.toString());
                                    socket.request(1);
                                    return null;
                                }

                                @Override
                                public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                                    over.complete("closed " + status);
                                    return null;
                                }

                                @Override
                                public void onError(WebSocket socket, Throwable error) {
                                    over.complete("broken " + error);
                                }
                            })
                    .get(30, TimeUnit.SECONDS);
            joined.get(30, TimeUnit.SECONDS);
            return over;
        }

        private static String found(String text, String pattern) {
            Matcher match = Pattern.compile(pattern).matcher(text);
            assertThat(match.find()).as(pattern + " in " + text).isTrue();
            return match.group(1);
        }
    }
}
