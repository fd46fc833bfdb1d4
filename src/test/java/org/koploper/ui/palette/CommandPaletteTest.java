package org.koploper.ui.palette;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command palette finds what the user may open, and nothing else. */
class CommandPaletteTest extends ScreenTest {

    private String customer;
    private String foreign;

    @BeforeEach
    void twoCustomers() {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        customer = "Palette Bakery " + scene.deal;
        foreign = "Palette Brewery " + scene.deal;
        for (long deal : new long[] {scene.deal, scene.sells(scene.cas, "700")}) {
            long id = deal * 1_000;
            jdbc.sql("insert into customers (id, external_id, name, version) values (?, ?, ?, 0)")
                    .params(id, "C" + id, deal == scene.deal ? customer : foreign)
                    .update();
            jdbc.sql("update deals set customer_id = ? where id = ?")
                    .params(id, deal)
                    .update();
        }
    }

    @Test
    void aRepFindsTheOwnDealsAndEveryCustomerButNoDealOfAnotherRep() {
        Browser browser = in(scene.asAn());

        assertThat(found(Scene.name(scene.deal))).hasSize(1);
        assertThat(found(Scene.name(scene.openDeal))).isEmpty();
        assertThat(found("Palette B")).contains(customer, foreign);
        assertThat(found("Cas Claes")).isEmpty();
        assertThat(found("Bo Baert")).isEmpty();
        choose(foreign, foreign);
        assertThat(browser.heading()).isEqualTo("Customers · " + foreign);
        assertThat(browser.text()).contains("No deals here");
    }

    @Test
    void aDealIsOpened() {
        Browser browser = in(scene.asAn());

        choose(Scene.name(scene.deal), found(Scene.name(scene.deal)).getFirst());
        assertThat(browser.address()).isEqualTo("deals?deal=" + Scene.name(scene.deal));
        assertThat(_find(Dialog.class))
                .extracting(dialog -> dialog.getClass().getSimpleName())
                .containsExactly("DealDialog");
    }

    @Test
    void aManagerFindsThePeopleBelowAndTheirDeals() {
        Browser browser = in(scene.asManager());

        assertThat(found("Cas Claes")).isEmpty();
        assertThat(found(Scene.name(scene.openDeal))).hasSize(1);
        choose(customer, customer);
        assertThat(browser.address()).startsWith("record/customers/");

        choose("An Anders", "An Anders");
        assertThat(browser.address()).isEqualTo("statements/" + scene.an);
        assertThat(_get(H1.class).getText()).contains("Statement");
    }

    @Test
    void financeFindsEverybody() {
        Browser browser = in(scene.as(Role.FINANCE));

        assertThat(found(Scene.name(scene.deal))).hasSize(1);
        assertThat(found(foreign)).isNotEmpty();
        choose("Cas Claes", "Cas Claes");
        // other tests have a person of that name, too
        PersonId found = new PersonId(Long.parseLong(browser.address().substring("statements/".length())));
        assertThat(Caller.asSystem(() -> context.getBean(Directory.class).person(found)))
                .map(PersonRef::name)
                .contains("Cas Claes");
    }

    @Test
    void humanResourcesFindPeopleButNoDealsAndAreNotLedToPay() {
        Browser browser = in(scene.as(Role.HR));

        assertThat(found(Scene.name(scene.deal))).isEmpty();
        assertThat(found(customer)).isEmpty();
        choose("Cas Claes", "Cas Claes");
        assertThat(browser.address()).doesNotContain("statements");
    }

    @Test
    void administrationIsLedToPeopleButNotToPay() {
        Browser browser = in(scene.as(Role.ADMIN));

        choose("Cas Claes", "Cas Claes");
        assertThat(browser.address()).doesNotContain("statements").contains("q=Cas");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void placesAndActionsAreThoseOfTheRole(Role role) {
        in(scene.as(role));

        assertThat(found("Import a file").isEmpty()).isEqualTo(role != Role.ADMIN);
        assertThat(found("New plan").isEmpty()).isEqualTo(role != Role.FINANCE);
        assertThat(found("Accounts").isEmpty()).isEqualTo(role != Role.ADMIN);
        assertThat(found("My team").isEmpty()).isEqualTo(role != Role.MANAGER);
        assertThat(found("Leaderboard")).isNotEmpty();
        assertThat(found("sign out")).hasSize(1);
        assertThat(found("copy LINK")).hasSize(1);
        assertThat(found("dark")).hasSize(1);
    }

    @Test
    void aNewPlanStartsFromThePalette() {
        Browser browser = in(scene.as(Role.FINANCE));

        choose("new plan", "New plan");

        assertThat(browser.address()).startsWith("plans");
        assertThat(browser.text()).contains("Name");
    }

    @Test
    void whatWasUsedLastIsOfferedAsFarAsItMayStillBeSeen() {
        in(scene.asAn());
        CommandPalette palette = open();

        palette.remembered("GO:LEADERBOARD\nPEOPLE:" + scene.cas + "\nDEALS:" + Scene.name(scene.openDeal) + "\nDEALS:"
                + Scene.name(scene.deal) + "\nPEOPLE:x\nnonsense");

        assertThat(lines()).hasSize(2).first().isEqualTo("Leaderboard");
        assertThat(lines().get(1)).contains(Scene.name(scene.deal));
    }

    @Test
    void atMostEightOfAKindAreShown() {
        for (int i = 0; i < 10; i++) {
            scene.call(scene.sells(scene.an, "1"), "Manifold number " + i);
        }
        in(scene.asAn());

        assertThat(found("manifold")).hasSize(CommandPalette.MOST);
    }

    @Test
    void theListNamesItsPartsForScreenReaders() {
        in(scene.asAn());
        found("month");

        Div list = _get(Div.class, spec -> spec.withId("kp-palette-list"));
        assertThat(list.getElement().getAttribute("role")).isEqualTo("listbox");
        assertThat(list.getElement().getAttribute("data-for")).isEqualTo("month");
        assertThat(_find(Div.class, spec -> spec.withClasses("kp-palette-option")))
                .allMatch(option -> "option".equals(option.getElement().getAttribute("role")));
    }

    private static CommandPalette open() {
        List<CommandPalette> open = _find(CommandPalette.class);
        if (open.isEmpty()) {
            _click(_get(Button.class, spec -> spec.withClasses("kp-search")));
            MockVaadin.clientRoundtrip(true);
        }
        return _get(CommandPalette.class);
    }

    private static List<String> found(String words) {
        open();
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Search or jump…")), words);
        return lines();
    }

    private static List<String> lines() {
        return _find(Div.class, spec -> spec.withClasses("kp-palette-option")).stream()
                .map(option -> ((Span) option.getComponentAt(0)).getText())
                .toList();
    }

    private static void choose(String words, String title) {
        found(words);
        Div option = _find(Div.class, spec -> spec.withClasses("kp-palette-option")).stream()
                .filter(line -> ((Span) line.getComponentAt(0)).getText().equals(title))
                .findFirst()
                .orElseThrow();
        _click(option);
        MockVaadin.clientRoundtrip(true);
    }
}
