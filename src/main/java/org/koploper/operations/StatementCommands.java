package org.koploper.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.koploper.commission.StatementCheck;
import org.koploper.commission.StatementCheck.Found;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands about one statement. */
@Command(name = "statement", description = "About a statement of what somebody earned.")
final class StatementCommands {

    /** More would not fit on a line that somebody reads. */
    private static final int MOST_TOLD = 3;

    /** Far above any statement, far below what fills the memory. */
    private static final long MOST_BYTES = 100_000_000;

    @Command(
            name = "verify",
            description = "Computes a statement again, from the leaves of its reasons to its total; needs no database.")
    int verify(@Parameters(paramLabel = "FILE", description = "as /api/v1/statements answers it") Path file) {
        return Commands.say(() -> outcome(file, read(file)));
    }

    private static Found read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refused("There is no file " + file + ".");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Refused(file + " is too large for a statement.");
            }
            return StatementCheck.of(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new Refused(file + " cannot be verified: it is " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new Refused(file + " cannot be read as a text.", e);
        }
    }

    private static Outcome outcome(Path file, Found found) {
        String of = "statement of " + found.person() + " for " + found.period();
        List<String> faults = found.faults();
        if (faults.isEmpty()) {
            return Outcome.done("Equal: " + of + ", " + found.total() + " from " + found.lines() + " lines, all "
                    + found.steps() + " steps of their reasons computed again.");
        }
        int more = faults.size() - MOST_TOLD;
        return Outcome.differs("Different: " + of + " in " + file + ": "
                + String.join("; ", faults.subList(0, Math.min(MOST_TOLD, faults.size())))
                + (more > 0 ? "; and " + more + " more." : "."));
    }
}
