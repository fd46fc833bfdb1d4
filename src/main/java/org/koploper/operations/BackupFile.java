package org.koploper.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.koploper.storage.EmbeddedDatabase;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file a backup is: a zip with {@code manifest.json} and the parts of the database. Its last 64 bytes, the comment
 * of the zip, are the SHA-256 of everything before them, so that not one changed byte goes unseen.
 */
final class BackupFile {

    /** What the product's own backups are named with; people may choose any other. */
    static final String EXTENSION = ".koploper";

    private static final String MANIFEST = "manifest.json";
    private static final int HASH = 64;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    private BackupFile(Path file) {
        this.file = file;
    }

    /**
     * Writes a file, readable by the user of this process only.
     *
     * @param folder whose files are the parts
     * @param manifest given the hashes of the parts, says what they are
     */
    static Manifest write(Path file, Path folder, Function<SortedMap<String, String>, Manifest> manifest)
            throws IOException {
        SortedMap<String, String> parts = new TreeMap<>();
        for (Path part : Folders.files(folder)) {
            parts.put(EmbeddedDatabase.FOLDER + "/" + part.getFileName(), Hashes.of(part));
        }
        Manifest said = manifest.apply(parts);
        Folders.file(file);
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE), StandardCharsets.UTF_8)) {
            zip.setComment("0".repeat(HASH));
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JSON.writeValueAsBytes(said));
            for (Path part : Folders.files(folder)) {
                zip.putNextEntry(new ZipEntry(EmbeddedDatabase.FOLDER + "/" + part.getFileName()));
                Files.copy(part, zip);
            }
        }
        long length = Files.size(file) - HASH;
        String hash = Hashes.of(file, length);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(hash.getBytes(StandardCharsets.US_ASCII)), length);
            channel.force(true);
        }
        return said;
    }

    /**
     * A file to read.
     *
     * @throws Refused when it is missing, or not exactly as it was written
     */
    static BackupFile read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new Refused("There is no file " + file + ".");
            }
            long length = Files.size(file) - HASH;
            if (length <= 0 || !Hashes.of(file, length).equals(end(file, length))) {
                throw damaged(file);
            }
            return new BackupFile(file);
        } catch (IOException e) {
            throw new Refused(file + " cannot be read: " + Refused.why(e) + ".", e);
        }
    }

    /** @throws Refused when this version cannot read it */
    Manifest manifest() {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return manifest(zip);
        } catch (IOException e) {
            throw new Refused(file + " cannot be read: " + Refused.why(e) + ".", e);
        }
    }

    /**
     * Puts the parts into a folder, each compared with its hash in the manifest.
     *
     * @throws Refused when one is missing, added or changed
     */
    void unpack(Path into) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            SortedMap<String, String> open = new TreeMap<>(manifest(zip).parts());
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().equals(MANIFEST)) {
                    unpack(zip, entry, open.remove(entry.getName()), into);
                }
            }
            if (!open.isEmpty()) {
                throw damaged(file);
            }
        } catch (IOException e) {
            throw new Refused(file + " cannot be unpacked: " + Refused.why(e) + ".", e);
        }
    }

    /** Only names of the manifest, and they hold no way out of the folder. */
    private void unpack(ZipFile zip, ZipEntry entry, @Nullable String hash, Path into) throws IOException {
        if (hash == null || !entry.getName().matches(EmbeddedDatabase.FOLDER + "/[a-z]+(\\.[a-z]+)?")) {
            throw damaged(file);
        }
        Files.createDirectories(into.resolve(EmbeddedDatabase.FOLDER));
        Path part = Folders.file(into.resolve(entry.getName()));
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(part)) {
            if (!Hashes.copy(in, out).equals(hash)) {
                throw damaged(file);
            }
        }
    }

    private Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw damaged(file);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JSON.readValue(in, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new Refused(file + " has format " + manifest.format() + ", and this version reads "
                        + Manifest.FORMAT + ": restore with version " + manifest.product() + ".");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new Refused(file + " has a manifest that cannot be read.", e);
        }
    }

    private static String end(Path file, long from) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer hash = ByteBuffer.allocate(HASH);
            while (hash.hasRemaining() && channel.read(hash, from + hash.position()) > 0) {
                // until it is full
            }
            return new String(hash.array(), StandardCharsets.US_ASCII);
        }
    }

    private static Refused damaged(Path file) {
        return new Refused(file + " is damaged or no backup: its content does not match its checksum.");
    }
}
