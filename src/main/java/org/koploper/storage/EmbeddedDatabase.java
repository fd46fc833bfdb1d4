package org.koploper.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * The HSQLDB database in the data folder (or in memory, for tests): its address, its two users, its safety.
 *
 * <p>Two users: the owner migrates the schema; the application signs in as {@code KOPLOPER}, who has no DBA rights, so
 * that no statement, however it got in, can read or write files, shut down or change the schema. Passwords are random
 * and lie, readable by the owner of the process only, beside the database. The owner's name is random too: HSQLDB
 * 2.7.4 lets every user set the password of any user whose name it knows, and it shows no other user's name.
 *
 * @param url JDBC address
 * @param owner name of the owner
 * @param ownerPassword its password
 * @param password password of KOPLOPER
 */
public record EmbeddedDatabase(String url, String owner, String ownerPassword, String password) {

    /** Folder of the database inside the data folder. */
    public static final String FOLDER = "db";

    /** Name that all files of the database begin with. */
    public static final String NAME = "koploper";

    /** File beside them with the names and passwords of its users. */
    public static final String CREDENTIALS = "credentials";

    static final String USER = "KOPLOPER";

    /** What HSQLDB answers while another process has the database open. */
    private static final int LOCKED = -451;

    /** Settings measured to lose nothing on a kill: with the default write delay half a second of commits is lost. */
    private static final String SAFE = ";hsqldb.default_table_type=cached;hsqldb.tx=mvcc;hsqldb.write_delay=false"
            + ";hsqldb.log_size=10;hsqldb.lock_file=true";

    /** The database in a data folder; nothing is opened, and where there is none, only its passwords are made. */
    public static EmbeddedDatabase inFolder(Path data) {
        try {
            Path folder = ownFolder(data.resolve(FOLDER));
            Properties secrets = secrets(folder.resolve(CREDENTIALS));
            return new EmbeddedDatabase(
                    "jdbc:hsqldb:file:" + folder.resolve(NAME).toAbsolutePath() + SAFE
                            + CacheSize.here().asProperties(),
                    secrets.getProperty("owner"),
                    secrets.getProperty("ownerPassword"),
                    secrets.getProperty("applicationPassword"));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The data folder " + data + " cannot be used: " + e.getMessage()
                            + ". Give a folder that this user may write with --koploper.data=FOLDER.",
                    e);
        }
    }

    /** A database that is gone with the process. */
    public static EmbeddedDatabase inMemory(String name) {
        return new EmbeddedDatabase("jdbc:hsqldb:mem:" + name + ";hsqldb.tx=mvcc", ownerName(), random(), random());
    }

    /** What everybody earns lies in these files as it is, so nobody but the user of this process may look into them. */
    private static Path ownFolder(Path folder) throws IOException {
        if (!isPosix(folder)) {
            return Files.createDirectories(folder);
        }
        Set<PosixFilePermission> own = PosixFilePermissions.fromString("rwx------");
        if (!Files.isDirectory(folder)) {
            return Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(own));
        }
        try {
            Files.setPosixFilePermissions(folder, own);
        } catch (FileSystemException notOurs) {
            // it belongs to somebody else, who decided who may look into it
        }
        return folder;
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static Properties secrets(Path file) throws IOException {
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                secrets.load(in);
            }
            return secrets;
        }
        save(file, ownerName(), random(), random());
        return secrets(file);
    }

    /** Writes names and passwords of its users to a new file that only the user of this process can read. */
    public void saveCredentials(Path file) throws IOException {
        save(file, owner, ownerPassword, password);
    }

    private static void save(Path file, String owner, String ownerPassword, String password) throws IOException {
        Properties secrets = new Properties();
        secrets.setProperty("owner", owner);
        secrets.setProperty("ownerPassword", ownerPassword);
        secrets.setProperty("applicationPassword", password);
        if (isPosix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (var out = Files.newBufferedWriter(file)) {
            secrets.store(out, "Passwords of the embedded database. Keep this file with the database.");
        }
    }

    private static String ownerName() {
        return "OWNER_" + random().toUpperCase(Locale.ROOT);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether this is what is answered while another process has the database open. */
    public static boolean isOpenElsewhere(SQLException refused) {
        return refused.getErrorCode() == LOCKED;
    }

    /** Whether it lives in memory only, so that there is nothing to keep. */
    public boolean inMemory() {
        return url.startsWith("jdbc:hsqldb:mem:");
    }

    /** A connection of the owner, who may do everything: for migrations and copies, never for the work of users. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, ownerPassword);
    }

    /** Closes the database for everybody in this process, with all its files in order. */
    public void shutdown() throws SQLException {
        try (var owner = asOwner();
                var statement = owner.createStatement()) {
            statement.execute("shutdown");
        }
    }

    /**
     * Opens the database with a cache that fits the memory of this process. Its own is that of the process it was made by,
     * and is exchanged only while it is closed.
     */
    void openWithFittingCache() throws SQLException {
        CacheSize fitting = CacheSize.here();
        try (Connection owner = asOwner()) {
            if (CacheSize.of(owner).equals(fitting)) {
                return;
            }
            fitting.keepIn(owner);
        }
        shutdown();
        asOwner().close();
    }

    /** Gives the application's user exactly what it needs on the tables as they are now; run after each migration. */
    void grantToApplication(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            boolean known;
            try (var users = statement.executeQuery(
                    "select count(*) from information_schema.system_users where user_name = '" + USER + "'")) {
                users.next();
                known = users.getInt(1) > 0;
            }
            statement.execute((known ? "alter user " + USER + " set password '" : "create user " + USER + " password '")
                    + password + "'");
            var tables = new java.util.ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                boolean appendOnly = table.equals("LEDGER_ENTRIES") || table.equals("AUDIT_RECORDS");
                statement.execute("grant " + (appendOnly ? "select, insert" : "select, insert, update, delete")
                        + " on table public.\"" + table + "\" to " + USER);
            }
            statement.execute("grant usage on sequence public.ids to " + USER);
        }
    }

    /**
     * Refuses to go on with a database that could lose acknowledged work: settings given at creation do not all
     * apply to a database that already existed.
     */
    void check(Connection owner) throws SQLException {
        if (inMemory()) {
            return;
        }
        require(owner, "hsqldb.write_delay_millis", "0");
        require(owner, "hsqldb.tx", "mvcc");
        require(owner, "hsqldb.default_table_type", "cached");
    }

    private static void require(Connection owner, String property, String wanted) throws SQLException {
        try (var statement = owner.prepareStatement(
                "select property_value from information_schema.system_properties where lower(property_name) = ?")) {
            statement.setString(1, property);
            try (var rows = statement.executeQuery()) {
                String found = rows.next() ? rows.getString(1) : "nothing";
                if (!wanted.equalsIgnoreCase(found)) {
                    throw new IllegalStateException("The embedded database is not safe to use: " + property + " is "
                            + found + " and must be " + wanted
                            + ". It was probably created by another program; see docs/operations.md.");
                }
            }
        }
    }
}
