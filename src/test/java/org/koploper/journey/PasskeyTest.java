package org.koploper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.testing.OnDemo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A passkey in a browser with a device of its own: added, used, removed. */
@OnDemo
class PasskeyTest extends Walk {

    private static final String PASSWORD = "koploper-demo";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    /** A passkey is good for one address, which therefore has to be known before the start. */
    @DynamicPropertySource
    static void address(DynamicPropertyRegistry settings) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            settings.add("server.port", () -> port);
            settings.add("koploper.base-url", () -> "http://localhost:" + port);
        }
    }

    @Test
    void isAddedSignsInIsRemovedAndIsRefused() {
        List<String> complaints = new ArrayList<>();
        try (Visitor bram = signIn("bram@demo")) {
            Page page = bram.page();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            Device device = new Device(page);
            bram.open("account/passkeys");
            assertThat(page.locator("main")).containsText("You have no passkey yet.");
            add(bram, "wrong");
            assertThat(page.getByText("This is not your current password")).isVisible();
            page.getByLabel("Current password").fill(PASSWORD);
            page.keyboard().press("Enter");
            assertThat(item(page)).containsText("never used");
            Assertions.assertThat(Axe.findings(page)).isEmpty();

            // one of these on one device is enough
            add(bram, PASSWORD);
            assertThat(page.getByText("This device already has a passkey")).isVisible();
            button(page, "Cancel").click();

            signOut(bram);
            page.navigate(bram.address("/sign-in?continue=%2Fteam%3Fp%3D2026-10"));
            Assertions.assertThat(Axe.findings(page)).isEmpty();
            String before = session(page);
            List<Request> sent = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains("/sign-in/passkey?")) {
                    sent.add(request);
                }
            });
            button(page, "Sign in with a passkey").click();
            assertThat(page).hasURL(Pattern.compile("/team\\?p=2026-10$"));
            Assertions.assertThat(session(page)).isNotEqualTo(before);

            // what was sent once is worth nothing a second time
            signOut(bram);
            page.navigate(bram.address("/sign-in"));
            Object again = page.evaluate(
                    "body => fetch('sign-in/passkey', {method: 'POST', body, headers: {'Content-Type':"
                            + " 'application/json', 'X-CSRF-TOKEN': document.querySelector('[name=_csrf]').value}})"
                            + ".then(answer => answer.text())",
                    sent.getFirst().postData());
            Assertions.assertThat(again).isEqualTo("{\"goOn\":\"/sign-in?passkey\"}");

            // a device that cannot tell who is there is none
            device.knowsItsOwner(false);
            button(page, "Sign in with a passkey").click();
            assertThat(page.getByText("No passkey came")).isVisible();
            device.knowsItsOwner(true);
            button(page, "Sign in with a passkey").click();
            page.waitForSelector("vaadin-app-layout");

            bram.open("account/passkeys");
            assertThat(item(page)).containsText("last used");
            item(page).locator("vaadin-button").click();
            page.getByRole(AriaRole.ALERTDIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))
                    .click();
            assertThat(page.getByText("You have no passkey yet.")).isVisible();
            assertThat(item(page)).isHidden();
            bram.open("account/sessions");
            assertThat(page.locator("main")).containsText("A passkey was removed");
            bram.open("notices");
            assertThat(page.locator("main")).containsText("A passkey was added to your account");

            signOut(bram);
            page.navigate(bram.address("/sign-in"));
            button(page, "Sign in with a passkey").click();
            assertThat(page).hasURL(Pattern.compile("/sign-in\\?passkey$"));
            assertThat(page.locator("[role=alert]")).containsText("That passkey does not let you in here");
            Assertions.assertThat(Axe.findings(page)).isEmpty();
        }
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void aBlockedAccountIsRefusedAndALostRoleEndsWhatAPasskeyBegan() {
        try (Visitor lotte = signIn("lotte@demo")) {
            Page page = lotte.page();
            new Device(page);
            lotte.open("account/passkeys");
            add(lotte, PASSWORD);
            assertThat(item(page)).hasCount(1);
            signOut(lotte);
            PersonId person = new PersonId(jdbc.sql("select person_id from accounts where username = 'lotte@demo'")
                    .query(Long.class)
                    .single());

            page.navigate(lotte.address("/sign-in"));
            button(page, "Sign in with a passkey").click();
            page.waitForSelector("vaadin-app-layout");
            Caller.asSystem(() -> accounts.give(person, Set.of(Role.REP), Set.of(Role.REP, Role.HR), null));
            page.navigate(lotte.address("/my/month"));
            assertThat(page).hasURL(Pattern.compile("/sign-in\\?continue=%2Fmy%2Fmonth$"));

            Caller.asSystem(() -> accounts.enable(person, false));
            button(page, "Sign in with a passkey").click();
            assertThat(page).hasURL(Pattern.compile("/sign-in\\?passkey&continue=%2Fmy%2Fmonth$"));
        }
    }

    private static void add(Visitor visitor, String password) {
        Page page = visitor.page();
        button(page, "Add a passkey").click();
        page.getByLabel("Current password").fill(password);
        button(page, "Go on").click();
        visitor.settle();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator item(Page page) {
        return page.locator(".kp-sessions li");
    }

    /** Leaves the page first, which would go to sign in by itself as soon as it asks for something. */
    private static void signOut(Visitor visitor) {
        visitor.page().navigate("about:blank");
        visitor.page().context().clearCookies();
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("KOPLOPER"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }

    /** What keeps passkeys, as part of the machine that the browser runs on. */
    private static final class Device {

        private final CDPSession browser;
        private final String id;

        Device(Page page) {
            browser = page.context().newCDPSession(page);
            browser.send("WebAuthn.enable");
            JsonObject kind = new JsonObject();
            kind.addProperty("protocol", "ctap2");
            kind.addProperty("transport", "internal");
            kind.addProperty("hasResidentKey", true);
            kind.addProperty("hasUserVerification", true);
            kind.addProperty("isUserVerified", true);
            kind.addProperty("automaticPresenceSimulation", true);
            JsonObject options = new JsonObject();
            options.add("options", kind);
            id = browser.send("WebAuthn.addVirtualAuthenticator", options)
                    .get("authenticatorId")
                    .getAsString();
        }

        void knowsItsOwner(boolean knows) {
            JsonObject how = new JsonObject();
            how.addProperty("authenticatorId", id);
            how.addProperty("isUserVerified", knows);
            browser.send("WebAuthn.setUserVerified", how);
        }
    }
}
