package org.koploper.ui.privacy;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.PersonRef;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.ConfirmWithReason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept about people, on the screens. */
class DataViewTest extends ScreenTest {

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REP", "MANAGER", "HR"})
    void othersAreToldThatTheyHaveNoAccess(Role role) {
        Browser browser = in(scene.as(role));
        browser.open("admin/data");
        assertThat(browser.heading()).isEqualTo("No access");
    }

    @Test
    void everybodySeesTheOwnDataWithPayAndHowLongThingsAreKept() {
        Browser browser = in(scene.asAn());
        browser.open("account/data");

        assertThat(browser.heading()).isEqualTo("My data");
        assertThat(browser.text())
                .contains("Everything, your pay included", "Lines of statements", "Deals, owned or shared")
                .contains("Notices and their mails", "90 days", "koploper.undo-days", "30 days", "7 days")
                .doesNotContain("data.");
        assertThat(_get(FileLink.class).getHref()).isNotBlank();
    }

    @Test
    void administrationSeesNoPayAndFinanceNothingElse() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/data?person=P" + scene.an);
        assertThat(browser.text())
                .contains("Without pay", "Deals, owned or shared: 1", "Erase An Anders")
                .contains("The person is still here");
        _assertNone(Button.class, spec -> spec.withText("Erase for ever"));
        signOut();

        browser = in(scene.as(Role.FINANCE));
        browser.open("admin/data?person=P" + scene.an);
        assertThat(browser.text())
                .contains("Pay and nothing else", "Lines of statements")
                .doesNotContain("Erase An Anders", "Deals, owned or shared");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theChosenPersonIsInTheAddress() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/data");
        ComboBox<PersonRef> choice = _get(ComboBox.class);
        PersonRef bo = choice.getListDataView()
                .getItems()
                .filter(person -> person.id().equals(scene.bo))
                .findFirst()
                .orElseThrow();

        _setValue(choice, bo);

        assertThat(browser.address()).isEqualTo("admin/data?person=P" + scene.bo);
        assertThat(browser.text()).contains("What is kept about Bo Baert");
    }

    @Test
    void whoLeftIsErasedAfterTheNameIsTypedAndAReasonGiven() {
        PersonId gone = scene.joins("Gust Gone", "900");
        jdbc.sql("update memberships set to_day = date '2025-12-31' where person_id = :person")
                .param("person", gone.value())
                .update();
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/data?person=P" + gone);
        assertThat(browser.text()).contains("Gets another name", "Stays", "Deals, owned or shared: 1");

        _click(_get(Button.class, spec -> spec.withText("Erase for ever")));
        submit();
        assertThat(field("Why").isInvalid()).isTrue();
        assertThat(name(gone)).isEqualTo("Gust Gone");
        _setValue(field("Why"), "asked for it");
        _setValue(field("Type"), "gust GONE");
        submit();

        _assertNone(ConfirmWithReason.class);
        assertThat(name(gone)).matches("Former colleague \\d+");
        assertThat(browser.address()).matches("admin/data\\?person=former-\\d+");
        assertThat(browser.text()).contains("This person is erased").doesNotContain("Gust Gone");
    }

    private TextField field(String label) {
        return _find(_get(ConfirmWithReason.class), TextField.class).stream()
                .filter(field -> field.getLabel().toLowerCase(Locale.ROOT).startsWith(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    private static void submit() {
        _click(_get(_get(ConfirmWithReason.class), Button.class, spec -> spec.withText("Erase for ever")));
    }

    private String name(PersonId person) {
        return jdbc.sql("select name from persons where id = :person")
                .param("person", person.value())
                .query(String.class)
                .single();
    }
}
