package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.sales.QuestionDesk;
import org.koploper.testing.As;
import org.koploper.testing.OnDemo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rep asks a customer, who answers on a phone, in Dutch and without scripts; the rep reads it. */
@OnDemo
class CustomerAnswersWalkTest extends Walk {

    private static final int PHONE = 390;
    private static final int SMALLEST = 320;

    /** What is less than 44 pixels high and can be hit; of the links to the other language less than 24. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('label.choice, button, nav a')]
                .filter(one => one.getBoundingClientRect().height < (one.matches('nav a') ? 24 : 44))
                .map(one => one.outerHTML)""";

    @Autowired
    QuestionDesk desk;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRepAsksACustomerWhoAnswersOnAPhoneWithoutScripts() {
        try (Visitor an = signIn("an@demo")) {
            String deal = unasked();
            Page page = an.open("record/deals/" + deal);
            page.getByText("Ask the customer how satisfied they are").first().click();
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Make a link"))
                    .click();
            String link = page.getByLabel("Link", new Page.GetByLabelOptions().setExact(true))
                    .inputValue();

            answer(link);

            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("I have noted it"))
                    .click();
            page = an.open("questions?state=answered&sort=-answeredOn");
            page.locator("vaadin-grid a[href*='survey-answers-customer']")
                    .first()
                    .click();
            assertThat(page.getByLabel("What the customer wrote")).hasValue("Vlot geleverd.");
        }
    }

    private void answer(String link) {
        try (BrowserContext phone = chromium.browser()
                .newContext(new NewContextOptions()
                        .setLocale("nl-BE")
                        .setJavaScriptEnabled(false)
                        .setViewportSize(PHONE, 844))) {
            Page page = phone.newPage();
            page.navigate(link);
            assertThat(page.locator("h1")).hasText("Hoe deden we het?");
            assertThat(page.locator("#readers + p")).containsText("niet anoniem");
            // by keyboard alone: Tab into a group, arrows inside it
            page.getByLabel("1 zeer ontevreden").focus();
            page.keyboard().press("Space");
            for (int i = 0; i < 4; i++) {
                page.keyboard().press("ArrowDown");
            }
            assertThat(page.getByLabel("5 zeer tevreden")).isChecked();
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            page.getByLabel("Wat was goed").fill("Vlot geleverd.");
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Verstuur antwoord"))
                    .click();
            assertThat(page.locator("h1")).hasText("Bedankt voor uw antwoord");
            page.goBack();
            page.reload();
            assertThat(page.locator("h1")).hasText("Bedankt voor uw antwoord");
            assertThat(page.locator("form")).hasCount(0);
            assertThat(phone.cookies()).isEmpty();
        }
    }

    @Test
    void axeFindsNothingOnAnyFaceOfThePageAndItFitsTheSmallestPhone() {
        String path = As.user(an().id(), Set.of(Role.REP), () -> desk.ask(customerOf(unasked()), null))
                .path();
        List<String> findings = new ArrayList<>();
        for (String language : List.of("nl-BE", "en-GB")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                try (Visitor visitor = Visitor.anonymous(chromium, port, language, SMALLEST)) {
                    visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    look(visitor, path.substring(1), findings);
                    visitor.page().locator("button[type=submit]").click();
                    assertThat(visitor.page().locator("#problem")).isFocused();
                    findings.addAll(Axe.findings(visitor.page()));
                    look(visitor, "a/nothing", findings);
                }
            }
        }

        assertThat(findings).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static void look(Visitor visitor, String path, List<String> findings) {
        Page page = visitor.page();
        page.navigate(visitor.address("/" + path));
        findings.addAll(Axe.findings(page));
        findings.addAll((List<String>) page.evaluate(SMALL));
        if (!(boolean) page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth")) {
            findings.add(path + " scrolls sideways");
        }
    }

    private PersonRef an() {
        return Caller.asSystem(() -> directory.personByExternalId("P-101")).orElseThrow();
    }

    /** A deal that An won from a customer whom nobody asked lately. */
    private String unasked() {
        return jdbc.sql("select min(d.external_id) from deals d where d.stage = 'WON' and d.owner_id = ? and not exists"
                        + " (select 1 from customer_questions q where q.customer_id = d.customer_id)")
                .param(an().id().value())
                .query(String.class)
                .single();
    }

    private String customerOf(String deal) {
        return jdbc.sql("select c.external_id from customers c join deals d on d.customer_id = c.id"
                        + " where d.external_id = ?")
                .param(deal)
                .query(String.class)
                .single();
    }
}
