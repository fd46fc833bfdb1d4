package org.koploper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The product in a process of its own, as somebody who installed it runs it, on a port that was free. */
public final class RunningProduct implements AutoCloseable {

    /** Valid for every scope in every product started here. */
    public static final String TOKEN = "a-token-for-tests-that-is-long-enough-for-it";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern ADDRESS = Pattern.compile("Koploper answers at (http://localhost:\\d+)");

    private final Process process;
    private final Path log;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    private RunningProduct(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.address = awaitAddress();
        awaitReady();
    }

    /**
     * Starts it and returns when it says that it is ready.
     *
     * @param data the data folder
     * @param log where its output goes
     */
    public static RunningProduct start(Path data, Path log, String... arguments) throws IOException {
        return start(data, log, Map.of("KOPLOPER_ADMIN_TOKEN", TOKEN), arguments);
    }

    /** The same without a token, as whoever installs it starts it first: it waits to be set up. */
    public static RunningProduct startWithoutToken(Path data, Path log, String... arguments) throws IOException {
        return start(data, log, Map.of(), arguments);
    }

    private static RunningProduct start(Path data, Path log, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "org.koploper.Koploper",
                "--server.port=0",
                "--koploper.data=" + data));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new RunningProduct(builder.start(), log);
    }

    /** What a GET with the token answers: the status in front of the body. */
    public String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + TOKEN)
                .timeout(Duration.ofMinutes(1))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(said(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it answers, such as {@code http://localhost:1234}. */
    public String address() {
        return address;
    }

    /** Everything it has printed. */
    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as kill -9 does: no farewell, no last write. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** What the jar holds: the product's classes and libraries, without those of the tests. */
    static String classPath() {
        String separator = System.getProperty("path.separator");
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(Pattern.quote(separator)))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.contains("karibu"))
                .collect(Collectors.joining(separator));
    }

    private String awaitAddress() {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            Matcher line = ADDRESS.matcher(said());
            if (line.find()) {
                return line.group(1);
            }
            waitABit();
        }
        process.destroyForcibly();
        throw new IllegalStateException("The product did not start:\n" + said());
    }

    private void awaitReady() {
        Instant end = Instant.now().plus(PATIENCE);
        while (!get("/actuator/health/readiness").startsWith("200")) {
            if (Instant.now().isAfter(end)) {
                process.destroyForcibly();
                throw new IllegalStateException("The product did not become ready:\n" + said());
            }
            waitABit();
        }
    }

    private void waitABit() {
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
