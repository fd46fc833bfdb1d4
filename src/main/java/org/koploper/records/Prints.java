package org.koploper.records;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** 64 bits by which it can be told whether a record still is what a batch made of it. */
final class Prints {

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Prints() {}

    static long of(Map<String, @Nullable Object> values) {
        long[] hash = {START};
        new TreeMap<>(values).forEach((field, value) -> {
            if (value != null) {
                add(hash, field);
                add(hash, text(value));
            }
        });
        return hash[0];
    }

    /** Numbers by their value, whatever their scale. */
    private static String text(Object value) {
        return value instanceof BigDecimal number
                ? (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString())
                : value.toString();
    }

    private static void add(long[] hash, String text) {
        for (int i = 0; i < text.length(); i++) {
            hash[0] = (hash[0] ^ text.charAt(i)) * PRIME;
        }
        hash[0] = (hash[0] ^ '\n') * PRIME;
    }
}
