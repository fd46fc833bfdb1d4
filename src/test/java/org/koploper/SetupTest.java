package org.koploper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens on a stranger's machine before Maven starts: {@code mvnw} and the scripts it calls run here in a copy of
 * their own, with prepared JDKs and a path that holds nothing but what each test puts there.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "mvnw and .mvn/*.sh are for Linux and macOS")
class SetupTest {

    private static final List<String> TOOLS = List.of(
            "basename",
            "dirname",
            "cat",
            "find",
            "head",
            "mkdir",
            "mktemp",
            "readlink",
            "rm",
            "sed",
            "sort",
            "tr",
            "uname");

    @TempDir
    Path machine;

    private Path project;
    private Path path;
    private Path jdks;

    @BeforeEach
    void aMachineWithTheProjectAndNothingElse() throws IOException {
        project = Files.createDirectories(machine.resolve("project"));
        path = Files.createDirectories(machine.resolve("bin"));
        jdks = Files.createDirectories(machine.resolve("usual places"));
        Files.createDirectories(project.resolve(".mvn/wrapper"));
        for (var file : List.of(
                "mvnw",
                ".mvn/jdk.sh",
                ".mvn/node.sh",
                ".mvn/installed-maven.sh",
                ".mvn/wrapper/maven-wrapper.properties")) {
            Files.copy(Path.of(file), project.resolve(file));
        }
        for (var tool : TOOLS) {
            program(path.resolve(tool), "exec " + whereIs(tool) + " \"$@\"");
        }
    }

    @Test
    void aJavaHomeThatIsNewEnoughIsKeptWithoutAWord() throws Exception {
        var own = jdk(machine.resolve("own"), "25.0.3");
        jdk(jdks.resolve("other"), "25.0.1");

        var run = pickJdk(own.toString());

        assertThat(run.out()).isEqualTo(own + "\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void withoutJavaHomeAJdkInOneOfTheUsualPlacesIsTakenAndSaid() throws Exception {
        jdk(jdks.resolve("java-17"), "17.0.15");
        var right = jdk(jdks.resolve("java-25"), "25.0.3");

        var run = pickJdk("");

        assertThat(run.out()).isEqualTo(right + "\n");
        assertThat(run.err()).isEqualTo("Using JDK 25 in " + right + " (JAVA_HOME is not set).\n");
    }

    @Test
    void aJavaHomeThatIsTooOldGivesWay() throws Exception {
        var old = jdk(machine.resolve("own"), "17.0.15");
        var right = jdk(jdks.resolve("java-25"), "25");

        var run = pickJdk(old.toString());

        assertThat(run.out()).isEqualTo(right + "\n");
        assertThat(run.err()).isEqualTo("Using JDK 25 in " + right + " (JAVA_HOME is " + old + ").\n");
    }

    @Test
    void aJavaHomeThatPointsToNothingGivesWay() throws Exception {
        var right = jdk(jdks.resolve("java-25"), "25.0.3");

        var run = pickJdk(machine.resolve("gone").toString());

        assertThat(run.out()).isEqualTo(right + "\n");
    }

    @Test
    void theReleaseWithLongSupportGoesBeforeANewerOne() throws Exception {
        jdk(jdks.resolve("a-newer-one"), "26.0.1");
        var right = jdk(jdks.resolve("java-25"), "25.0.3");

        assertThat(pickJdk("").out()).isEqualTo(right + "\n");
    }

    @Test
    void aJavaWithoutCompilerIsNoJdk() throws Exception {
        var runtime = jdk(jdks.resolve("runtime-25"), "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(pickJdk("").code()).isEqualTo(1);
    }

    @Test
    void theJavaOnThePathWillDo() throws Exception {
        var far = jdk(machine.resolve("far away"), "25.0.3");
        Files.createSymbolicLink(path.resolve("java"), program(far.resolve("bin/java"), "exit 1"));

        assertThat(pickJdk("").out()).isEqualTo(far.toRealPath() + "\n");
    }

    @Test
    void whereNoJdkIsFoundOneLineSaysWhatToInstall() throws Exception {
        jdk(jdks.resolve("java-17"), "17.0.15");

        var run = pickJdk("");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("JDK 25", "apt-get install openjdk-25-jdk", "JAVA_HOME");
    }

    @Test
    void whereMavenCannotBeFetchedAnInstalledOneIsUsedAndSaid() throws Exception {
        jdk(jdks.resolve("java-25"), "25.0.3");
        program(path.resolve("wget"), "exit 4");
        program(path.resolve("mvn"), "[ \"$1\" = --version ] && echo 'Apache Maven 3.8.7' || echo \"built with: $*\"");

        var run = run(Map.of(), "mvnw", "-q", "two words");

        assertThat(run.out()).isEqualTo("built with: -q two words\n");
        assertThat(run.err().lines()).hasSize(2).last().asString().endsWith("using the installed Maven 3.8.7.");
    }

    @Test
    void anInstalledMavenThatIsTooOldIsRefused() throws Exception {
        jdk(jdks.resolve("java-25"), "25.0.3");
        program(path.resolve("wget"), "exit 4");
        program(path.resolve("mvn"), "echo 'Apache Maven 3.6.3'");

        var run = run(Map.of(), "mvnw");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("the installed one is 3.6.3: install Maven 3.8.6 or newer");
    }

    @Test
    void whereThereIsNoMavenAtAllOneLineSaysWhatToInstall() throws Exception {
        jdk(jdks.resolve("java-25"), "25.0.3");
        program(path.resolve("wget"), "exit 4");

        var run = run(Map.of(), "mvnw");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(2).last().asString().contains("apt-get install maven");
    }

    @Test
    void whereNpmIsMissingOneLineSaysWhatToInstall() throws Exception {
        var run = run(Map.of(), ".mvn/node.sh", "24.17.0", "11.13.0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("apt-get install nodejs npm");
    }

    @Test
    void aFreshBundleNeedsNoNode() throws Exception {
        Files.createDirectories(project.resolve("src/main/bundles"));
        Files.createFile(project.resolve("src/main/bundles/prod.bundle"));

        assertThat(run(Map.of(), ".mvn/node.sh", "24.17.0", "11.13.0")).isEqualTo(new Ran(0, "", ""));
    }

    /** A new screen that uses only parts known elsewhere stayed empty: Vaadin thought the old bundle good enough. */
    @Test
    void aBundleOlderThanAScreenIsMadeAnew() throws Exception {
        Path bundle =
                Files.createDirectories(project.resolve("src/main/bundles")).resolve("prod.bundle");
        Files.createFile(bundle);
        Path screens = Files.createDirectories(project.resolve("src/main/java/org/koploper/ui"));
        Path screen = Files.createFile(screens.resolve("NewView.java"));
        Files.setLastModifiedTime(bundle, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Files.setLastModifiedTime(screen, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
        Files.createDirectories(project.resolve(".node/bin"));
        program(project.resolve(".node/bin/node"), "[ \"$1\" = --version ] && echo v24.17.0 || echo 11.13.0");

        assertThat(run(Map.of(), ".mvn/node.sh", "24.17.0", "11.13.0")).isEqualTo(new Ran(0, "", ""));
        assertThat(bundle).doesNotExist();
    }

    @Test
    void aNodeThatCameBrokenIsRemovedAndSaid() throws Exception {
        program(path.resolve("npm"), "mkdir -p .node/bin; echo half > .node/bin/node");

        var run = run(Map.of(), ".mvn/node.sh", "24.17.0", "11.13.0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("what came has been removed");
        assertThat(project.resolve(".node")).doesNotExist();
    }

    @Test
    void aNodeThatWorksIsNotFetchedAgain() throws Exception {
        program(path.resolve("npm"), "exit 1");
        Files.createDirectories(project.resolve(".node/bin"));
        program(project.resolve(".node/bin/node"), "[ \"$1\" = --version ] && echo v24.17.0 || echo 11.13.0");

        assertThat(run(Map.of(), ".mvn/node.sh", "24.17.0", "11.13.0")).isEqualTo(new Ran(0, "", ""));
    }

    /** A folder that looks like a JDK of this version. */
    private static Path jdk(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/javac"), "exit 1");
        return home;
    }

    private static Path program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static Path whereIs(String tool) {
        for (var folder : System.getenv("PATH").split(":")) {
            var file = Path.of(folder, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new AssertionError(tool + " is not on the path");
    }

    private Ran pickJdk(String javaHome) throws Exception {
        Files.writeString(project.resolve("pick"), ". ./.mvn/jdk.sh; echo \"$JAVA_HOME\"\n");
        return run(javaHome.isEmpty() ? Map.of() : Map.of("JAVA_HOME", javaHome), "pick");
    }

    private Ran run(Map<String, String> environment, String script, String... arguments) throws Exception {
        var out = machine.resolve("out");
        var err = machine.resolve("err");
        var command = new ProcessBuilder("/bin/sh", script)
                .directory(project.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        command.command().addAll(List.of(arguments));
        command.environment().clear();
        command.environment().put("PATH", path.toString());
        command.environment().put("HOME", machine.toString());
        command.environment().put("KOPLOPER_JDK_PLACES", jdks.toString());
        command.environment().putAll(environment);
        var process = command.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private record Ran(int code, String out, String err) {}
}
