package org.koploper.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.ui.Browser;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.webhook.WebhookEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator adds a webhook, sees what became of its deliveries, and takes it away. */
@OnHsqldb
class WebhooksViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private Browser browser;
    private String name;

    @BeforeEach
    void open() {
        long id = ids.next();
        name = "hook-" + id;
        jdbc.sql("insert into persons (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(id, name, name)
                .update();
        browser = Browser.signedIn(context, new PersonId(id), name, Role.ADMIN);
        browser.open("admin/webhooks");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @SuppressWarnings("unchecked")
    private void add(String url) {
        _click(_get(Button.class, spec -> spec.withText("New webhook")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), name);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Address")), url);
        _setValue(_get(CheckboxGroup.class), Set.of(WebhookEvent.DEAL_WON));
        _click(_get(Button.class, spec -> spec.withText("Add it")));
    }

    private List<Long> made() {
        return jdbc.sql("select id from webhooks where name = :name")
                .param("name", name)
                .query(Long.class)
                .list();
    }

    @Test
    void anAddressThatIsNotTakenIsSaidAtItsFieldAndNothingTypedIsLost() {
        add("http://crm.example.com/");

        TextField url = _get(TextField.class, spec -> spec.withLabel("Address"));
        assertThat(url.isInvalid()).isTrue();
        assertThat(url.getErrorMessage()).startsWith("The address has to begin with https://");
        assertThat(made()).isEmpty();
    }

    @Test
    void itsSecretIsShownOnceAndATestStandsAmongItsDeliveries() {
        add("https://crm.example.com/koploper");
        String secret = _get(TextField.class, spec -> spec.withLabel("Secret")).getValue();
        assertThat(secret).startsWith("whsec_");
        long id = made().getFirst();

        _click(_get(
                Button.class,
                spec -> spec.withText(
                        context.getBean(I18NProvider.class).getTranslation("secret.close", java.util.Locale.ENGLISH))));
        browser.open("admin/webhooks/" + id);
        _assertNone(TextField.class, spec -> spec.withLabel("Secret"));
        _click(_get(Button.class, spec -> spec.withText("Send a test")));

        assertThat(jdbc.sql("select event from webhook_deliveries where webhook_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("webhook.test");
        _click(_get(Button.class, spec -> spec.withText("Switch off")));
        _get(Span.class, spec -> spec.withText("Off"));
        _click(_get(Button.class, spec -> spec.withText("Remove")));
        _click(_get(
                _get(ConfirmWithReason.class),
                Button.class,
                spec -> spec.withPredicate(button -> button.getThemeNames().contains("primary"))));
        assertThat(made()).isEmpty();
    }

    @Test
    void somebodyElseDoesNotComeHere() {
        browser.close();
        browser = Browser.signedIn(context, new PersonId(ids.next()), name, Role.FINANCE);
        browser.open("admin/webhooks");
        _assertNone(Button.class, spec -> spec.withText("New webhook"));
    }
}
