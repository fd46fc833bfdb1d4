package org.koploper.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every kind of answer says to the browser, and which addresses answer somebody nobody knows. */
@OnDemo
class HeadersTest {

    private static final String TOKEN = "a-token-for-tests-that-is-long-enough";

    /** What anybody may have. */
    private static final Set<String> OPEN = Set.of(
            "/sign-in",
            "/sign-in.css",
            "/answer.css",
            "/passkey.js",
            "/styles.css",
            "/schema/plan-v1.json",
            "/icons/koploper.svg",
            "/icons/koploper-192.png",
            "/manifest.webmanifest",
            "/sw.js",
            "/actuator/health",
            "/actuator/health/readiness",
            "/actuator/health/liveness",
            "/v3/api-docs");

    private static final List<String> GUESSED = List.of(
            "/",
            "/my/month",
            "/statements",
            "/statements/1/2026-11",
            "/team",
            "/leaderboard",
            "/plans",
            "/import",
            "/questions",
            "/a",
            "/a/",
            "/a/hello",
            "/a/hello/there",
            "/a/00000000000000000000000000000000",
            "/accounts",
            "/tokens",
            "/account/password",
            "/account/passkeys",
            "/sign-in/passkey",
            "/sign-in/passkey/options",
            "/webauthn/register",
            "/webauthn/authenticate/options",
            "/account/sessions",
            "/nothing/here",
            "/actuator",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/beans",
            "/actuator/mappings",
            "/actuator/metrics",
            "/actuator/loggers",
            "/actuator/shutdown",
            "/actuator/threaddump",
            "/actuator/flyway",
            "/actuator/health/db",
            "/actuator/info",
            "/actuator/prometheus",
            "/actuator/modulith",
            "/api",
            "/api/v1/imports",
            "/api/v1/goals",
            "/api/v1/leaderboards",
            "/api/v1/statements",
            "/api/v1/nothing",
            "/v3/api-docs.yaml",
            "/v3/api-docs/swagger-config",
            "/swagger-ui.html",
            "/swagger-ui/index.html",
            "/webjars/x",
            "/h2-console",
            "/console",
            "/admin",
            "/manager/html",
            "/login",
            "/login/oauth2/code/company",
            "/oauth2/authorization/company",
            "/logout",
            "/error",
            "/.env",
            "/.git/config",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/application.yml",
            "/db/migration/V1__people_and_access.sql",
            "/templates/sign-in.mustache",
            "/data/db/credentials",
            "/robots.txt",
            "/favicon.ico",
            "/sitemap.xml",
            "/.well-known/security.txt",
            "/sw-runtime-resources-precache.js",
            "/offline.html",
            "/offline-stub.html",
            "/index.html",
            "/VAADIN/",
            "/VAADIN/config.json",
            "/VAADIN/stats.json",
            "/VAADIN/config/stats.json",
            "/VAADIN/dynamic/resource/0/0/x",
            "/VAADIN/push",
            "/HILLA/push",
            "/connect/x",
            "/vaadinServlet/",
            "/sign-in/x",
            "/sign-in;x=1",
            "/icons/",
            "/icons/../application.yml",
            "/%2e%2e/application.yml",
            "//my/month",
            "/my/month;jsessionid=1",
            "/my//month",
            "/MY/MONTH");

    @LocalServerPort
    int port;

    @Test
    void everyKindOfAnswerCarriesTheProtectiveHeaders() {
        Client visitor = new Client(port, "127.0.7.1");
        Client user = new Client(port, "127.0.7.2");
        user.signIn("an@demo", "koploper-demo");
        String page = user.get("/leaderboard").body();
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        answers.put("sign-in page", visitor.get("/sign-in"));
        answers.put("redirect to sign in", visitor.get("/my/month"));
        answers.put("failed sign-in", visitor.signIn("nobody", "nothing"));
        answers.put("refused form", visitor.signIn("nobody", "nothing", "forged"));
        answers.put("screen", user.get("/leaderboard"));
        answers.put("first UIDL", user.get("/?v-r=init&location=leaderboard&query="));
        answers.put(
                "UIDL",
                user.send(user.request("/?v-r=uidl&v-uiId=0")
                        .POST(BodyPublishers.ofString(
                                "{\"csrfToken\":\"forged\",\"rpc\":[],\"syncId\":0,\"clientId\":0}"))));
        answers.put(
                "heartbeat", user.send(user.request("/?v-r=heartbeat&v-uiId=0").POST(BodyPublishers.noBody())));
        answers.put("push", user.get("/VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-Transport=polling"));
        answers.put(
                "upload",
                user.send(user.request("/VAADIN/dynamic/resource/0/x/upload").POST(BodyPublishers.ofString("x"))));
        answers.put("download", user.get("/VAADIN/dynamic/resource/0/x/rows.csv"));
        answers.put("unknown screen", user.get("/nothing/here"));
        answers.put("style", visitor.get("/styles.css"));
        answers.put("icon", visitor.get("/icons/koploper.svg"));
        answers.put("script", visitor.get("/" + script(page)));
        answers.put("not offered", visitor.get("/offline.html"));
        answers.put("worker", visitor.get("/sw.js?lang=nl-BE"));
        answers.put("manifest", visitor.get("/manifest.webmanifest"));
        answers.put("API 401", visitor.get("/api/v1/imports"));
        answers.put("API 200", api(visitor, "/api/v1/imports"));
        answers.put("API 404", api(visitor, "/api/v1/nothing"));
        answers.put("API file", api(visitor, "/api/v1/imports/templates/deals"));
        answers.put("API description", api(visitor, "/v3/api-docs"));
        answers.put("health", api(visitor, "/actuator/health"));
        answers.put("closed actuator", visitor.get("/actuator/env"));
        answers.put("firewall", visitor.get("/my//month"));
        answers.put("HEAD", visitor.send(visitor.request("/sign-in").HEAD()));
        answers.put("OPTIONS", visitor.send(visitor.request("/sign-in").method("OPTIONS", BodyPublishers.noBody())));

        List<String> misses = new ArrayList<>();
        answers.forEach((kind, answer) -> misses.addAll(misses(kind, answer)));

        answers.forEach((kind, answer) -> System.out.println(kind + ": " + answer.statusCode() + " "
                + answer.headers().firstValue("Cache-Control").orElse("-")));
        System.out.println("Headers: " + answers.size() + " kinds of answer, " + misses.size() + " misses");
        assertThat(misses).isEmpty();
        // refused by the server in front of the product: it never echoes what it was sent
        HttpResponse<String> trace = visitor.send(visitor.request("/sign-in")
                .method("TRACE", BodyPublishers.noBody())
                .header("X-Secret", "s"));
        assertThat(trace.statusCode()).isEqualTo(405);
        assertThat(trace.body()).doesNotContain("X-Secret");
        assertThat(answers.get("script").headers().firstValue("Cache-Control")).isPresent();
        assertThat(answers.get("script").statusCode()).isEqualTo(200);
    }

    private static List<String> misses(String kind, HttpResponse<String> answer) {
        HttpHeaders headers = answer.headers();
        List<String> misses = new ArrayList<>();
        Map<String, String> wanted = new TreeMap<>(Map.of(
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Referrer-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin"));
        if (!Set.of("style", "icon", "script").contains(kind)) {
            wanted.put("Cache-Control", "no-store");
        }
        wanted.forEach((name, value) -> {
            if (!headers.allValues(name).equals(List.of(value))) {
                misses.add(kind + ": " + name + " " + headers.allValues(name));
            }
        });
        List<String> policy = headers.allValues("Content-Security-Policy");
        if (policy.size() != 1
                || !policy.getFirst().contains("frame-ancestors 'none'")
                || policy.getFirst().matches(".*script-src[^;]*'unsafe-inline'.*")) {
            misses.add(kind + ": Content-Security-Policy " + policy);
        }
        if (headers.firstValue("Permissions-Policy").isEmpty()) {
            misses.add(kind + ": Permissions-Policy");
        }
        for (String telltale : List.of("Server", "X-Powered-By", "Strict-Transport-Security")) {
            headers.firstValue(telltale).ifPresent(value -> misses.add(kind + ": " + telltale + " " + value));
        }
        return misses;
    }

    @Test
    void onlyScriptsWithTheNumberOfThisAnswerRunInTheScreens() {
        Client user = new Client(port, "127.0.7.3");
        user.signIn("an@demo", "koploper-demo");

        HttpResponse<String> first = user.get("/leaderboard");
        String policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
        var nonce = Pattern.compile("'nonce-([^']+)'").matcher(policy);
        assertThat(nonce.find()).isTrue();
        String body = first.body();

        assertThat(Pattern.compile("<script").matcher(body).results().count())
                .isPositive()
                .isEqualTo(Pattern.compile("<script[^>]* nonce=\"" + Pattern.quote(nonce.group(1)) + "\"")
                        .matcher(body)
                        .results()
                        .count());
        assertThat(user.get("/leaderboard").headers().firstValue("Content-Security-Policy"))
                .get()
                .isNotEqualTo(policy);
    }

    @Test
    void nobodyKnownGetsWhatIsOnTheListAndNothingElse() {
        Client nobody = new Client(port, "127.0.7.4");
        List<String> addresses = new ArrayList<>(GUESSED);
        addresses.addAll(OPEN);
        Map<String, Integer> answers = new TreeMap<>();
        for (String address : addresses) {
            for (String accept : List.of("text/html", "*/*", "application/json")) {
                int status = nobody.send(nobody.request(address).header("Accept", accept))
                        .statusCode();
                answers.merge(address, status, (a, b) -> a == 200 ? a : b);
            }
        }

        System.out.println("Crawl without sign-in: " + answers.size() + " addresses, "
                + answers.values().stream().filter(s -> s == 200).count() + " open: " + answers);
        assertThat(answers.entrySet().stream()
                        .filter(entry -> entry.getValue() == 200)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(OPEN);
        assertThat(answers.values()).doesNotContain(500);
        for (String missing : List.of("/sw-runtime-resources-precache.js", "/offline.html")) {
            assertThat(answers).containsEntry(missing, 404);
        }
    }

    @Test
    void aHostMadeUpInTheRequestIsNeverNamedInARedirect() throws Exception {
        for (String path : List.of("/my/month", "/", "/accounts?x=1", "/sign-in/", "/VAADIN")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                            + "Accept: text/html\r\nConnection: close\r\n\r\n"))
                    .as(path)
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void signingInLeadsToTheAddressAskedForAndToNoOtherHost() throws Exception {
        String asked = raw("GET /team?p=2026-11 HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\n"
                + "Connection: close\r\n\r\n");
        String cookie = found(asked, "KOPLOPER=([^;]+)");
        String form = raw("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nCookie: KOPLOPER=" + cookie
                + "\r\nConnection: close\r\n\r\n");
        String body = "username=an%40demo&password=koploper-demo&_csrf="
                + java.net.URLEncoder.encode(found(form, "name=\"_csrf\" value=\"([^\"]+)\""), StandardCharsets.UTF_8);
        String answer = raw("POST /sign-in HTTP/1.1\r\nHost: evil.example\r\nCookie: KOPLOPER=" + cookie
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body);

        assertThat(found(answer, "Location: (\\S+)")).startsWith("/team?p=2026-11");
        assertThat(answer).doesNotContain("evil.example");
    }

    private static String script(String page) {
        return found(page, "src=\"\\.?/?(VAADIN/build/[^\"]+\\.js)\"");
    }

    private static String found(String text, String pattern) {
        var match = Pattern.compile(pattern).matcher(text);
        assertThat(match.find()).as(pattern + " in " + text).isTrue();
        return match.group(1);
    }

    private static HttpResponse<String> api(Client client, String path) {
        return client.send(client.request(path).header("Authorization", "Bearer " + TOKEN));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
