package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;

/** Two people change the same deal at the same time, each in a window of their own: nothing of either is lost unseen. */
@OnDemo
class TwoWindowsTest extends Walk {

    private static final String WHY = "Why (for the audit trail)";

    @Test
    void theSecondOneSeesWhatTheFirstOneDidAndBothChangesStay() {
        try (Visitor bram = signIn("bram@demo");
                Visitor katrien = signIn("katrien@demo")) {
            Page mine = bram.open("team");
            String deal = change(mine, 0);
            Page theirs = katrien.open("team?q=" + deal);
            change(theirs, 0);

            theirs.locator("vaadin-dialog").getByLabel(WHY).fill("Agreed on the telephone");
            value(theirs, "4321");
            save(theirs);
            assertThat(theirs.locator(".kp-toast")).isVisible();

            value(mine, "1234");
            save(mine);
            Locator conflict = mine.locator("vaadin-dialog.kp-conflict");
            assertThat(conflict).containsText("Katrien");
            assertThat(conflict.locator("table")).containsText("4,321");
            assertThat(conflict.locator("table")).containsText("1,234");
            Assertions.assertThat(Axe.findings(mine)).isEmpty();

            conflict.locator("vaadin-button").getByText("Keep editing").click();
            assertThat(mine.getByLabel("Value")).hasValue("1,234");
            save(mine);
            mine.locator("vaadin-dialog.kp-conflict vaadin-button")
                    .getByText("Keep mine")
                    .click();
            assertThat(mine.locator(".kp-toast")).isVisible();

            Page now = bram.open("team?q=" + deal);
            assertThat(now.locator(".kp-deal").first()).containsText("1,234");
        }
    }

    /** Opens that deal to change and answers its number. */
    private static String change(Page page, int row) {
        Locator deal = page.locator(".kp-deal:has(vaadin-button)").nth(row);
        String about = deal.locator(".kp-quiet").first().textContent();
        deal.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Change"))
                .click();
        page.getByLabel(WHY).waitFor();
        return List.of(about.strip().split("\\s+")).getLast();
    }

    private static void value(Page page, String value) {
        page.getByLabel("Value").fill(value);
        page.getByLabel("Value").press("Tab");
    }

    private static void save(Page page) {
        page.locator("vaadin-dialog:not(.kp-conflict) vaadin-button")
                .getByText("Save", new Locator.GetByTextOptions().setExact(true))
                .click();
    }
}
