package org.koploper.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the jar, in a process of its own, as somebody types it. */
public final class Jar {

    private Jar() {}

    /** Runs it and waits for its end. */
    public static Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                // the virtual machine warns of how HSQLDB lets go of a larger file; that is not what the command says
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                RunningProduct.classPath(),
                "org.koploper.Koploper"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("It does not end: " + said);
        }
        return new Answer(process.exitValue(), said.strip());
    }

    /**
     * How it ended.
     *
     * @param said everything it printed
     */
    public record Answer(int exit, String said) {}
}
