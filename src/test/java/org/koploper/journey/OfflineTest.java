package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.testing.OnDemo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Koploper as an installed app, and what it shows where there is no network. */
@OnDemo
class OfflineTest extends Walk {

    private static final String UNDER_CONTROL = "() => navigator.serviceWorker.controller?.state === 'activated'";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-GB | Koploper cannot be reached  | Try again
            nl-BE | Koploper is niet bereikbaar | Opnieuw proberen
            """)
    void withoutNetworkAPageOfOursStandsThereInTheReadersLanguageUntilItIsBack(
            String language, String title, String again) {
        try (Visitor an = Visitor.speaking(language, chromium, port, "an@demo")) {
            Page page = an.open("my/month");
            page.waitForFunction(UNDER_CONTROL);
            page.context().setOffline(true);

            page.navigate(an.address("/leaderboard/revenue"));
            assertThat(page.getByRole(AriaRole.HEADING)).hasText(title);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(page.url()).endsWith("/leaderboard/revenue");
            assertThat(page.content()).doesNotContain("Verhaegen", "Peeters", "€");
            assertThat(Axe.findings(page)).isEmpty();
            page.getByText(again).click();
            assertThat(page.getByRole(AriaRole.HEADING)).hasText(title);

            page.context().setOffline(false);
            page.waitForSelector("vaadin-app-layout");
            assertThat(page).hasURL(Pattern.compile("/leaderboard/revenue"));
            assertThat(page.evaluate("async () => (await caches.keys()).length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void whatTheServerSaysIsNeverReplacedNorAFormSentTwice() {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.open("my/month");
            page.waitForFunction(UNDER_CONTROL);

            assertThat(page.navigate(an.address("/nothing/here")).text()).contains("Koploper");
            assertThat(page.getByText("Koploper cannot be reached")).isHidden();
            an.open("my/month");
            page.context().clearCookies();
            page.navigate(an.address("/team"));
            assertThat(page).hasURL(Pattern.compile("/sign-in\\?continue=%2Fteam"));
            page.fill("input[name=username]", "an@demo");
            page.fill("input[name=password]", "koploper-demo");
            page.click("main > form > button");
            page.waitForSelector("vaadin-app-layout");
        }
    }

    @Test
    void aBrowserFindsNothingThatKeepsItFromInstalling() throws IOException {
        try (Visitor an = signIn("an@demo")) {
            Page page = an.open("my/month");
            page.waitForFunction(UNDER_CONTROL);
            CDPSession chrome = page.context().newCDPSession(page);

            JsonNode manifest =
                    new JsonMapper().readTree(chrome.send("Page.getAppManifest").toString());
            assertThat(manifest.get("errors").size()).as(manifest.toString()).isZero();
            JsonNode said = new JsonMapper().readTree(manifest.get("data").asString());
            assertThat(said.get("name").asString()).isEqualTo("Koploper");
            assertThat(said.get("icons").findValuesAsString("sizes")).contains("192x192", "512x512");
            assertThat(said.get("icons").findValuesAsString("purpose")).containsExactly("maskable");
            for (JsonNode icon : said.get("icons")) {
                var answer = page.context()
                        .request()
                        .get(an.address("/" + icon.get("src").asString()));
                assertThat(answer.status()).isEqualTo(200);
                if (icon.get("type").asString().equals("image/png")) {
                    var image = ImageIO.read(new ByteArrayInputStream(answer.body()));
                    assertThat(image.getWidth() + "x" + image.getHeight())
                            .isEqualTo(icon.get("sizes").asString());
                }
            }
            JsonNode obstacles = new JsonMapper()
                    .readTree(chrome.send("Page.getInstallabilityErrors").toString())
                    .get("installabilityErrors");
            // a window that leaves no traces installs nothing, whatever the page says
            assertThat(obstacles.findValuesAsString("errorId")).isSubsetOf(List.of("in-incognito"));
        }
    }
}
