package org.koploper.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.koploper.operations.RequestDesk.Request;
import org.koploper.operations.RequestDesk.What;
import org.koploper.storage.EmbeddedDatabase;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The commands of the jar: a word instead of nothing in front of the arguments, and no server starts. Each prints one
 * line and ends with 0 (done or equal), 1 (something differs) or 2 (unreadable or refused). Settings of the product
 * ({@code --koploper.data=FOLDER}, {@code --spring.datasource.url=…}) are understood as at a start.
 */
@Command(
        name = "koploper.jar",
        description = "Without a command the product starts.",
        footer = {"", "Settings of the product, such as --koploper.data=FOLDER, may be added to each."})
public final class Commands {

    /** A setting has a dot in its name, an option of a command has none. */
    private static final Pattern SETTING = Pattern.compile("--[\\w-]+\\.[\\w.\\[\\]-]+=.*", Pattern.DOTALL);

    private final Settings settings;

    Commands(Settings settings) {
        this.settings = settings;
    }

    /** Whether these arguments ask for a command rather than for a start of the product, which knows no words. */
    public static boolean asked(String[] arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> !argument.startsWith("-") || argument.equals("--help"));
    }

    /**
     * Runs the command.
     *
     * @param others further commands, by name
     * @return how to exit
     */
    public static int run(String[] arguments, Map<String, Object> others) {
        quiet();
        List<String> given = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String argument : arguments) {
            (SETTING.matcher(argument).matches() ? values : given).add(argument);
        }
        Settings settings = Settings.read(values);
        CommandLine line = new CommandLine(new Commands(settings));
        line.addSubcommand(new LedgerCommands(settings));
        line.addSubcommand(new StatementCommands());
        others.forEach(line::addSubcommand);
        if (given.isEmpty()
                || given.getFirst().equals("--help")
                || given.getFirst().equals("help")) {
            line.usage(System.out);
            return Outcome.DONE;
        }
        return line.setExecutionExceptionHandler((broken, command, parsed) -> {
                    System.err.println(broken.getMessage());
                    return Outcome.REFUSED;
                })
                .execute(given.toArray(String[]::new));
    }

    @Command(name = "backup", description = "Writes a backup of the embedded database, while the product runs or not.")
    int backup(@Parameters(paramLabel = "FILE", description = "must not exist yet") Path file) {
        return say(() -> {
            Path target = file.toAbsolutePath().normalize();
            if (RequestDesk.productRuns(settings.data())) {
                return RequestDesk.ask(settings.data(), new Request(What.BACKUP, target.toString()));
            }
            return withDatabase(
                    settings, database -> new Backup(database, settings, Clock.systemDefaultZone()).to(target));
        });
    }

    @Command(name = "restore", description = "Puts a backup into an empty data folder, after checking all of it.")
    int restore(
            @Parameters(paramLabel = "FILE", description = "made by backup") Path file,
            @Option(names = "--replace", description = "put the database that is there aside") boolean replace) {
        return say(() -> new Restore(settings, Clock.systemDefaultZone()).from(file, replace));
    }

    @Command(
            name = "transfer",
            description = "Copies the embedded database into an empty PostgreSQL database and compares the two.")
    int transfer(
            @Option(names = "--to", required = true, paramLabel = "JDBC-URL") String url,
            @Option(
                            names = "--user",
                            defaultValue = "${env:KOPLOPER_TRANSFER_USER:-koploper}",
                            description = "or KOPLOPER_TRANSFER_USER; default: ${DEFAULT-VALUE}")
                    String user,
            @Option(
                            names = "--password",
                            defaultValue = "${env:KOPLOPER_TRANSFER_PASSWORD:-}",
                            showDefaultValue = CommandLine.Help.Visibility.NEVER,
                            description = "better in KOPLOPER_TRANSFER_PASSWORD, which others do not see")
                    String password,
            @Option(names = "--compare", description = "copy nothing, only compare") boolean compare) {
        return say(() -> {
            if (RequestDesk.productRuns(settings.data())) {
                throw new Refused("The product runs on " + settings.data()
                        + ": stop it first, or what is done meanwhile stays behind.");
            }
            return withDatabase(
                    settings, database -> new Transfer(settings, database, url, user, password).run(compare));
        });
    }

    /** Prints the one line and answers the exit code. */
    static int say(Supplier<Outcome> work) {
        Outcome outcome;
        try {
            outcome = work.get();
        } catch (Refused e) {
            outcome = Outcome.refused(String.valueOf(e.getMessage()));
        }
        (outcome.exit() == Outcome.REFUSED ? System.err : System.out).println(outcome.line());
        return outcome.exit();
    }

    /** Opens the embedded database of a product that does not run, and leaves it closed. */
    static Outcome withDatabase(Settings settings, DatabaseWork work) {
        Path folder = settings.data().resolve(EmbeddedDatabase.FOLDER);
        if (!Files.exists(folder.resolve(EmbeddedDatabase.NAME + ".properties"))) {
            throw new Refused("There is no database in " + settings.data() + ": name its folder with --koploper.data.");
        }
        EmbeddedDatabase database = EmbeddedDatabase.inFolder(settings.data());
        try {
            try (Connection held = database.asOwner()) {
                held.setReadOnly(true);
                return work.on(database);
            } finally {
                database.shutdown();
            }
        } catch (SQLException e) {
            throw new Refused(
                    EmbeddedDatabase.isOpenElsewhere(e)
                            ? "Something else has the database in " + settings.data() + " open, or had until a moment"
                                    + " ago: try again in half a minute."
                            : "The database in " + settings.data() + " cannot be opened: " + Refused.why(e) + ".",
                    e);
        }
    }

    /** What is done with an open database. */
    interface DatabaseWork {
        Outcome on(EmbeddedDatabase database) throws SQLException;
    }

    /** The line that a command prints is its answer, not one among many. */
    private static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger("ROOT").setLevel(Level.OFF);
        }
        java.util.logging.LogManager.getLogManager().reset();
    }
}
