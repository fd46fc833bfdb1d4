package org.koploper.access;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What the page around the screens may load and run: scripts of the product, and of those written in the page itself only
 * the ones that carry the number made for this answer.
 *
 * <p>Vaadin needs two exceptions: its engine makes functions out of text that the server sends ({@code unsafe-eval}), and
 * its components set styles on elements ({@code unsafe-inline} for styles only).
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::protect);
    }

    private void protect(IndexHtmlResponse page) {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().encodeToString(bytes);
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        page.getVaadinResponse()
                .setHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval';"
                                + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
                                + " object-src 'none'; frame-src 'none'; base-uri 'self'; form-action 'self';"
                                + " frame-ancestors 'none'");
    }
}
