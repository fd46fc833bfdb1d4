package org.koploper.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * One row of the ledger, all columns but its own hash and the fingerprint of its reason.
 *
 * @param recordedAt in UTC, whole microseconds
 * @param previousHash of the entry before it in the chain of its payee; {@link #START} for the first
 */
record Entry(
        long id,
        long person,
        long seq,
        YearMonth posted,
        YearMonth earned,
        String plan,
        int version,
        String component,
        @Nullable String deal,
        String lineKey,
        BigDecimal base,
        BigDecimal rate,
        BigDecimal lineAmount,
        BigDecimal delta,
        String currency,
        EntryKind kind,
        String reason,
        String cause,
        LocalDateTime recordedAt,
        String previousHash) {

    /** What the first entry of a chain points back to. */
    static final String START = "0".repeat(64);

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    /** SHA-256 of {@link #canonical()} in UTF-8, as 64 lower-case hex digits. */
    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(canonical().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The form that is hashed; it must never change, since every entry ever written is checked against it. The name of
     * the form, then every column in the order of this record, each as {@code length:text,} with the length in UTF-16
     * units, so that no two different rows have one form; a null is {@code -,}. Decimals are written in full without
     * trailing zeros, months as {@code 2026-11}, the time with six decimals.
     */
    String canonical() {
        StringBuilder form = new StringBuilder(reason.length() + 500).append("koploper-ledger-1,");
        add(form, Long.toString(id));
        add(form, Long.toString(person));
        add(form, Long.toString(seq));
        add(form, posted.toString());
        add(form, earned.toString());
        add(form, plan);
        add(form, Integer.toString(version));
        add(form, component);
        add(form, deal);
        add(form, lineKey);
        add(form, Decimals.plain(base));
        add(form, Decimals.plain(rate));
        add(form, Decimals.plain(lineAmount));
        add(form, Decimals.plain(delta));
        add(form, currency);
        add(form, kind.name());
        add(form, reason);
        add(form, cause);
        add(form, recordedAt.format(MICROSECONDS));
        add(form, previousHash);
        return form.toString();
    }

    private static void add(StringBuilder form, @Nullable String text) {
        if (text == null) {
            form.append("-,");
        } else {
            form.append(text.length()).append(':').append(text).append(',');
        }
    }
}
