package org.koploper.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Asks axe-core what is wrong with a page: WCAG 2.2 up to AA, and what axe holds to be good practice. */
final class Axe {

    private static final String SCRIPT = script();

    /** WCAG up to AA, and good practice. */
    private static final List<String> ALL = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice");

    /** What can differ where nothing but the colours does. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    /** Without waiting for it: several pages can look at themselves at a time. */
    private static final String BEGIN = """
            ([type, values]) => {
              window.kpAxe = axe.run(document, {runOnly: {type, values}, resultTypes: ['violations']});
            }""";

    private static final String FINDINGS = """
            async () => {
              const found = await window.kpAxe;
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id} at ${node.target.flat(9).join(' > ')}: ${[...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')}`));
            }""";

    private Axe() {}

    /** One sentence per finding on the page as it is now. */
    static List<String> findings(Page page) {
        begin(page);
        return found(page);
    }

    /** Begins to look at the page as it is now. */
    static void begin(Page page) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        page.evaluate(BEGIN, List.of("tag", ALL));
    }

    /** Begins to look at the colours of a page that was looked at in others. */
    static void beginColours(Page page) {
        page.evaluate(BEGIN, List.of("rule", COLOURS));
    }

    /** One sentence per finding of what was begun. */
    @SuppressWarnings("unchecked")
    static List<String> found(Page page) {
        return (List<String>) page.evaluate(FINDINGS);
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
