package org.koploper.operations;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.koploper.operations.RequestDesk.Request;
import org.koploper.operations.RequestDesk.What;
import org.springframework.jdbc.BadSqlGrammarException;
import picocli.CommandLine.Command;

/** The commands about the ledger. */
@Command(name = "ledger", description = "About the ledger of what everybody earned.")
final class LedgerCommands {

    private final Settings settings;

    LedgerCommands(Settings settings) {
        this.settings = settings;
    }

    @Command(name = "verify", description = "Walks every chain of the ledger from its first entry to its head.")
    int verify() {
        return Commands.say(() -> {
            if (settings.onPostgres()) {
                return verify(settings.postgres());
            }
            if (RequestDesk.productRuns(settings.data())) {
                return RequestDesk.ask(settings.data(), new Request(What.VERIFY_LEDGER, null));
            }
            return Commands.withDatabase(settings, database -> verify(database.asOwner()));
        });
    }

    /** PostgreSQL lets others in, whether the product runs or not. */
    private static Outcome verify(DataSource database) {
        try {
            return verify(database.getConnection());
        } catch (SQLException e) {
            throw new Refused("The database cannot be read: " + Refused.why(e) + ".", e);
        }
    }

    /** Walks the ledger and closes the connection. */
    static Outcome verify(Connection connection) throws SQLException {
        try (connection) {
            connection.setReadOnly(true);
            return outcome(LedgerState.ofLive(connection));
        } catch (BadSqlGrammarException e) {
            throw new Refused("There is no ledger of this product in that database.", e);
        }
    }

    private static Outcome outcome(LedgerState state) {
        String words = state.words();
        String line = Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
        return state.sound() ? Outcome.done(line) : Outcome.differs(line);
    }
}
