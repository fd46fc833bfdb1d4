package org.koploper.records;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.TreeMap;

/**
 * Which keys occur more than once in a source, found out before anything is written: which of two contradicting rows is
 * right nobody can know, and taking the first would make the result depend on the order of the rows.
 *
 * <p>Holds 21 to 43 bytes a row and no texts: a key is its hash, and two different
 * keys among a million rows fall together with a probability of 1 in 30 million. Of what a row says 32 bits are kept, which
 * only count for rows with the same key.
 */
final class Keys {

    private static final int CONFLICT = -1;

    private long[] keys = new long[1 << 12];
    private int[] prints = new int[1 << 12];
    private int[] firsts = new int[1 << 12];
    private int size;

    void add(String key, Entry entry) {
        if (4L * size >= 3L * keys.length) {
            grow();
        }
        long hash = hash(key);
        int slot = slot(hash);
        if (keys[slot] == 0) {
            keys[slot] = hash;
            prints[slot] = print(entry);
            firsts[slot] = Math.toIntExact(entry.row());
            size++;
        } else if (prints[slot] != print(entry)) {
            firsts[slot] = CONFLICT;
        }
    }

    /** Whether rows with this key say different things. */
    boolean conflicting(String key) {
        return firsts[slot(hash(key))] == CONFLICT;
    }

    /** The first row with this key. */
    long first(String key) {
        return firsts[slot(hash(key))];
    }

    private int slot(long hash) {
        int slot = (int) hash & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != hash) {
            slot = slot + 1 & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldPrints = prints;
        int[] oldFirsts = firsts;
        keys = new long[2 * oldKeys.length];
        prints = new int[2 * oldKeys.length];
        firsts = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                prints[slot] = oldPrints[i];
                firsts[slot] = oldFirsts[i];
            }
        }
    }

    private static int print(Entry entry) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(entry.values())
                .forEach((field, value) -> all.append(field)
                        .append('\u0000')
                        .append(value instanceof java.math.BigDecimal number ? number.stripTrailingZeros() : value)
                        .append('\u0000'));
        return (int) hash(all.toString());
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            long hash = ByteBuffer.wrap(digest).getLong();
            return hash == 0 ? 1 : hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return size + " keys "
                + Arrays.stream(firsts).filter(f -> f == CONFLICT).count() + " conflicting";
    }
}
