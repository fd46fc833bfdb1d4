package org.koploper.api;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address below /api that nobody serves is not found; without this it would be a screen. */
@Component
class UnknownAddresses extends AbstractHandlerMapping {

    UnknownAddresses() {
        // after the controllers, which refuse a wrong method themselves, and before the static files and the screens
        setOrder(Ordered.LOWEST_PRECEDENCE - 1_000);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) throws NoResourceFoundException {
        String address =
                request.getRequestURI().substring(request.getContextPath().length());
        if (address.equals("/api") || address.startsWith("/api/")) {
            throw new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), address, address);
        }
        return null;
    }
}
