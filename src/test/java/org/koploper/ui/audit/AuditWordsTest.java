package org.koploper.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.koploper.audit.AuditSubjects;

/** Whatever the code writes to the trail has its sentence, and somebody decided who may read how it changed. */
class AuditWordsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/koploper");

    /** Whoever names one of these writes to the trail, or says what is written there. */
    private static final Pattern WRITES =
            Pattern.compile("audit\\.Trail;|AccountChanged|records\\.Order;|package org\\.koploper\\.records;");

    private static final Pattern ACTION = Pattern.compile("\"([a-z]{2,}(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");

    /** Of the same shape, but never written: messages, and what is only asked. */
    private static final Pattern OTHERS = Pattern.compile(
            "password\\..*|passkeys\\..*|record\\.checked|setup\\.(?!completed).*|koploper\\..*|about\\.txt");

    private static final Pattern SUBJECT = Pattern.compile("Trail\\.Subject\\(\\s*\"([a-z-]+)\"");
    private static final Pattern BY_HAND = Pattern.compile("ByHand\\.of\\(\\s*\"([a-z-]+)\"");

    private final ResourceBundle words = ResourceBundle.getBundle("vaadin-i18n.translations");

    @Test
    void everyActionHasItsSentence() throws IOException {
        assertThat(written(ACTION)
                        .filter(action -> !OTHERS.matcher(action).matches())
                        .filter(action -> !words.containsKey("audit.action." + action)))
                .as("actions without a sentence audit.action.…, to be written in both languages")
                .isEmpty();
    }

    @Test
    void everySentenceIsOfAnActionThatIsWritten() throws IOException {
        Set<String> written = written(ACTION).collect(Collectors.toCollection(TreeSet::new));
        assertThat(words.keySet().stream()
                        .filter(key -> key.startsWith("audit.action."))
                        .map(key -> key.substring("audit.action.".length()))
                        .filter(action -> !written.contains(action)))
                .isEmpty();
    }

    @Test
    void everyKindOfThingHasAWordAndItWasDecidedWhoReadsHowItChanged() throws IOException {
        Set<String> kinds = new TreeSet<>(AuditSubjects.all());
        kinds.addAll(written(SUBJECT).toList());
        for (String source : sources()) {
            BY_HAND.matcher(source).results().forEach(found -> kinds.add(found.group(1)));
        }
        assertThat(kinds.stream().filter(kind -> !AuditSubjects.all().contains(kind)))
                .as("kinds that nobody decided about: add them to AuditSubjects")
                .isEmpty();
        assertThat(kinds.stream().filter(kind -> !words.containsKey("audit.kind." + kind)))
                .as("kinds without a word audit.kind.…")
                .isEmpty();
    }

    private static java.util.stream.Stream<String> written(Pattern what) throws IOException {
        return sources().stream()
                .filter(source -> WRITES.matcher(source).find())
                .flatMap(source -> what.matcher(source).results())
                .map(found -> found.group(1))
                .distinct();
    }

    private static List<String> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(SOURCES.resolve("ui")))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }
}
