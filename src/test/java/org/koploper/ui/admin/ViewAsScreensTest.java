package org.koploper.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.OnlyLooking;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.notice.Notices;
import org.koploper.testing.As;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.palette.PaletteItem;
import org.koploper.welcome.FirstSteps;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator looks as somebody else: how that begins, and what the screens show and leave alone meanwhile. */
class ViewAsScreensTest extends ScreenTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Notices notices;

    @Autowired
    private FirstSteps steps;

    @Autowired
    private ViewAsFound found;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void itBeginsInTheAccountAfterTheReasonAndNotWithoutOne() {
        account(scene.an, "an", Role.REP);
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("accounts?q=an-" + scene.an);
        _click(change());
        _click(_get(Button.class, spec -> spec.withText("View as An Anders")));
        MockVaadin.clientRoundtrip(true);

        assertThat(browser.text())
                .contains("An Anders is told, with your reason")
                .contains("after 30 minutes");
        Button confirm = _get(Button.class, spec -> spec.withText("Start looking"));
        _click(confirm);
        assertThat(started()).isEmpty();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Reason")), "She cannot find her deals");
        _click(confirm);

        assertThat(started()).containsExactly("She cannot find her deals");
    }

    private List<String> started() {
        return jdbc.sql("select reason from audit_records where action = 'account.view-started' and object_ref = ?")
                .param(scene.an.toString())
                .query(String.class)
                .list();
    }

    @Test
    void theOwnAccountOffersNoSuchThingAndABlockedOneNeither() {
        account(scene.bo, "bo", Role.REP);
        Caller.asSystem(() -> accounts.enable(scene.bo, false));
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("accounts?q=bo-" + scene.bo);
        _click(change());

        _assertNone(Button.class, spec -> spec.withText("View as Bo Baert"));
    }

    @Test
    void whereItWouldBeRefusedItIsNotOfferedAndSaidWhy() {
        account(scene.an, "an", Role.FINANCE, Role.REP);
        account(scene.bo, "bo", Role.ADMIN);
        Browser browser = in(scene.as(Role.ADMIN));

        browser.open("accounts?q=an-" + scene.an);
        _click(change());
        _assertNone(Button.class, spec -> spec.withText("View as An Anders"));
        assertThat(browser.text()).contains("Only somebody in finance can look as another in finance.");
        assertThat(titles("view as an-" + scene.an)).isEmpty();
        signOut();

        browser = in(scene.as(Role.ADMIN));
        browser.open("accounts?q=bo-" + scene.bo);
        _click(change());
        _assertNone(Button.class, spec -> spec.withText("View as Bo Baert"));
        assertThat(browser.text()).contains("no role besides administration");
        assertThat(titles("view as bo-" + scene.bo)).isEmpty();
    }

    @Test
    void thePaletteOffersItToAdministratorsByItsOwnWordsAndAName() {
        account(scene.an, "an", Role.REP);
        Browser browser = in(scene.as(Role.ADMIN));
        assertThat(browser.heading()).isNotEmpty();
        assertThat(titles("view as an-" + scene.an)).containsExactly("View as An Anders");
        assertThat(titles("VIEW an-" + scene.an)).containsExactly("View as An Anders");
        assertThat(titles("an-" + scene.an)).isEmpty();
        signOut();

        in(scene.asManager());
        assertThat(titles("view as an-" + scene.an)).isEmpty();
    }

    @Test
    void payIsExplainedAwayOnEveryScreenOfARepAndTheRestIsThere() {
        Browser browser = in(looking(scene.an, "An Anders", Role.REP));

        browser.open("my/month");
        assertThat(browser.text())
                .contains("You are looking as An Anders. Nothing can be changed, and pay stays hidden.")
                .contains("Stop looking")
                .contains("Pay is hidden while you look as somebody else.")
                .contains("12,000")
                .doesNotContain("660")
                .doesNotContain("could not be shown");
        browser.open("statements");
        assertThat(browser.text()).contains("Pay is hidden while").doesNotContain("660");
        browser.open("statements/" + scene.bo);
        assertThat(browser.text()).contains("Pay is hidden while");
    }

    @Test
    void payIsExplainedAwayOnEveryScreenOfAManagerToo() {
        Browser browser = in(looking(scene.manager, "Mia Manager", Role.MANAGER));

        browser.open("team");
        assertThat(browser.text())
                .contains("An Anders")
                .contains("12,000")
                .contains("Hidden")
                .contains("Pay is hidden while you look as somebody else.")
                .doesNotContain("660")
                .doesNotContain("could not be shown");
        browser.open("plans");
        assertThat(browser.text()).contains("Pay is hidden while").doesNotContain("Scene plan");
    }

    @Test
    void financeWhoAdministersSeesWhatThePersonSees() {
        CurrentUser viewer = new CurrentUser(new PersonId(1), "Both", Set.of(Role.ADMIN, Role.FINANCE), false);
        Browser browser =
                in(Browser.signedIn(context, new CurrentUser(scene.an, "An Anders", Set.of(Role.REP), false, viewer)));

        browser.open("my/month");
        assertThat(browser.text())
                .contains("You are looking as An Anders. Nothing can be changed.")
                .contains("660")
                .doesNotContain("Pay is hidden");
    }

    @Test
    void everyPlaceOfThePersonOpensAndLeavesNoTrace() {
        account(scene.an, "an", Role.REP);
        jdbc.sql("insert into notices (id, person_id, kind, sentence, args, subject, origin, pieces, noticed_at,"
                        + " mail_state, mail_after, mail_tries) values (?, ?, 'SECURITY', 'security-roles', '[]', '', 'x', 1,"
                        + " timestamp '2026-01-01 00:00:00', 'NONE', timestamp '2026-01-01 00:00:00', 0)")
                .params(scene.an.value(), scene.an.value())
                .update();
        long before = traces();
        Browser browser = in(looking(scene.an, "An Anders", Role.values()));
        for (String address : List.of(
                "my/month",
                "statements",
                "team",
                "deals",
                "leaderboard",
                "quick",
                "effort",
                "records",
                "teams",
                "plans",
                "admin",
                "admin/audit",
                "notices",
                "notices/" + scene.an,
                "account/notices",
                "account/sessions",
                "account/password",
                "account/data",
                "first-steps",
                "records/customers",
                "records/deals")) {
            browser.open(address);
            assertThat(browser.text())
                    .as(address)
                    .contains("You are looking as An Anders")
                    .doesNotContain("went wrong");
            assertThat(browser.heading()).as(address).isNotEqualTo("Something went wrong");
        }
        for (String address : List.of("accounts", "import", "tokens", "admin/health", "admin/mail")) {
            browser.open(address);
            assertThat(browser.heading()).as(address).isEqualTo("No access");
        }
        signOut();

        assertThat(traces()).isEqualTo(before);
        assertThat(As.user(scene.an, Set.of(Role.REP), () -> notices.bell(1)).unread())
                .isEqualTo(1);
        assertThat(As.user(scene.an, Set.of(Role.REP), steps::own).lines())
                .filteredOn(line -> line.step().byVisit())
                .noneMatch(FirstSteps.Line::done);
    }

    @Test
    void whatCannotBeKeptMeanwhileIsNotTickedInTheOwnMenu() {
        account(scene.an, "an", Role.REP);
        Browser browser = in(looking(scene.an, "An Anders", Role.REP));
        browser.open("my/month");
        List<MenuItem> choices = items(_get(MenuBar.class).getItems().getFirst())
                .filter(MenuItem::isCheckable)
                .toList();
        List<Boolean> ticks = choices.stream().map(MenuItem::isChecked).toList();
        assertThat(choices).hasSizeGreaterThan(6);

        for (MenuItem choice : choices) {
            // as the browser's click does before anybody listens
            choice.setChecked(!choice.isChecked());
            assertThatThrownBy(() -> ComponentUtil.fireEvent(choice, new ClickEvent<>(choice)))
                    .as(choice.getText())
                    .isInstanceOf(OnlyLooking.class);
            assertThat(choices.stream().map(MenuItem::isChecked))
                    .as(choice.getText())
                    .isEqualTo(ticks);
        }
    }

    private static Stream<MenuItem> items(MenuItem menu) {
        return menu.getSubMenu().getItems().stream().flatMap(item -> Stream.concat(Stream.of(item), items(item)));
    }

    private static Button change() {
        return (Button) GridKt._getCellComponent(_get(Grid.class), 0, "action");
    }

    private long traces() {
        return jdbc.sql("select count(*) from audit_records").query(Long.class).single();
    }

    private List<String> titles(String words) {
        return found.find(words, 8).stream().map(PaletteItem::title).toList();
    }

    private Browser looking(PersonId person, String name, Role... roles) {
        CurrentUser viewer = new CurrentUser(new PersonId(1), "Mohamed", Set.of(Role.ADMIN), false);
        Set<Role> held = EnumSet.copyOf(List.of(roles));
        return Browser.signedIn(context, new CurrentUser(person, name, held, false, viewer));
    }

    private void account(PersonId person, String name, Role... roles) {
        Caller.asSystem(
                () -> accounts.open(person, name + "-" + person, "a password for this test", false, Set.of(roles)));
    }
}
