package org.koploper.ui.admin;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.AccountList.Access;
import org.koploper.people.AccountList.Listed;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.ui.Browser;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.SecretDialog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administration of accounts on its screen. */
@OnHsqldb
class AccountsViewTest {

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
        mark = "View" + ids.next();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void othersAreToldThatTheyHaveNoAccess(Role role) {
        signIn(role);

        for (String address : new String[] {"accounts", "tokens"}) {
            browser.open(address);
            assertThat(browser.heading()).isEqualTo("No access");
            assertThat(_find(SideNavItem.class))
                    .extracting(SideNavItem::getPath)
                    .doesNotContain(address);
        }
    }

    @Test
    void accessIsGivenWithTheEMailAddressAsTheProposedName() {
        PersonId person = person(mark, mark + "@Example.com");
        signIn(Role.ADMIN);
        browser.open("accounts?q=" + mark);

        _click(action(0));
        assertThat(_get(TextField.class, spec -> spec.withLabel("Signs in as")).getValue())
                .isEqualTo(mark.toLowerCase(java.util.Locale.ROOT) + "@example.com");
        _get(RoleChoice.class).setValue(EnumSet.of(Role.MANAGER));
        clickIn("Give access");
        _assertNone(SecretDialog.class);
        assertThat(_get(WhyField.class).getErrorMessage()).startsWith("Say why");
        _setValue(_get(WhyField.class), "leads the team from today");
        clickIn("Give access");

        TextField secret = _get(TextField.class, spec -> spec.withLabel("One-time password"));
        assertThat(secret.getValue()).matches("[a-z2-9-]{19}");
        assertThat(summary(person).roles()).containsExactly(Role.MANAGER);
        clickIn("I have noted it");
        _assertNone(SecretDialog.class);
        assertThat(action(0).getText()).isEqualTo("Change");
    }

    @Test
    void aNameThatIsTakenIsRefusedAtItsField() {
        PersonId other = person("Other", null);
        Caller.asSystem(() -> accounts.open(other, mark + "-x", "a long enough password", false, Set.of()));
        person(mark, null);
        signIn(Role.ADMIN);
        browser.open("accounts?q=" + mark + "&access=none");

        _click(action(0));
        TextField name = _get(TextField.class, spec -> spec.withLabel("Signs in as"));
        _setValue(name, mark + "-X");
        clickIn("Give access");

        assertThat(name.getErrorMessage()).contains("Somebody else signs in with this name");
        assertThat(_find(OpenAccountDialog.class)).hasSize(1);
    }

    @Test
    void rolesAreChangedAndTheChangeCanBeUndone() {
        PersonId person = account(Role.REP);
        signIn(Role.ADMIN);
        browser.open("accounts?q=" + mark);

        _click(action(0));
        _get(RoleChoice.class).setValue(EnumSet.of(Role.REP, Role.FINANCE));
        clickIn("Save");
        assertThat(summary(person).roles()).containsExactly(Role.REP);
        _setValue(_get(WhyField.class), "replaces Els");
        clickIn("Save");
        assertThat(summary(person).roles()).containsExactlyInAnyOrder(Role.REP, Role.FINANCE);

        clickIn("Undo");
        assertThat(summary(person).roles()).containsExactly(Role.REP);
    }

    @Test
    void accessIsBlockedAndGivenAgain() {
        PersonId person = account(Role.REP);
        signIn(Role.ADMIN);
        browser.open("accounts?q=" + mark);

        _click(action(0));
        clickIn("Block access");
        assertThat(summary(person).enabled()).isFalse();
        _click(action(0));
        clickIn("Allow access again");
        assertThat(summary(person).enabled()).isTrue();
    }

    @Test
    void aNewPasswordIsMadeAfterAQuestionAndShownOnce() {
        account(Role.REP);
        signIn(Role.ADMIN);
        browser.open("accounts?q=" + mark);

        _click(action(0));
        clickIn("New one-time password");
        confirm();

        assertThat(_get(TextField.class, spec -> spec.withLabel("One-time password"))
                        .getValue())
                .isNotBlank();
    }

    @Test
    void theNewPasswordOfSomebodyWhoSeesThePayOfOthersNeedsAReason() {
        account(Role.FINANCE);
        signIn(Role.ADMIN);
        browser.open("accounts?q=" + mark);

        _click(action(0));
        clickIn("New one-time password");
        confirm();
        _assertNone(SecretDialog.class);

        _setValue(_get(_get(ConfirmWithReason.class), TextField.class, spec -> {}), "asked for by telephone");
        confirm();
        assertThat(_find(SecretDialog.class)).hasSize(1);
    }

    @Test
    void rolesThatSomebodyElseGaveMeanwhileStayWhereOneKeepsTheOwnChange() {
        PersonId person = account(Role.REP);
        signIn(Role.ADMIN);
        browser.open("accounts?q=" + mark);
        _click(action(0));
        _setValue(_get(RoleChoice.class), Set.of(Role.REP, Role.ADMIN));
        Caller.asSystem(
                () -> context.getBean(Accounts.class).give(person, Set.of(Role.REP), Set.of(Role.REP, Role.HR), null));
        clickIn("Save");

        assertThat(_get(ConflictDialog.class).getElement().getTextRecursively())
                .contains("changed it at", "Human resources", "Administrator");
        _click(_get(Button.class, spec -> spec.withText("Keep mine")));
        assertThat(summary(person).roles()).containsExactlyInAnyOrder(Role.REP, Role.HR, Role.ADMIN);
    }

    private static void confirm() {
        _click(_get(
                _get(ConfirmWithReason.class),
                Button.class,
                spec -> spec.withPredicate(button -> button.getThemeNames().contains("primary"))));
    }

    @Test
    void theSearchIsInTheAddressAndCanBeClearedWhereNothingIsFound() {
        account(Role.REP);
        signIn(Role.ADMIN);
        browser.open("accounts?q=" + mark + "&access=enabled");
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(_get(Select.class, spec -> spec.withLabel("Access")).getValue())
                .isEqualTo(Optional.of(Access.ENABLED));

        browser.open("accounts?q=nobody-" + mark);
        assertThat(_size(grid())).isZero();
        assertThat(browser.text()).contains("0 found");

        clickIn("Clear filters");
        assertThat(browser.address()).isEqualTo("accounts");
        assertThat(_get(TextField.class).getValue()).isEmpty();
        assertThat(_size(grid())).isPositive();
    }

    private Button action(int row) {
        return (Button) _getCellComponent(grid(), row, "action");
    }

    @SuppressWarnings("unchecked")
    private static Grid<Listed> grid() {
        return _get(Grid.class);
    }

    private static void clickIn(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
        com.github.mvysny.kaributesting.v10.MockVaadin.clientRoundtrip(true);
    }

    private Accounts.Summary summary(PersonId person) {
        return Caller.asSystem(() -> accounts.of(person).orElseThrow());
    }

    private void signIn(Role role) {
        PersonId self = person("Self of " + ids.next(), null);
        Caller.asSystem(() -> accounts.open(self, "self-" + self, "a long enough password", false, EnumSet.of(role)));
        browser = Browser.signedIn(context, self, "Self", role);
    }

    private PersonId account(Role role) {
        PersonId person = person(mark, null);
        Caller.asSystem(() -> accounts.open(person, mark + "-x", "a long enough password", false, EnumSet.of(role)));
        return person;
    }

    private PersonId person(String name, String email) {
        PersonId person = new PersonId(ids.next());
        jdbc.sql("insert into persons (id, external_id, name, email, country, version)"
                        + " values (:id, :ref, :name, :email, 'BE', 0)")
                .param("id", person.value())
                .param("ref", "view-" + person)
                .param("name", name)
                .param("email", email)
                .update();
        return person;
    }
}
