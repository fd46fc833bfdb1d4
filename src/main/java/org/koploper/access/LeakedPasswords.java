package org.koploper.access;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The passwords known to have leaked, from a file that an operator puts beside the product: SHA-1 in hexadecimal, one a
 * line, ascending, with anything behind a colon, as "Have I Been Pwned" gives it out. A line may hold the beginning of a
 * hash only, all lines as long as the first. Read by halving, so that the size of the file does not matter; no password
 * and no part of its hash leaves the machine.
 */
@Component
class LeakedPasswords {

    private static final int LONGEST_LINE = 80;

    private final String file;

    LeakedPasswords(@Value("${koploper.leaked-passwords:}") String file) {
        this.file = file;
        if (!file.isEmpty() && !Files.isReadable(Path.of(file))) {
            throw new IllegalStateException("The file of leaked passwords cannot be read: " + file
                    + ". Give another with --koploper.leaked-passwords=FILE, or none.");
        }
    }

    /** Whether the password is in the file; never without one. */
    boolean contains(String password) {
        if (file.isEmpty()) {
            return false;
        }
        try (RandomAccessFile lines = new RandomAccessFile(file, "r")) {
            return contains(lines, sha1(password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean contains(RandomAccessFile lines, String hash) throws IOException {
        long from = 0;
        long to = lines.length();
        while (from < to) {
            long middle = (from + to) >>> 1;
            Line line = lineAt(lines, middle);
            String wanted =
                    hash.substring(0, Math.min(hash.length(), line.hash().length()));
            int order = wanted.compareTo(line.hash());
            if (order == 0) {
                return !line.hash().isEmpty();
            }
            if (order < 0) {
                to = line.start();
            } else {
                from = line.end();
            }
        }
        return false;
    }

    /** The line that a position lies in. */
    private static Line lineAt(RandomAccessFile lines, long position) throws IOException {
        long before = Math.max(0, position - LONGEST_LINE);
        byte[] around = new byte[(int) Math.min(2L * LONGEST_LINE, lines.length() - before)];
        lines.seek(before);
        lines.readFully(around);
        int at = (int) (position - before);
        int start = at;
        while (start > 0 && around[start - 1] != '\n') {
            start--;
        }
        int end = at;
        while (end < around.length && around[end] != '\n') {
            end++;
        }
        String text = new String(around, start, end - start, StandardCharsets.US_ASCII).strip();
        int colon = text.indexOf(':');
        return new Line(
                colon < 0 ? text : text.substring(0, colon),
                before + start,
                Math.min(before + end + 1, lines.length()));
    }

    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Line(String hash, long start, long end) {}
}
