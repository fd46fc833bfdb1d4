package org.koploper.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody goes on after signing in: a place in this product, whatever a link says. */
public final class ContinueAt {

    /** The parameter that carries it. */
    public static final String PARAMETER = "continue";

    /** A path of this server: a second slash, or a backslash, which browsers read as one, would begin a host. */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)[^\\\\\\p{Cntrl}\\s]*");

    private static final int LONGEST = 2000;

    private ContinueAt() {}

    /** That address; empty where it leads elsewhere, to the start page, or back to signing in. */
    public static Optional<String> local(@Nullable String address) {
        return Optional.ofNullable(address)
                .filter(given ->
                        given.length() <= LONGEST && LOCAL.matcher(given).matches())
                .filter(given -> !given.equals("/") && !given.startsWith("/sign-in"));
    }

    /** What the sign-in page of this request carried, or what led to it at a provider. */
    static Optional<String> asked(HttpServletRequest request) {
        return local(request.getParameter(PARAMETER)).or(() -> local((String) request.getAttribute(PARAMETER)));
    }

    /** To put behind another parameter of the sign-in page, so that a wrong password does not lose it; often empty. */
    static String handedOn(HttpServletRequest request) {
        return asked(request)
                .map(address -> "&" + PARAMETER + "=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .orElse("");
    }
}
