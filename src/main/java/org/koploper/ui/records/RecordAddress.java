package org.koploper.ui.records;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where records are shown, whatever signs their external ids have. Servers, proxies and the router each have their own mind
 * about signs that a path encodes with a percent: they refuse them, or read them once, twice or not at all. So all that is
 * not plain is written as a tilde and its bytes: {@code 100% Café} is {@code 100~25~20Caf~C3~A9}.
 */
public final class RecordAddress {

    private static final char WRITTEN = '~';
    private static final int HEXADECIMAL = 16;

    private RecordAddress() {}

    /** Of that record. */
    public static String of(String kind, String externalId) {
        StringBuilder address = new StringBuilder("record/" + kind + "/");
        // a path of nothing but dots leads elsewhere
        boolean dots = externalId.chars().allMatch(sign -> sign == '.');
        for (byte sign : externalId.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) sign) && !dots) {
                address.append((char) sign);
            } else {
                address.append(WRITTEN).append("%02X".formatted(sign));
            }
        }
        return address.toString();
    }

    private static boolean isPlain(char sign) {
        return sign >= 'a' && sign <= 'z'
                || sign >= 'A' && sign <= 'Z'
                || sign >= '0' && sign <= '9'
                || sign == '-'
                || sign == '.'
                || sign == '_';
    }

    /** The external id that such an address names, from what its path says behind the kind. */
    static String id(String path) {
        byte[] signs = path.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream id = new ByteArrayOutputStream(signs.length);
        for (int i = 0; i < signs.length; i++) {
            if (signs[i] == WRITTEN && i + 2 < signs.length && digit(signs[i + 1]) >= 0 && digit(signs[i + 2]) >= 0) {
                id.write(digit(signs[i + 1]) * HEXADECIMAL + digit(signs[i + 2]));
                i += 2;
            } else {
                id.write(signs[i]);
            }
        }
        return id.toString(StandardCharsets.UTF_8);
    }

    private static int digit(byte sign) {
        return Character.digit((char) sign, HEXADECIMAL);
    }

    /** Of a new record, or of a list, where that field says so: which record it is about, or which days. */
    public static String about(String address, String field, String said) {
        return address + "?" + field + "="
                + URLEncoder.encode(said, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
