package org.koploper.journey;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;

/** Somebody signed in, in a browser window of their own; in English unless said otherwise. */
final class Visitor implements AutoCloseable {

    /** More than any screen of the demo has stops. */
    private static final int MOST_TABS = 250;

    private static final String SETTLED = "() => Object.values(window.Vaadin?.Flow?.clients ?? {})"
            + ".every(client => !client.isActive || !client.isActive())";

    /** As somebody clicks on a link: the frame stays, and only the screen in it is another. The mark goes with arriving. */
    private static final String LEAVE = """
            address => {
              performance.clearResourceTimings();
              history.replaceState(history.state, '', '#left');
              const link = document.createElement('a');
              link.href = address;
              document.body.append(link);
              link.click();
              link.remove();
            }""";

    private static final String ARRIVED = "() => location.hash !== '#left'"
            + " && performance.getEntriesByType('resource').some(asked => asked.name.includes('v-r=uidl'))"
            + " && !!document.querySelector('main') && (" + SETTLED + ")()";

    private final BrowserContext window;
    private final Page page;
    private final String base;

    private Visitor(Chromium chromium, String base, String language, int width) {
        window = chromium.browser()
                .newContext(new NewContextOptions()
                        .setLocale(language)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, 900));
        window.setDefaultTimeout(Chromium.PATIENCE_MS);
        page = window.newPage();
        this.base = base;
    }

    /** Somebody of the demo. */
    static Visitor signIn(Chromium chromium, int port, String username) {
        return signIn(chromium, port, username, "koploper-demo");
    }

    static Visitor signIn(Chromium chromium, int port, String username, String password) {
        Visitor visitor = anonymous(chromium, port, "en-GB");
        visitor.enter(username, password);
        return visitor;
    }

    /** Somebody of the demo whose browser asks for that language. */
    static Visitor speaking(String language, Chromium chromium, int port, String username) {
        Visitor visitor = anonymous(chromium, port, language);
        visitor.enter(username, "koploper-demo");
        return visitor;
    }

    /** Somebody of the demo with a phone whose browser asks for that language. */
    static Visitor onPhone(String language, Chromium chromium, int port, String username) {
        Visitor visitor = anonymous(chromium, port, language, 390);
        visitor.enter(username, "koploper-demo");
        return visitor;
    }

    /** Somebody who has not signed in. */
    static Visitor anonymous(Chromium chromium, int port, String language) {
        return anonymous(chromium, port, language, 1280);
    }

    /** Somebody who has not signed in, in a window of that width. */
    static Visitor anonymous(Chromium chromium, int port, String language, int width) {
        return new Visitor(chromium, "http://localhost:" + port, language, width);
    }

    /** Somebody who has not signed in at a product that runs by itself, such as at {@code http://localhost:1234}. */
    static Visitor at(String address, Chromium chromium, String language) {
        return new Visitor(chromium, address, language, 1280);
    }

    private void enter(String username, String password) {
        page.navigate(base + "/sign-in");
        page.fill("input[name=username]", username);
        page.fill("input[name=password]", password);
        page.click("button[type=submit]");
        page.waitForSelector("vaadin-app-layout");
    }

    Page page() {
        return page;
    }

    String address(String path) {
        return base + path;
    }

    /** Opens a screen and waits until the server has said all it had to say. */
    Page open(String path) {
        page.navigate(address("/" + path));
        page.waitForSelector("main");
        settle();
        return page;
    }

    /** Sets out for another screen by a link, without reading the page anew and without waiting; see {@link #arrive}. */
    void leaveFor(String path) {
        page.evaluate(LEAVE, address("/" + path));
    }

    /** Waits until the screen that one set out for is there. */
    Page arrive() {
        page.waitForFunction(ARRIVED);
        return page;
    }

    /** Walks with Tab until the focus is on what that selector means, or in it; fails where the keyboard never gets there. */
    Locator reach(String selector) {
        for (int step = 0; step < MOST_TABS; step++) {
            if ((Boolean) page.evaluate("what => !!document.activeElement?.closest(what)", selector)) {
                return page.locator(":focus");
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + selector + " on " + page.url());
    }

    /** Waits until no answer of the server is outstanding. */
    void settle() {
        page.waitForFunction(SETTLED);
    }

    @Override
    public void close() {
        window.close();
    }
}
