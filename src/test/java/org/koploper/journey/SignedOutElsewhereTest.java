package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;

/** An administrator signs somebody out everywhere: both screens are real, and the strict page policy holds in both. */
@OnDemo
class SignedOutElsewhereTest extends Walk {

    @Test
    void theAdministratorGoesOnAndTheOtherIsOutAtTheNextClick() {
        List<String> complaints = new ArrayList<>();
        try (Visitor daan = signIn("daan@demo");
                Visitor mohamed = signIn("mohamed@demo")) {
            Page screen = mohamed.page();
            screen.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            screen.navigate(mohamed.address("/accounts?q=daan"));
            screen.locator("vaadin-button")
                    .filter(new Locator.FilterOptions().setHasText("Change"))
                    .last()
                    .click();
            screen.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("Sign out everywhere")))
                    .click();

            assertThat(screen.locator(".kp-toast")).containsText("is signed out everywhere");
            daan.page().navigate(daan.address("/my/month"));
            assertThat(daan.page()).hasURL(Pattern.compile("/sign-in"));
            screen.navigate(mohamed.address("/tokens"));
            assertThat(screen.locator("h1")).containsText("API tokens");
            assertThat(complaints).isEmpty();
        }
    }
}
