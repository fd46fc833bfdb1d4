package org.koploper.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnEmpty;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where programs use the product by a token from the first moment, nobody is led to the set-up. */
@OnEmpty
class SetupFirstTest {

    @LocalServerPort
    int port;

    @Test
    void withATokenOfTheStartScreensLeadToTheSignInAsEver() throws Exception {
        HttpResponse<String> answer = get("/leaderboard");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in?continue=%2Fleaderboard");
        assertThat(get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
