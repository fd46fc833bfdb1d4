package org.koploper.journey;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests with a browser; skipped, with the reason, where there is no Chromium. It is started for the first of them and serves
 * all that follow, each in windows of its own that share nothing; to start it for each took longer than many a test.
 */
@ExtendWith(InChromium.OneForAll.class)
class InChromium {

    Chromium chromium;

    static final class OneForAll implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            // closed by the store at the end of the run
            ExtensionContext.Store store =
                    context.getRoot().getStore(ExtensionContext.Namespace.create(Chromium.class));
            Chromium running = store.get(Chromium.class, Chromium.class);
            if (running == null || !running.browser().isConnected()) {
                running = Chromium.startOrSkip();
                store.put(Chromium.class, running);
            }
            ((InChromium) context.getRequiredTestInstance()).chromium = running;
        }
    }
}
