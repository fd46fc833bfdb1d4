package org.koploper.journey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests with a browser of their own; skipped, with the reason, where there is no Chromium. */
class InChromium {

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
}
