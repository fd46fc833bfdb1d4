package org.koploper.ui.admin;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail on the screen: what is missing to send any, and what did not leave. */
class MailViewTest extends ScreenTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Test
    void whereMailIsNotSetUpTheScreenSaysWhatIsMissing() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/mail");
        assertThat(browser.text()).contains("No mail leaves", "not set", "spring.mail.host");
        _assertNone(Button.class, spec -> spec.withText("Send a test"));
    }

    @Test
    void whatWasGivenUpSaysWhyAndCanBeTriedAgain() {
        jdbc.sql("update notices set mailed_at = null").update();
        jdbc.sql("insert into notices (id, person_id, kind, sentence, args, subject, origin, pieces, noticed_at,"
                        + " mail_state, mail_after, mail_tries, mailed_at, mail_fault)"
                        + " values (?, ?, 'DEAL', 'deal-won', '[\"Secret deal\"]', 'x', ?, 1, ?, 'FAILED', ?, 12, ?,"
                        + " 'SIGN_IN_REFUSED')")
                .params(
                        ids.next(),
                        scene.an.value(),
                        "o" + ids.next(),
                        LocalDateTime.now(),
                        LocalDateTime.now(),
                        LocalDateTime.now())
                .update();
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/mail?way=given-up");

        assertThat(_size(_get(Grid.class))).isEqualTo(1);
        assertThat(browser.text()).doesNotContain("Secret deal");
        browser.open("admin/mail?way=sent");
        assertThat(_size(_get(Grid.class))).isZero();
    }
}
