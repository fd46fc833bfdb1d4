package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session that is over, and a connection that is lost, as people meet them. */
@OnDemo
class SessionEndTest {

    @LocalServerPort
    int port;

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

    @Test
    void whoseSessionIsOverSignsInAndIsWhereTheyWere() {
        try (Visitor an = Visitor.signIn(chromium, port, "an@demo")) {
            Page page = an.open("leaderboard/revenue?view=all");
            page.context()
                    .addCookies(List.of(new Cookie("KOPLOPER", "no-session-of-this-name").setUrl(an.address("/"))));
            page.locator(".kp-period-steps vaadin-button").first().click();

            assertThat(page).hasURL(Pattern.compile("/sign-in\\?continue=%2Fleaderboard%2Frevenue"));
            page.fill("input[name=username]", "an@demo");
            page.fill("input[name=password]", "koploper-demo");
            page.click("main > form > button");
            assertThat(page).hasURL(Pattern.compile("/leaderboard/revenue\\?.*view=all"));
        }
    }

    @Test
    void aLostConnectionIsToldInTheReadersLanguage() {
        try (Visitor an = Visitor.speaking("nl-BE", chromium, port, "an@demo")) {
            Page page = an.open("leaderboard/revenue");
            page.context().setOffline(true);
            page.locator(".kp-period-steps vaadin-button").first().click();

            Locator told = page.locator("vaadin-connection-indicator[role=status]");
            assertThat(told).containsText("De verbinding is weg");
        }
    }
}
