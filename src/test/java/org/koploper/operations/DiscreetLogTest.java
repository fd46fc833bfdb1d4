package org.koploper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koploper.testing.RunningProduct;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people typed and what the database holds does not reach the log, whatever goes wrong. */
class DiscreetLogTest {

    private static final String NAME = "Zebedeus Kwakkelstein";
    private static final String EMAIL = "zebedeus@kwakkel.example";
    private static final String AMOUNT = "98765.43";
    private static final String SECRET = "a-secret-nobody-may-read-1234567890abcdef";
    private static final List<String> CANARIES =
            List.of("Zebedeus", "Kwakkel", "kwakkel.example", "98765", SECRET, RunningProduct.TOKEN);

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void anExceptionIsLoggedWithItsClassesAndLinesButWithoutItsMessages() {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n%ex");
        encoder.start();
        OutputStreamAppender<ch.qos.logback.classic.spi.ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(log);
        appender.start();
        Logger logger = context.getLogger("test");
        logger.addAppender(appender);
        DiscreetLog.begin(logger);
        DiscreetLog.begin(logger);
        Exception failure = new IllegalStateException(NAME, new IllegalArgumentException(EMAIL));
        failure.addSuppressed(new IOException(AMOUNT));

        logger.error("Reference {}", "1234", failure);

        assertThat(context.getStatusManager().getCopyOfStatusList())
                .as("complaints of the appenders")
                .noneMatch(status -> status.getLevel() > Status.INFO);
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains(
                        "Reference 1234",
                        "java.lang.IllegalStateException",
                        "java.lang.IllegalArgumentException",
                        "java.io.IOException",
                        "DiscreetLogTest.java")
                .doesNotContain(NAME, EMAIL, AMOUNT)
                .containsOnlyOnce("Reference");
    }

    @Test
    void aWalkThroughTheProductLeavesNoNameAmountOrSecretInItsLog() throws Exception {
        try (var product = RunningProduct.start(
                folder.resolve("data"),
                folder.resolve("log"),
                "--logging.structured.format.console=ecs",
                "--spring.profiles.active=demo")) {
            failToSignIn(product);
            String rejected = importPeople(product);
            assertThat(rejected).contains("\"rejected\":1").contains("Kwakkel");
            assertThat(send(put(
                                    product,
                                    "deals",
                                    "[{\"externalId\": \"" + NAME + "\", \"amount\": \"" + AMOUNT + "\", \"owner\": \""
                                            + EMAIL + "\"}]"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(send(put(product, "customers", "[{\"externalId\": \"K1\", \"name\": \"" + NAME + "\"}]"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(send(put(product, "deals", "[{\"externalId\": \"" + NAME))
                            .statusCode())
                    .isEqualTo(400);
            HttpResponse<String> missing =
                    send(request(product, "/api/v1/statements/Kwakkel/2026-13").GET());
            assertThat(missing.statusCode()).isIn(400, 404);
            assertThat(missing.headers().firstValue("X-Request-Id"))
                    .get()
                    .asString()
                    .matches("[0-9a-f]{8}");
            assertThat(send(HttpRequest.newBuilder(URI.create(product.address() + "/Kwakkelstein?amount=" + AMOUNT))
                                    .GET())
                            .statusCode())
                    .isIn(200, 302, 404);

            assertThat(product.said()).isNotEmpty().doesNotContain(CANARIES);
            assertThat(product.said().lines().map(DiscreetLogTest::json))
                    .as("structured from the first line to the last")
                    .allSatisfy(line -> assertThat(line.has("@timestamp")).isTrue());
        }
    }

    private void failToSignIn(RunningProduct product) throws Exception {
        String page = http.send(
                        HttpRequest.newBuilder(URI.create(product.address() + "/sign-in"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).as(page).isTrue();
        HttpResponse<String> refused = send(HttpRequest.newBuilder(URI.create(product.address() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "username=" + EMAIL + "&password=" + SECRET + "&_csrf=" + token.group(1))));
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(send(HttpRequest.newBuilder(URI.create(product.address() + "/api/v1/goals"))
                                .header("Authorization", "Bearer " + SECRET)
                                .GET())
                        .statusCode())
                .isEqualTo(401);
    }

    private String importPeople(RunningProduct product) throws Exception {
        String boundary = "----walk";
        String file = "externalId,name,email,start,team\nZ1," + NAME + "," + EMAIL + ",2026-01-05,\nZ2," + NAME + ","
                + EMAIL + ",Kwakkelday,Kwakkelteam\n";
        String body = part(boundary, "kind", "", "people")
                + part(boundary, "commit", "", "true")
                + part(boundary, "file", "; filename=\"Kwakkel.csv\"", file) + "--" + boundary + "--\r\n";
        return send(request(product, "/api/v1/imports")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body)))
                .body();
    }

    private static String part(String boundary, String name, String more, String content) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n"
                + content + "\r\n";
    }

    private static HttpRequest.Builder put(RunningProduct product, String kind, String json) {
        return request(product, "/api/v1/" + kind)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json));
    }

    private static HttpRequest.Builder request(RunningProduct product, String path) {
        return HttpRequest.newBuilder(URI.create(product.address() + path))
                .header("Authorization", "Bearer " + RunningProduct.TOKEN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(String line) {
        return JsonMapper.builder().build().readTree(line);
    }
}
