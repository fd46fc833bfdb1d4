package org.koploper.access;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Leads on after signing in: to the address that the sign-in page carried, or as Vaadin does. */
class GoOn extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        Optional<String> address = ContinueAt.asked(request);
        if (address.isPresent()) {
            clearAuthenticationAttributes(request);
            response.sendRedirect(request.getContextPath() + address.get());
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }
}
