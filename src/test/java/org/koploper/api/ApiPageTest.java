package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.testing.OnEmpty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What docs/api.md tells people to type works as it stands there. */
@OnEmpty
class ApiPageTest {

    private static final String TOKEN = "a-token-for-tests-that-is-long-enough";

    @Autowired
    WebApplicationContext product;

    @Autowired
    RecordKinds kinds;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    static List<String> blocks(String language) throws IOException {
        Matcher found = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/api.md")));
        return found.results().map(block -> block.group(1)).toList();
    }

    static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Test
    void everyCommandIsAnsweredWithYes() throws Exception {
        assumeThat(isInstalled("curl")).as("needs curl").isTrue();
        Api api = Api.of(product, TOKEN);
        for (RecordKind kind : RecordExamples.inOrder(kinds).stream()
                .filter(kind -> !kind.name().startsWith("trial"))
                .toList()) {
            assertThat(api.call(put("/api/v1/" + kind.name())
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content(json.writeValueAsString(List.of(RecordExamples.of(kind)))))
                            .status())
                    .isEqualTo(200);
        }
        Files.writeString(
                folder.resolve("pipeline.csv"), "externalId,owner,stage,value\nD-9001,P-104,engaging,1200.50\n");
        List<String> commands = blocks("sh");
        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            assertThat(typed(command)).as(command).isNotEmpty().allMatch(status -> status.matches("2\\d\\d"));
        }
    }

    /** The status of each curl in it. */
    private List<String> typed(String command) throws IOException, InterruptedException {
        String script = "curl() { command curl -s -o /dev/null -w '%{http_code}\\n' \"$@\"; }\n" + command;
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(folder.toFile());
        builder.environment().putAll(Map.of("URL", "http://localhost:" + port, "TOKEN", TOKEN));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }
}
