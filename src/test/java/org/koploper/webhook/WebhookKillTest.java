package org.koploper.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koploper.testing.RunningProduct;
import tools.jackson.databind.json.JsonMapper;

/** The product dies right after it said yes, and what happened is told all the same. */
class WebhookKillTest {

    private static final int DEALS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void whatWasAnsweredIsToldAfterAKill() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.answers(500);
            String secret;
            RunningProduct product = start("first.log");
            try {
                secret = json.readTree(send(
                                product,
                                "POST",
                                "webhooks",
                                json.writeValueAsString(
                                        Map.of("name", "CRM", "url", receiver.url(), "events", Set.of("deal.won")))))
                        .get("secret")
                        .asString();
                send(product, "PUT", "people", "[{\"externalId\":\"P-1\",\"name\":\"An\"}]");
                send(
                        product,
                        "PUT",
                        "deals",
                        IntStream.range(0, DEALS)
                                .mapToObj(i -> "{\"externalId\":\"D-" + i + "\",\"owner\":\"P-1\",\"stage\":\"won\","
                                        + "\"closedOn\":\"2026-10-02\",\"value\":\"1\",\"currency\":\"EUR\"}")
                                .collect(Collectors.joining(",", "[", "]")));
            } finally {
                product.kill();
            }
            int before = receiver.received().size();
            receiver.answers(204);
            try (RunningProduct again = start("second.log")) {
                // a delivery that was being sent in the kill is free again after ten minutes
                await().atMost(DeliveryRun.LEASE.plusMinutes(2))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> told(receiver, before).size() == DEALS);
            }
            assertThat(receiver.received()).allMatch(message -> message.isSignedWith(secret));
            Map<String, Set<String>> ids = receiver.received().stream()
                    .collect(Collectors.groupingBy(
                            Receiver.Message::body, Collectors.mapping(Receiver.Message::id, Collectors.toSet())));
            assertThat(ids).allSatisfy((body, same) -> assertThat(same).hasSize(1));
        }
    }

    private static Set<String> told(Receiver receiver, int before) {
        return receiver.received().stream()
                .skip(before)
                .map(Receiver.Message::body)
                .collect(Collectors.toSet());
    }

    private RunningProduct start(String log) throws Exception {
        return RunningProduct.start(folder.resolve("data"), folder.resolve(log), "--koploper.webhooks.local=true");
    }

    private String send(RunningProduct product, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(product.address() + "/api/v1/" + path))
                .header("Authorization", "Bearer " + RunningProduct.TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
