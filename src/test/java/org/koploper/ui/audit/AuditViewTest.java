package org.koploper.ui.audit;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koploper.access.RequestId;
import org.koploper.access.Role;
import org.koploper.sales.DealDesk;
import org.koploper.testing.As;
import org.koploper.testing.InRequest;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.list.Exported;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail on the screen: in words, narrowed by the address, opened field by field. */
class AuditViewTest extends ScreenTest {

    @Autowired
    private DealDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RequestId requests;

    private void win() {
        As.named(scene.manager, "Mia Manager", Set.of(Role.MANAGER), () -> {
            desk.win(Scene.name(scene.openDeal), scene.month.atDay(1), new BigDecimal("4321"), 0);
            return true;
        });
    }

    @Test
    void whatSomebodyDidIsFoundByTheAddressAndOpensFieldByField() {
        win();
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/audit?who=" + scene.manager + "&action=deal.won&kind=deal&q=" + Scene.name(scene.openDeal));

        assertThat(_size(_get(Grid.class))).isEqualTo(1);
        long id = jdbc.sql("select id from audit_records where action = 'deal.won' and object_ref = ?")
                .param(Scene.name(scene.openDeal))
                .query(Long.class)
                .single();
        browser.open("admin/audit?action=deal.won&entry=" + id);
        assertThat(_get(AuditDialog.class).getHeaderTitle()).isEqualTo("Won a deal");
        assertThat(browser.text()).contains("Stage from Quoted → to Won", "to 4,321", "Mia Manager");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref))
                .contains("record/deals/" + Scene.name(scene.openDeal));
        _click(_get(Button.class, spec -> spec.withText("Close")));
        assertThat(browser.address()).isEqualTo("admin/audit?action=deal.won");
    }

    @Test
    void theReferenceOfAFailureFindsWhatWasDoneInItsRequestAndFromWhere() {
        String request = InRequest.from("203.0.113.77", requests, this::win);
        long id = jdbc.sql("select id from audit_records where action = 'deal.won' and request_id = ?")
                .param(request)
                .query(Long.class)
                .single();
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/audit?request=%20" + request.toUpperCase(Locale.ROOT));
        assertThat(_size(_get(Grid.class))).isPositive();
        assertThat(Exported.csv()).contains(",Reference,Network", "," + request + ",203.0.113.…");
        browser.open("admin/audit?entry=" + id);
        assertThat(browser.text()).contains(request, "203.0.113.…").doesNotContain("203.0.113.77");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains("admin/audit?request=" + request);
        signOut();

        browser = in(scene.as(Role.FINANCE));
        browser.open("admin/audit?entry=" + id);
        assertThat(browser.text()).contains(request).doesNotContain("203.0.113");
        browser.open("admin/audit?request=" + request);
        assertThat(Exported.csv()).contains(request).doesNotContain("Network");
        browser.open("admin/audit?request=00000000-none");
        assertThat(_size(_get(Grid.class))).isZero();
    }

    @Test
    void administrationIsToldThatPayIsWithheldAndFinanceReadsIt() {
        long id = jdbc.sql("select max(id) from audit_records where action = 'plan.version-added'")
                .query(Long.class)
                .single();
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/audit?entry=" + id);
        assertThat(browser.text()).contains("shown to finance only").doesNotContain("0.08");
        signOut();

        browser = in(scene.as(Role.FINANCE));
        browser.open("admin/audit?entry=" + id);
        assertThat(browser.text()).contains("0.08");
    }

    @Test
    void theLedgerIsCheckedAndStaysKnownAsInOrder() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/audit");
        _click(_get(Button.class, spec -> spec.withText("Check now")));
        assertThat(browser.text()).contains("Ledger in order");
        signOut();

        browser = in(scene.as(Role.FINANCE));
        browser.open("admin/audit?action=ledger.verified");
        assertThat(browser.text()).contains("Ledger in order", "by ADMIN");
    }

    @Test
    void humanResourcesHaveNoLedgerAndRepsNoTrail() {
        Browser browser = in(scene.as(Role.HR));
        browser.open("admin/audit");
        _assertNone(Button.class, spec -> spec.withText("Check now"));
        signOut();

        browser = in(scene.asAn());
        browser.open("admin/audit");
        assertThat(browser.heading()).isEqualTo("No access");
    }

    @Test
    void anAddressThatCannotBeReadNarrowsNothing() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/audit?who=x&action=unheard&kind=nothing&days=yesterday..&entry=mine");
        assertThat(_size(_get(Grid.class))).isPositive();
        _assertNone(AuditDialog.class);
    }
}
