package org.koploper.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where what is done now comes from. Work that nobody's request waits for, such as a job or a command, has no origin.
 *
 * @param request the id of the request, see {@link RequestId}
 * @param network the address it came from without its last part, never the whole of it; null where it is not known
 */
public record Origin(String request, @Nullable String network) {

    private static final ThreadLocal<Origin> HERE = new ThreadLocal<>();

    /** That of the running request; empty outside of one. */
    public static Optional<Origin> now() {
        return Optional.ofNullable(HERE.get());
    }

    static void begin(String request, String address) {
        String network = Place.shortened(address);
        HERE.set(new Origin(request, network.isEmpty() ? null : network));
    }

    static void end() {
        HERE.remove();
    }
}
