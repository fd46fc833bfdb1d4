package org.koploper.journey;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** Somebody signed in, in a browser window of their own, in English. */
final class Visitor implements AutoCloseable {

    private final BrowserContext window;
    private final Page page;
    private final String base;

    private Visitor(BrowserContext window, Page page, String base) {
        this.window = window;
        this.page = page;
        this.base = base;
    }

    /** Somebody of the demo. */
    static Visitor signIn(Chromium chromium, int port, String username) {
        return signIn(chromium, port, username, "koploper-demo");
    }

    static Visitor signIn(Chromium chromium, int port, String username, String password) {
        BrowserContext window = chromium.browser()
                .newContext(new NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900));
        window.setDefaultTimeout(Chromium.PATIENCE_MS);
        Page page = window.newPage();
        String base = "http://localhost:" + port;
        page.navigate(base + "/sign-in");
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", password);
        page.click("button[type=submit]");
        page.waitForSelector("vaadin-app-layout");
        return new Visitor(window, page, base);
    }

    Page page() {
        return page;
    }

    String address(String path) {
        return base + path;
    }

    @Override
    public void close() {
        window.close();
    }
}
