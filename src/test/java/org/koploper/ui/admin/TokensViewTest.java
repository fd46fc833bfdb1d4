package org.koploper.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Scope;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.ui.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A token reaches everybody only when that was chosen, never because a field stayed empty. */
@OnHsqldb
class TokensViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private Browser browser;
    private String name;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void openTheDialogAndFillInAllButForWhom() {
        long id = ids.next();
        name = "token-" + id;
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(id, name, name)
                .update();
        browser = Browser.signedIn(context, new PersonId(id), name, Role.ADMIN);
        browser.open("tokens");
        _click(_get(Button.class, spec -> spec.withText("New token")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), name);
        _setValue(_get(CheckboxGroup.class), Set.of(Scope.BOARDS));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void withoutAnAnswerNoTokenIsIssued() {
        issue();

        assertThat(_get(RadioButtonGroup.class).isInvalid()).isTrue();
        assertThat(issued()).isZero();
    }

    @Test
    @SuppressWarnings("unchecked")
    void forOnePersonThePersonHasToBePicked() {
        _setValue(_get(RadioButtonGroup.class), "person");
        issue();

        assertThat(_get(ComboBox.class).isInvalid()).isTrue();
        assertThat(issued()).isZero();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theWholeOrganisationIsAChoiceOfItsOwn() {
        _setValue(_get(RadioButtonGroup.class), "organisation");
        issue();

        assertThat(issued()).isOne();
    }

    private void issue() {
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(button -> button.getThemeNames().contains("primary")
                        && !button.getText().equals("New token"))));
    }

    private long issued() {
        return jdbc.sql("select count(*) from api_tokens where name = :name and person_id is null")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
