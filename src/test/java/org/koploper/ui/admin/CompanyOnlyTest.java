package org.koploper.ui.admin;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItemBase;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.ui.Browser;
import org.koploper.ui.kit.SecretDialog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What the screens say of passwords where only administrators have one. */
@OnHsqldb
@TestPropertySource(
        properties = {
            "koploper.sign-in.passwords=false",
            "spring.security.oauth2.client.registration.google.client-id=koploper"
        })
class CompanyOnlyTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private Browser browser;
    private String mark;

    @BeforeEach
    void name() {
        mark = "Only" + ids.next();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void accessIsGivenWithoutAPasswordNobodyCanUse() {
        PersonId person = person(mark);
        signIn(Role.ADMIN);
        browser.open("accounts?q=" + mark);

        _click(action());
        assertThat(_find(Paragraph.class))
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Only administrators sign in with a password here."));
        clickIn("Give access");

        _assertNone(SecretDialog.class);
        assertThat(Caller.asSystem(() -> accounts.of(person))).isPresent();
        _click(action());
        assertThat(_find(Button.class, spec -> spec.withText("New one-time password")))
                .isEmpty();
    }

    @Test
    void anAdministratorGetsAPasswordAllTheSame() {
        person(mark);
        signIn(Role.ADMIN);
        browser.open("accounts?q=" + mark);

        _click(action());
        _get(RoleChoice.class).setValue(EnumSet.of(Role.ADMIN));
        clickIn("Give access");

        assertThat(_find(SecretDialog.class)).hasSize(1);
        clickIn("I have noted it");
        _click(action());
        assertThat(_find(Button.class, spec -> spec.withText("New one-time password")))
                .hasSize(1);
    }

    @Test
    void whoHasNoPasswordIsOfferedNoneToChange() {
        signIn(Role.REP);
        assertThat(ownMenu()).contains("Where I am signed in").doesNotContain("Change password");
        browser.open("account/password");
        assertThat(browser.text()).contains("a password does not let you in here");
        _assertNone(PasswordField.class);
        browser.close();

        signIn(Role.ADMIN);
        assertThat(ownMenu()).contains("Change password");
        browser.open("account/password");
        assertThat(_find(PasswordField.class)).hasSize(3);
    }

    private static List<String> ownMenu() {
        return _get(MenuBar.class).getItems().getFirst().getSubMenu().getItems().stream()
                .map(MenuItemBase::getText)
                .toList();
    }

    private static Button action() {
        return (Button) _getCellComponent(_get(Grid.class), 0, "action");
    }

    private static void clickIn(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
        com.github.mvysny.kaributesting.v10.MockVaadin.clientRoundtrip(true);
    }

    private void signIn(Role role) {
        PersonId self = person("Self of " + ids.next());
        Caller.asSystem(() -> accounts.open(self, "self-" + self, "a long enough password", false, Set.of(role)));
        browser = Browser.signedIn(context, self, "Self", role);
    }

    private PersonId person(String name) {
        PersonId person = new PersonId(ids.next());
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(person.value(), name + person, name)
                .update();
        return person;
    }
}
