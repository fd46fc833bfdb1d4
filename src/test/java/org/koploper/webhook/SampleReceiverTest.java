package org.koploper.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The receiver that docs/api.md shows takes what we send, and nothing else. */
class SampleReceiverTest {

    @Test
    void itBelievesWhatIsSignedAndNothingElse() throws Exception {
        assumeThat(isInstalled("python3")).as("needs python3").isTrue();
        Matcher code = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/api.md")));
        assertThat(code.find()).isTrue();
        String secret = Signature.newSecret();
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder("python3", "-c", code.group(1));
        builder.environment().putAll(Map.of("PORT", String.valueOf(port), "WEBHOOK_SECRET", secret));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Courier courier = new Courier(new Reachable(true), Duration.ofSeconds(10));
        String url = "http://127.0.0.1:" + port + "/";
        long now = Instant.now().getEpochSecond();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> courier.bring(url, List.of(secret), "msg_1", now, "{}")
                            .isYes());
            assertThat(courier.bring(url, List.of(Signature.newSecret()), "msg_1", now, "{}")
                            .status())
                    .isEqualTo(401);
            assertThat(courier.bring(url, List.of(Signature.newSecret(), secret), "msg_1", now, "{}")
                            .status())
                    .isEqualTo(204);
            assertThat(courier.bring(url, List.of(secret), "msg_1", now - 3600, "{}")
                            .status())
                    .as("an old one, played again")
                    .isEqualTo(401);
        } finally {
            process.destroyForcibly();
            courier.destroy();
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
