package org.koploper.operations;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a command reaches the product that has the database open: it lays a file into a folder beside the database and
 * waits for the answer there. Who may write into that folder may read the database anyway, so nothing new has to be
 * guarded: no port, no password. While the product runs it holds a lock on a file there, which the operating system
 * takes back with the process, however that ends.
 */
final class RequestDesk implements AutoCloseable {

    private static final String FOLDER = "requests";
    private static final String LOCK = "product.lock";
    private static final String REQUEST = ".request";
    private static final String ANSWER = ".answer";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final FileChannel channel;

    private RequestDesk(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Opened by the product; what was asked of one that is gone is forgotten. */
    static RequestDesk open(Path data) throws IOException {
        Path folder = Folders.own(data.resolve(FOLDER));
        for (Path left : Folders.files(folder)) {
            if (!left.endsWith(LOCK)) {
                Files.delete(left);
            }
        }
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.tryLock();
        return new RequestDesk(folder, channel);
    }

    /** Whether a product runs on this data folder. */
    static boolean productRuns(Path data) {
        Path lock = data.resolve(FOLDER).resolve(LOCK);
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            return mine == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new Refused("The folder " + data + " cannot be used: " + Refused.why(e) + ".", e);
        }
    }

    /** What the running product answers. */
    static Outcome ask(Path data, Request request) {
        Path folder = data.resolve(FOLDER);
        String id = UUID.randomUUID().toString();
        try {
            lay(folder, id + REQUEST, JSON.writeValueAsString(request));
            Path answer = folder.resolve(id + ANSWER);
            for (long waited = 0; waited < PATIENCE.toMillis(); waited += PAUSE.toMillis()) {
                if (Files.exists(answer)) {
                    Outcome outcome = JSON.readValue(Files.readString(answer), Outcome.class);
                    Files.delete(answer);
                    return outcome;
                }
                if (!productRuns(data)) {
                    throw new Refused("The product ended before it answered.");
                }
                Thread.sleep(PAUSE);
            }
            throw new Refused(
                    "The product on " + data + " did not answer within " + PATIENCE.toMinutes() + " minutes.");
        } catch (IOException e) {
            throw new Refused("The product on " + data + " cannot be asked: " + Refused.why(e) + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted.", e);
        }
    }

    /** Answers whatever was asked meanwhile. */
    void serve(Function<Request, Outcome> work) throws IOException {
        List<Path> waiting = Folders.files(folder).stream()
                .filter(file -> file.toString().endsWith(REQUEST))
                .toList();
        for (Path file : waiting) {
            String id = file.getFileName().toString().replace(REQUEST, "");
            Outcome outcome;
            try {
                outcome = work.apply(JSON.readValue(Files.readString(file), Request.class));
            } catch (RuntimeException e) {
                outcome = Outcome.refused(String.valueOf(e.getMessage()));
            }
            Files.delete(file);
            lay(folder, id + ANSWER, JSON.writeValueAsString(outcome));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Under another name first: nobody reads half a file. */
    private static void lay(Path folder, String name, String text) throws IOException {
        Path half = folder.resolve(name + ".half");
        Files.writeString(half, text, StandardCharsets.UTF_8);
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * What a command asks of the product.
     *
     * @param file where the backup goes; null for the other commands
     */
    record Request(What what, @Nullable String file) {}

    /** The commands the product itself answers. */
    enum What {
        BACKUP,
        VERIFY_LEDGER
    }
}
