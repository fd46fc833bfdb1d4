package org.koploper.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProblemSentencesTest {

    private static final Pattern CODE = Pattern.compile("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("problems", Locale.of("en"));
    private static final ResourceBundle DUTCH = ResourceBundle.getBundle("problems", Locale.of("nl"));

    @Test
    void everyCodeInTheReadingOfFilesHasASentence() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (var files = Files.list(Path.of("src/main/java/org/koploper/intake"))) {
            for (Path file : files.toList()) {
                var found = CODE.matcher(Files.readString(file));
                while (found.find()) {
                    codes.add(found.group(1));
                }
            }
        }
        codes.remove("windows-1252");
        codes.remove("credit-notes");
        codes.remove("survey-answers-customer");
        codes.remove("koploper-uploads");
        codes.remove("import-folder");

        assertThat(codes)
                .hasSizeGreaterThan(40)
                .allSatisfy(code -> assertThat(
                                ENGLISH.containsKey("problem." + code) || ENGLISH.containsKey("evidence." + code))
                        .as(code)
                        .isTrue());
    }

    @Test
    void bothLanguagesSayTheSameWithTheSameArguments() {
        assertThat(DUTCH.keySet()).isEqualTo(ENGLISH.keySet());
        for (String key : ENGLISH.keySet()) {
            assertThat(places(DUTCH.getString(key))).as(key).isEqualTo(places(ENGLISH.getString(key)));
        }
    }

    @Test
    void everySentenceIsFormattedWithoutLeftovers() {
        for (ResourceBundle language : new ResourceBundle[] {ENGLISH, DUTCH}) {
            for (String key : language.keySet()) {
                String sentence = MessageFormat.format(language.getString(key), "a", "b", "c");
                assertThat(sentence)
                        .as(key)
                        .doesNotContain("{")
                        .doesNotContain("''")
                        .endsWith(".");
            }
        }
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
