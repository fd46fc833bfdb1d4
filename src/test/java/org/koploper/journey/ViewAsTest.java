package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator looks as somebody else, with the keyboard, in two tabs of one browser, and stops. */
@OnDemo
class ViewAsTest extends Walk {

    private static final String BANNER = ".kp-view-as-banner";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void looksTriesToChangeSomethingAndStops() {
        List<String> complaints = new ArrayList<>();
        try (Visitor mohamed = signIn("mohamed@demo")) {
            Page page = mohamed.open("deals");
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            Page other = page.context().newPage();
            other.navigate(mohamed.address("/accounts"));
            assertThat(other.locator("h1")).containsText("Accounts");
            page.bringToFront();

            page.keyboard().press("Control+K");
            page.keyboard().type("view as an verh");
            Locator command =
                    page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(Pattern.compile("^View as An ")));
            assertThat(command.first()).isVisible();
            page.keyboard().press("Enter");
            Locator why = page.getByLabel("Reason");
            assertThat(why).isVisible();
            Assertions.assertThat(Axe.findings(page)).isEmpty();
            why.fill("She cannot find her deals");
            page.keyboard().press("Enter");

            assertThat(page.locator(BANNER)).containsText("You are looking as An ");
            assertThat(page).hasURL(Pattern.compile("/my/month$"));
            assertThat(page.locator("main")).containsText("Pay is hidden while you look as somebody else.");
            Assertions.assertThat(Axe.findings(page)).isEmpty();
            // the other tab does not go on as the administrator, without being asked
            assertThat(other.locator("h1")).containsText("No access");
            assertThat(other.locator(BANNER)).isVisible();

            mohamed.open("statements");
            assertThat(page.locator("main")).containsText("Pay is hidden");
            mohamed.open("account/notices");
            page.locator("main vaadin-button")
                    .getByText("Save", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("vaadin-notification-card"))
                    .containsText("You are only looking: nothing was changed.");

            mohamed.reach(BANNER + " vaadin-button");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/accounts$"));
            assertThat(page.locator("h1")).containsText("Accounts");
            assertThat(page.locator(BANNER)).hasCount(0);
            Assertions.assertThat(complaints).isEmpty();
        }
    }

    @Test
    void thePersonIsToldByWhomAndWhyAndSigningOutEndsIt() {
        try (Visitor mohamed = signIn("mohamed@demo");
                Visitor daan = signIn("daan@demo")) {
            Page page = mohamed.open("accounts?q=daan");
            page.locator("vaadin-button")
                    .filter(new Locator.FilterOptions().setHasText("Change"))
                    .last()
                    .click();
            page.getByText(Pattern.compile("^View as Daan")).click();
            page.getByLabel("Reason").last().fill("He sees no board");
            page.getByText("Start looking").click();
            assertThat(page.locator(BANNER)).containsText("You are looking as Daan");

            daan.open("notices");
            assertThat(daan.page().locator("main"))
                    .containsText(Pattern.compile("Mohamed .*looked at Koploper as you, because: He sees no board"));
            daan.open("account/sessions");
            assertThat(daan.page().locator("main")).containsText("Somebody looked at Koploper as you");

            page.keyboard().press("Control+K");
            page.keyboard().type("sign out");
            assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("/sign-in"));
            Assertions.assertThat(jdbc.sql("select actor from audit_records where action = 'account.view-ended'"
                                    + " and object_name = 'daan@demo'")
                            .query(String.class)
                            .list())
                    .containsExactly("Mohamed Bakkali");
        }
    }
}
