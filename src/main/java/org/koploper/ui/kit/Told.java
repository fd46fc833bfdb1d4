package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Span;

/**
 * Says to screen readers what changed on an open screen, politely and at most once in ten seconds: of several changes in
 * between the last one is said.
 */
public class Told extends Span {

    private static final String SAY = """
            const pause = 10000, now = performance.now();
            clearTimeout(this.kpWaiting);
            this.kpWaiting = setTimeout(() => {
              this.kpSaid = performance.now();
              this.textContent = $0;
            }, this.kpSaid === undefined ? 0 : Math.max(0, this.kpSaid + pause - now));
            """;

    private String last = "";

    public Told() {
        addClassName("kp-told");
        getElement().setAttribute("aria-live", "polite");
    }

    /** Says that; the same words again are said again. */
    public void say(String words) {
        last = words;
        getElement().executeJs(SAY, words);
    }

    /** What was to be said last; empty where nothing was. */
    public String last() {
        return last;
    }
}
