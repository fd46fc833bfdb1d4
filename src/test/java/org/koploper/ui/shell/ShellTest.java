package org.koploper.ui.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.ui.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The frame: its menu, its settings, its refusals. */
@OnHsqldb
class ShellTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private Browser browser;

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theMenuOffersOnlyWhatTheRoleMayOpen() {
        browser = open(false, Role.REP);

        assertThat(_find(SideNavItem.class))
                .extracting(SideNavItem::getPath)
                .doesNotContain("import", "accounts", "plans", "team");
    }

    @Test
    void whoHasNoRoleIsToldWhomToAsk() {
        browser = open(false);

        assertThat(browser.heading()).isEqualTo("Welcome");
        assertThat(browser.text()).contains("Ask your administrator");
    }

    @Test
    void anAddressThatDoesNotExistIsNotFound() {
        browser = open(false, Role.REP);

        browser.open("no/such/place");

        assertThat(browser.shown()).isInstanceOf(NotFoundPage.class);
        assertThat(_get(H1.class).getText()).isEqualTo("Not found");
    }

    @Test
    void whoeverGotAPasswordFromSomebodyElseChangesItFirst() {
        browser = open(true, Role.REP);

        assertThat(browser.address()).isEqualTo("account/password");
        browser.open("leaderboard");
        assertThat(browser.address()).isEqualTo("account/password");

        fill(PASSWORD, "another long sentence", "another long sentence");
        assertThat(browser.address()).isNotEqualTo("account/password");
        assertThat(accounts.preferences().mustChangePassword()).isFalse();
    }

    @Test
    void aPasswordIsRefusedWithTheReasonAtItsField() {
        browser = open(false, Role.REP);
        browser.open("account/password");

        assertThat(fill("wrong", "another long sentence", "another long sentence")
                        .get(0)
                        .getErrorMessage())
                .isEqualTo("This is not your current password.");
        assertThat(fill(PASSWORD, "short", "short").get(1).getErrorMessage()).contains("at least 12");
        assertThat(fill(PASSWORD, "x".repeat(129), "x".repeat(129)).get(1).getErrorMessage())
                .contains("at most 128");
        assertThat(fill(PASSWORD, PASSWORD, PASSWORD).get(1).getErrorMessage()).contains("Choose another");
        assertThat(fill(PASSWORD, "another long sentence", "another long sentense")
                        .get(2)
                        .getErrorMessage())
                .contains("differ");
    }

    @Test
    void aPasswordIsMeasuredInWordsWhileItIsTyped() {
        browser = open(false, Role.REP);
        browser.open("account/password");
        PasswordField wanted = _find(PasswordField.class).get(1);

        _setValue(wanted, "short");
        assertThat(browser.text()).contains("Too short yet: 7 more.");
        _setValue(wanted, "password1234");
        assertThat(browser.text()).contains("Weak: quickly guessed");
        _setValue(wanted, "fiets lamp zeewier mosterd");
        assertThat(browser.text()).contains("Very good");
        assertThat(fill(PASSWORD, "koploper2026!", "koploper2026!").get(1).getErrorMessage())
                .contains("too easy to guess");
    }

    @Test
    void whosePasswordWasResetIsToldByWhom() {
        PersonId person = person(false, Role.REP);
        browser = Browser.signedIn(context, person(false, Role.ADMIN), "Mohamed Admin", Role.ADMIN);
        accounts.resetPassword(person, null);
        browser.close();

        browser = Browser.signedIn(context, person, "Ann Peeters", Role.REP);
        assertThat(browser.text()).contains("Your password was reset by Mohamed Admin on ");
        accounts.changeOwnPassword("wrong", "wrong");

        browser.open("account/sessions");
        assertThat(browser.heading()).isEqualTo("Change password");
    }

    @Test
    void whatHappenedToTheAccountIsShownToItsOwner() {
        browser = open(false, Role.REP);

        browser.open("account/sessions");

        assertThat(browser.heading()).isEqualTo("Where you are signed in");
        assertThat(browser.text()).contains("Access was given", "Koploper");
    }

    @Test
    void theLanguageKeptWithTheAccountIsSpoken() {
        PersonId person = person(false, Role.REP);
        browser = Browser.signedIn(context, person, "Ann Peeters", Role.REP);
        accounts.prefer("nl-BE", "dark");
        browser.close();

        browser = Browser.signedIn(context, person, "Ann Peeters", Role.REP);
        browser.open("account/password");

        assertThat(UI.getCurrent().getLocale().toLanguageTag()).isEqualTo("nl-BE");
        assertThat(_get(H1.class).getText()).isEqualTo("Wachtwoord wijzigen");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleHasAPlaceToStart(Role role) {
        browser = open(false, role);

        assertThat(browser.shown())
                .isInstanceOf(Screen.class)
                .isNotInstanceOfAny(NotFoundPage.class, NoPermissionPage.class);
        assertThat(browser.heading()).isNotBlank();
    }

    private List<PasswordField> fill(String current, String wanted, String again) {
        List<PasswordField> fields = _find(PasswordField.class);
        _setValue(fields.get(0), current);
        _setValue(fields.get(1), wanted);
        _setValue(fields.get(2), again);
        _click(_get(Button.class, spec -> spec.withText("Change password")));
        return fields;
    }

    private Browser open(boolean mustChange, Role... roles) {
        return Browser.signedIn(context, person(mustChange, roles), "Ann Peeters", roles);
    }

    private PersonId person(boolean mustChange, Role... roles) {
        PersonId person = new PersonId(ids.next());
        jdbc.sql(
                        "insert into persons (id, external_id, name, country, version) values (:id, :ref, 'Ann Peeters', 'BE', 0)")
                .param("id", person.value())
                .param("ref", "shell-" + person)
                .update();
        Set<Role> set = roles.length == 0 ? Set.of() : EnumSet.of(roles[0], roles);
        Caller.asSystem(() -> accounts.open(person, "shell-" + person, PASSWORD, mustChange, set));
        return person;
    }
}
