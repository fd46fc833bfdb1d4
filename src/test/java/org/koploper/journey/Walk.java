package org.koploper.journey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A walk through the running product in a browser of its own; skipped, with the reason, where there is no Chromium. */
class Walk {

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeEach
    void start() {
        chromium = Chromium.startOrSkip();
    }

    @AfterEach
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** Somebody of the demo, in a window of their own. */
    Visitor signIn(String username) {
        return Visitor.signIn(chromium, port, username);
    }
}
