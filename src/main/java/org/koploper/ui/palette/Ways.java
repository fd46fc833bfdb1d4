package org.koploper.ui.palette;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;

/** Where something found may lead: to the first screen that there is and that this user may open. */
public final class Ways {

    private static final AccessAnnotationChecker RULES = new AccessAnnotationChecker();

    private Ways() {}

    /** The first of these addresses that leads somewhere; empty when none does. */
    public static Optional<String> first(String... addresses) {
        return Stream.of(addresses).filter(Ways::isOpen).findFirst();
    }

    /** Whether a screen answers at that address and its rule lets this user in. */
    public static boolean isOpen(String address) {
        CurrentUser user = Caller.now();
        return RouteConfiguration.forSessionScope()
                .getRoute(address.split("\\?", 2)[0])
                .filter(screen -> RULES.hasAccess(screen, user::name, role -> user.has(Role.valueOf(role))))
                .isPresent();
    }

    /** An address with one parameter. */
    public static String with(String path, String name, String value) {
        return path + "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
