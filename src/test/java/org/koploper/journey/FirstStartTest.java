package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koploper.testing.RunningProduct;

/** The first start as whoever installs Koploper walks it: from an empty folder and the line in the log to a product in use. */
class FirstStartTest {

    private static final Pattern LINE = Pattern.compile("SET-UP at (\\S+)/setup with the code (\\S+)");
    private static final String PASSWORD = "lantern walrus bicycle thunder";
    private static final List<ColorScheme> BOTH = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    @TempDir
    Path folder;

    private Chromium chromium;

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

    private static String code(RunningProduct product) {
        Matcher line = LINE.matcher(product.said());
        assertThat(line.find()).as(product.said()).isTrue();
        assertThat(line.group(1)).isEqualTo(product.address());
        return line.group(2);
    }

    @Test
    void withTheKeyboardAloneFromTheCodeInTheLogToAnEmptyProduct() throws Exception {
        try (var product = RunningProduct.startWithoutToken(folder.resolve("data"), folder.resolve("log"));
                Visitor ada = Visitor.at(product.address(), chromium, "en-GB");
                Visitor late = Visitor.at(product.address(), chromium, "en-GB")) {
            String code = code(product);
            Page page = ada.open("leaderboard/revenue");
            assertThat(page).hasURL(product.address() + "/setup");
            assertThat(page.locator("h1")).hasText("Set up Koploper");
            fine(ada);

            Keyboard keys = page.keyboard();
            assertThat(page.getByLabel("Code")).isFocused();
            keys.type("abcd-efgh-jkmn-pqrs");
            keys.press("Enter");
            assertThat(page.getByText("This is not the code")).isVisible();
            assertThat(page.getByLabel("Code")).hasValue("abcd-efgh-jkmn-pqrs");
            keys.press("Control+a");
            keys.type(code);
            keys.press("Enter");

            assertThat(page.locator("h1")).hasText("Your organisation");
            assertThat(page.locator("h1")).isFocused();
            fine(ada);
            // past the way to start, which is empty unless said otherwise
            keys.press("Tab");
            keys.press("Tab");
            assertThat(page.getByLabel("Name of the organisation")).isFocused();
            keys.press("Enter");
            assertThat(page.getByText("Give the name of the organisation.")).isVisible();
            keys.type("Acme");
            keys.press("Enter");

            assertThat(page.locator("h1")).hasText("Who administers?");
            fine(ada);
            keys.press("Tab");
            keys.type("Ada Alders");
            keys.press("Tab");
            keys.type("ada@acme.example");
            keys.press("Tab");
            keys.type("password1234");
            assertThat(page.getByText("guessed at once").or(page.getByText("quickly guessed")))
                    .isVisible();
            page.getByLabel("Password again").focus();
            keys.type("password1234");
            keys.press("Enter");
            assertThat(page.getByText("too easy to guess")).isVisible();
            assertThat(page.getByLabel("Your name")).hasValue("Ada Alders");

            // somebody else with the same log is as far
            walk(late, code, "Bea");

            page.getByLabel("Password", exactly()).focus();
            keys.press("Control+a");
            keys.type(PASSWORD);
            page.getByLabel("Password again").focus();
            keys.press("Control+a");
            keys.type(PASSWORD);
            keys.press("Enter");
            page.waitForURL(Pattern.compile(".*/sign-in\\?welcome$"));
            assertThat(page.getByText("Koploper is set up.")).isVisible();

            late.page().locator("#setup-next").click();
            assertThat(late.page().getByText("Koploper was set up meanwhile")).isVisible();
            late.page().navigate(late.address("/setup"));
            assertThat(late.page()).hasURL(Pattern.compile(".*/sign-in.*"));

            keys.type("ada@acme.example");
            keys.press("Tab");
            keys.type(PASSWORD);
            keys.press("Enter");
            page.waitForSelector("vaadin-app-layout");
            assertThat(page.locator("h1")).hasText("Import");
            page.navigate(ada.address("/admin/demo"));
            assertThat(page.getByText("Koploper is empty.")).isVisible();
        }
        try (var again = RunningProduct.startWithoutToken(folder.resolve("data"), folder.resolve("second.log"))) {
            assertThat(again.said()).doesNotContain("SET-UP");
        }
    }

    @Test
    void inDutchOnAPhoneWithDemoDataAndBackToAnEmptyProduct() throws Exception {
        Path data = folder.resolve("data");
        try (var product = RunningProduct.startWithoutToken(data, folder.resolve("log"));
                Visitor ada = Visitor.at(product.address(), chromium, "nl-BE")) {
            ada.page().setViewportSize(390, 844);
            Page page = ada.open("");
            page.getByLabel("Code").fill(code(product));
            page.locator("#setup-next").click();
            assertThat(page.locator("h1")).hasText("Je organisatie");
            fine(ada);
            page.getByText("Met demogegevens").click();
            assertThat(page.getByText("De demo brengt een eigen organisatie mee"))
                    .isVisible();
            page.locator("#setup-next").click();
            administrator(ada, "Ada", "Je naam", "Naam om mee aan te melden", "Wachtwoord");
            page.locator("#setup-next").click();
            assertThat(page.getByText("De demogegevens worden geladen")).isVisible();
            page.waitForURL(Pattern.compile(".*/sign-in\\?welcome$"), patiently());
            signIn(page);
            assertThat(page.locator(".kp-demo-banner")).containsText("verzonnen mensen");
            ada.open("leaderboard/revenue");
            assertThat(page.locator(".kp-demo-banner")).isVisible();
            assertThat(page.getByText("An Verhaegen")).isVisible();
            fine(ada);

            page.locator(".kp-demo-banner a").click();
            assertThat(page.getByText("Meteen wordt een reservekopie")).isVisible();
            fine(ada);
            page.locator("main vaadin-button").click();
            page.locator("vaadin-dialog[opened] vaadin-button")
                    .getByText("Demogegevens wissen", exact())
                    .last()
                    .click();
            assertThat(page.getByText("Bij de volgende start van Koploper wordt de database"))
                    .isVisible();
            fine(ada);
        }
        assertThat(names(data.resolve("backups"))).anyMatch(name -> name.startsWith("before-putting-aside-"));
        try (var empty = RunningProduct.startWithoutToken(data, folder.resolve("second.log"));
                Visitor ada = Visitor.at(empty.address(), chromium, "nl-BE")) {
            assertThat(empty.said()).contains("The database was put aside");
            assertThat(names(data)).anyMatch(name -> name.startsWith("db-put-aside-"));
            code(empty);
            assertThat(ada.open("leaderboard").locator("h1")).hasText("Koploper instellen");
        }
    }

    /** Up to the last button. */
    private static void walk(Visitor visitor, String code, String name) {
        Page page = visitor.open("setup");
        page.getByLabel("Code").fill(code);
        page.locator("#setup-next").click();
        page.getByLabel("Name of the organisation").fill("Other");
        page.locator("#setup-next").click();
        administrator(visitor, name, "Your name", "Name to sign in with", "Password");
    }

    private static void administrator(
            Visitor visitor, String name, String nameLabel, String userLabel, String password) {
        Page page = visitor.page();
        page.getByLabel(nameLabel, exactly()).fill(name);
        page.getByLabel(userLabel).fill("ada@acme.example");
        page.getByLabel(password, exactly()).fill(PASSWORD);
        page.locator("vaadin-password-field input").last().fill(PASSWORD);
        visitor.settle();
    }

    private static void signIn(Page page) {
        page.fill("input[name=username]", "ada@acme.example");
        page.fill("input[name=password]", PASSWORD);
        page.click("button[type=submit]");
        page.waitForSelector("vaadin-app-layout");
    }

    /** Axe finds nothing, light and dark, and nothing is wider than the window. */
    private static void fine(Visitor visitor) {
        Page page = visitor.page();
        visitor.settle();
        for (ColorScheme scheme : BOTH) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(Axe.findings(page)).as(page.url() + " " + scheme).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat((boolean) page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    /** Loading takes as long as the machine needs. */
    private static Page.WaitForURLOptions patiently() {
        return new Page.WaitForURLOptions().setTimeout(180_000);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
