package org.koploper.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code in an address that is all somebody without an account needs, such as a customer who is asked something: 160 bits
 * as 32 small letters and digits, which no mail program breaks and which can be typed from paper. It is handed out once;
 * only its {@link #hash} is kept.
 *
 * @param letters {@value #LENGTH} of 0 to 9 and a to v
 */
public record SecretCode(String letters) {

    private static final int BITS = 160;
    private static final int LENGTH = 32;
    private static final Pattern FORM = Pattern.compile("[0-9a-v]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException for what cannot be one */
    public SecretCode {
        if (!FORM.matcher(letters).matches()) {
            throw new IllegalArgumentException("No code");
        }
    }

    /** A new one. */
    public static SecretCode create() {
        String letters = new BigInteger(BITS, RANDOM).toString(LENGTH);
        return new SecretCode("0".repeat(LENGTH - letters.length()) + letters);
    }

    /** What stands in an address, in whatever case; empty for what cannot be one. */
    public static Optional<SecretCode> of(String typed) {
        String letters = typed.toLowerCase(Locale.ROOT);
        return FORM.matcher(letters).matches() ? Optional.of(new SecretCode(letters)) : Optional.empty();
    }

    /** What is kept of it: SHA-256 in 64 hexadecimal digits. With that many bits it needs neither salt nor slowness. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the code, so that no log can hold it. */
    @Override
    public String toString() {
        return "SecretCode[…]";
    }
}
