package org.koploper.ui.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.koploper.access.Role;
import org.springframework.core.io.ClassPathResource;

/**
 * What each role may do, as the rules in the code have it: read from {@code rights.txt}, which a test holds against the
 * reviewed files that are themselves held against the rules.
 */
final class Rights {

    /**
     * One thing that can be seen or done.
     *
     * @param group subject it belongs to
     * @param right its key
     * @param rule name of the rule it is held against
     * @param cells one for each role, in the order of {@link Role}
     */
    record Right(String group, String right, String rule, List<Cell> cells) {}

    /**
     * How far a role reaches: for the own person, for people below (a colleague, for who has nobody below), for others.
     *
     * @param reaches three letter groups, or a single one where it is not about a person: {@code +}, {@code -}, or the
     *     letters {@code s}, {@code c} and {@code r} for seeing, changing and removing
     */
    record Cell(List<String> reaches) {

        static Cell of(String written) {
            return new Cell(written.contains(" ") ? List.of(written.split(" ")) : Arrays.asList(written.split("")));
        }

        boolean isAboutAPerson() {
            return reaches.size() == 3;
        }
    }

    private Rights() {}

    static List<Right> all() {
        List<Right> all = new ArrayList<>();
        String text;
        try {
            text = new ClassPathResource("rights.txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String line : text.split("\n")) {
            if (!line.startsWith("#") && !line.isBlank()) {
                List<String> parts =
                        Arrays.stream(line.split("\\|")).map(String::strip).toList();
                all.add(new Right(
                        parts.get(0),
                        parts.get(1),
                        parts.get(2),
                        parts.stream().skip(3).map(Cell::of).toList()));
            }
        }
        return all;
    }
}
