package org.koploper.journey;

import org.springframework.boot.test.web.server.LocalServerPort;

/** A walk through the running product. */
class Walk extends InChromium {

    @LocalServerPort
    int port;

    /** Somebody of the demo, in a window of their own. */
    Visitor signIn(String username) {
        return Visitor.signIn(chromium, port, username);
    }
}
