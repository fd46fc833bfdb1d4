package org.koploper.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.ui.admin.Rights.Right;

/**
 * What the screen of rights says is what the rules say: each line is held against the reviewed file of its rule, which its
 * own test holds against the rule itself. A file that would be right is written to {@code target/rights.txt}.
 */
class RightsTest {

    private static final Path SHOWN = Path.of("src/main/resources/rights.txt");
    private static final Path FOUND = Path.of("target/rights.txt");
    private static final String AUDIENCES = "audiences ";

    private final Map<String, Map<String, String>> methods = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> audiences = new LinkedHashMap<>();

    RightsTest() throws IOException {
        for (String line : Files.readAllLines(Path.of("src/test/resources/permissions.txt"))) {
            if (line.startsWith("method")) {
                String[] parts = line.substring("method".length()).split(" \\| ");
                methods.put(parts[0].strip(), cells(parts[1].split(" {2}")));
            }
        }
        for (String line : Files.readAllLines(Path.of("src/test/resources/audiences.txt"))) {
            String[] parts = line.split(" \\|");
            audiences.put(parts[0].strip(), cells(Arrays.copyOfRange(parts, 1, parts.length)));
        }
    }

    private static Map<String, String> cells(String[] written) {
        return Arrays.stream(written)
                .map(String::strip)
                .filter(cell -> cell.contains(" "))
                .collect(Collectors.toMap(
                        cell -> cell.substring(0, cell.indexOf(' ')), cell -> cell.substring(cell.indexOf(' ') + 1)));
    }

    @Test
    void whatIsShownIsWhatTheRulesSay() throws IOException {
        List<String> shown = Files.readAllLines(SHOWN);
        List<String> right = new ArrayList<>(List.of(shown.getFirst()));
        for (Right one : Rights.all()) {
            Map<String, String> rule = Objects.requireNonNull(
                    one.rule().startsWith(AUDIENCES)
                            ? audiences.get(one.rule().substring(AUDIENCES.length()))
                            : methods.get(one.rule()),
                    () -> "there is no rule " + one.rule());
            right.add(one.group() + " | " + one.right() + " | " + one.rule() + " | "
                    + Arrays.stream(Role.values())
                            .map(role -> Objects.requireNonNull(rule.get(role.name())))
                            .collect(Collectors.joining(" | ")));
        }
        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, right);
        assertThat(shown).as("what the screen says, against " + FOUND).isEqualTo(right);
    }

    @Test
    void noKindOfRecordIsLeftOut() {
        assertThat(Rights.all().stream().map(Right::rule))
                .containsAll(audiences.keySet().stream()
                        .filter(kind -> !kind.contains(" "))
                        .map(kind -> AUDIENCES + kind)
                        .toList());
    }

    @Test
    void everyRightHasItsWords() {
        ResourceBundle words = ResourceBundle.getBundle("vaadin-i18n.translations");
        assertThat(Rights.all().stream()
                        .map(right -> right.rule().startsWith(AUDIENCES)
                                        && !right.right().equals("deals-won")
                                ? "kind." + right.right()
                                : "rights." + right.right())
                        .filter(key -> !words.containsKey(key)))
                .isEmpty();
    }
}
