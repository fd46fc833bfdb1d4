package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.testing.OnEmpty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real CRM export arrives through the browser, and the board for its year agrees with a count made from the file. */
@OnEmpty
class CrmExportInBrowserTest extends InChromium {

    private static final Path EXPORT = Path.of("../shared/data/crm-sales-opportunities");
    private static final String PASSWORD = "a password for this test";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Test
    void aCrmExportArrivesThroughTheScreensAndTheBoardAgreesWithTheFile() throws IOException {
        assumeTrue(Files.isDirectory(EXPORT), "needs ../shared: the public CRM export is not part of the product");
        try (Visitor admin = Visitor.signIn(chromium, port, administrator(), PASSWORD)) {
            assertThat(imported(admin, "Products", "products.csv", true)).contains("7 products");
            assertThat(imported(admin, "Customers", "accounts.csv", false)).contains("85 customers");
            assertThat(imported(admin, "People", "sales_teams.csv", false)).contains("35 people");
            assertThat(imported(admin, "Deals", "sales_pipeline.csv", true)).contains("8,800 deals");

            Page page = admin.page();
            page.navigate(admin.address("/leaderboard/revenue?p=2017&view=all"));
            Locator rows = page.locator(".kp-rank-row");
            assertThat(rows).hasCount(35);
            TreeMap<String, BigDecimal> expected = wonByAgent();
            for (Locator row : rows.all()) {
                String name =
                        row.locator(".kp-rank-name").innerText().split("\n")[0].strip();
                String value =
                        row.locator(".kp-rank-value").innerText().split("\n")[0].replaceAll("[^0-9.]", "");
                assertThat(new BigDecimal(value))
                        .as(name)
                        .isEqualByComparingTo(expected.getOrDefault(name, BigDecimal.ZERO));
            }
        }
    }

    /** Walks one file through all steps and answers what the button that imports it said. */
    private static String imported(Visitor admin, String kind, String file, boolean inDollars) {
        Page page = admin.page();
        page.navigate(admin.address("/import"));
        page.locator("vaadin-select").first().click();
        page.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + kind + "\\s*$")))
                .first()
                .click();
        assertThat(page.locator("vaadin-select").first()).containsText(kind);
        page.locator("vaadin-upload input[type=file]").setInputFiles(EXPORT.resolve(file));
        button(page, "Next").click();
        Locator check = button(page, "Check without importing");
        check.waitFor();
        if (inDollars) {
            Locator currency = page.getByLabel("Currency").last();
            currency.fill("USD");
            currency.press("Tab");
        }
        check.click();
        Locator commit = button(page, Pattern.compile("Import [\\d,]+ "));
        String words = words(page, commit);
        commit.click();
        assertThat(page.getByText(Pattern.compile("imported by"))).isVisible();
        return words;
    }

    /** Where it does not come, what the screen says instead is the only trace there is. */
    private static String words(Page page, Locator button) {
        try {
            return button.innerText();
        } catch (TimeoutError e) {
            throw new AssertionError(
                    page.url() + " shows:\n" + page.locator("main").innerText(), e);
        }
    }

    private static Locator button(Page page, Object text) {
        Page.LocatorOptions options = text instanceof Pattern pattern
                ? new Page.LocatorOptions().setHasText(pattern)
                : new Page.LocatorOptions().setHasText((String) text);
        return page.locator("vaadin-button", options).first();
    }

    /** Counted from the file, without anything of the product. */
    private static TreeMap<String, BigDecimal> wonByAgent() throws IOException {
        TreeMap<String, BigDecimal> won = new TreeMap<>();
        List<String> lines = Files.readAllLines(EXPORT.resolve("sales_pipeline.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells[4].equals("Won")) {
                won.merge(cells[1], new BigDecimal(cells[7]), BigDecimal::add);
            }
        }
        return won;
    }

    private String administrator() {
        long id = ids.next();
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, 'Ada', 0)")
                .params(id, "ADA-" + id)
                .update();
        Caller.asSystem(() -> accounts.open(new PersonId(id), "ada", PASSWORD, false, Set.of(Role.ADMIN)));
        return "ada";
    }
}
