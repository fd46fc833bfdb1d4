package org.koploper.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that end in a {@link SecretCode}. They are open to everybody who knows a code, without sign-in and session;
 * no other page learns them, no log holds them, and nothing is noted of where a request for them comes from. A further kind
 * of such pages is one more line here.
 */
public final class CodeAddresses {

    /** In front of the code of a customer who is asked how satisfied they are. */
    public static final String CUSTOMERS = "/a/";

    private static final List<String> ALL = List.of(CUSTOMERS);

    private CodeAddresses() {}

    /** Whether there is a code in the address and nothing behind it, so that no other page is reached this way. */
    static boolean open(HttpServletRequest request) {
        String path = request.getServletPath();
        return ALL.stream()
                .anyMatch(beginning -> path.startsWith(beginning)
                        && path.length() > beginning.length()
                        && path.indexOf('/', beginning.length()) < 0);
    }

    /** Whether there may be a code in the address, in whatever way it was mistyped. */
    static boolean is(HttpServletRequest request) {
        return masked(request.getServletPath()) != null;
    }

    /** That path without its code; null for an address without one. */
    static @Nullable String masked(@Nullable String path) {
        return path == null
                ? null
                : ALL.stream()
                        // where the case is another there is no such page, and a code all the same
                        .filter(beginning -> path.toLowerCase(Locale.ROOT).startsWith(beginning))
                        .findFirst()
                        .map(beginning -> beginning + "*")
                        .orElse(null);
    }
}
