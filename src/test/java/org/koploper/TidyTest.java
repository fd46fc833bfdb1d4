package org.koploper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** House rules about the sources themselves. */
class TidyTest {

    private static final Pattern VAGUE_NAME =
            Pattern.compile(".*(Impl|Helper|Util|Utils|DTO|Dto)\\.java|Abstract.*\\.java");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME)\\b|@Disabled\\b");
    private static final Pattern NOT_FOR_THE_REPOSITORY =
            Pattern.compile("repo1?\\.maven|registry\\.npmjs|deb\\.debian\\.org|/home/\\w+/|/root/");

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java")).filter(Files::isDirectory)) {
            List<Path> missing = folders.filter(folder -> holdsClasses(folder))
                    .filter(folder -> !read(folder.resolve("package-info.java")).contains("NullMarked"))
                    .toList();
            assertThat(missing)
                    .as("packages without a @NullMarked package-info")
                    .isEmpty();
        }
    }

    @Test
    void filesStaySmallEnoughToRead() throws IOException {
        assertThat(sources()
                        .filter(file -> read(file).lines().count() > (file.startsWith("src/test") ? 400 : 300))
                        .toList())
                .as("files over 300 lines (tests: 400)")
                .isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() throws IOException {
        assertThat(sources()
                        .filter(file -> VAGUE_NAME
                                .matcher(file.getFileName().toString())
                                .matches())
                        .toList())
                .as("vague names")
                .isEmpty();
    }

    @Test
    void nothingIsLeftUnfinished() throws IOException {
        assertThat(sources()
                        .filter(file -> !file.endsWith("TidyTest.java"))
                        .filter(file -> UNFINISHED.matcher(read(file)).find())
                        .toList())
                .as("unfinished marks")
                .isEmpty();
    }

    @Test
    void theRepositorySpeaksOfTheProductAlone() throws IOException {
        assertThat(texts().filter(file -> !file.endsWith("TidyTest.java"))
                        .filter(file ->
                                NOT_FOR_THE_REPOSITORY.matcher(read(file)).find())
                        .toList())
                .as("paths of a machine or hosts of package registries")
                .isEmpty();
    }

    private static boolean holdsClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    && !folder.endsWith("org/koploper");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources() throws IOException {
        return Files.walk(Path.of("src")).filter(file -> file.toString().endsWith(".java"));
    }

    private static Stream<Path> texts() throws IOException {
        return Stream.of("src", "docs", "frontend", ".mvn", ".ci", "README.md", "CONTRIBUTING.md", "pom.xml", "mvnw")
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(TidyTest::filesBelow)
                .filter(file -> !file.toString().contains("generated"))
                .filter(file -> file.toString()
                        .matches(".*\\.(java|xml|yml|properties|md|sql|sh|ts|css|html|txt)|.*mvnw|.*run"));
    }

    private static Stream<Path> filesBelow(Path top) {
        try {
            return Files.walk(top).filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
