package org.koploper.ui.statement;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.RouterLink;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.ledger.PayMonth;
import org.koploper.ledger.PeriodClose;
import org.koploper.testing.SalesSample;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A statement whose month is closed, and the one after it that corrects it. */
@TestPropertySource(properties = "koploper.test=periods-view")
class FinalStatementTest extends ScreenTest {

    @Autowired
    private PeriodClose close;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aFinalStatementSaysSinceWhenAndUntilWhenToPayAndTheNextOneCorrectsIt() {
        YearMonth month = next();
        SalesSample sales = new SalesSample(context);
        long deal = sales.won(scene.an, "1000", month.atDay(3).toString());
        sales.changed(scene.an, month.atDay(3).toString());
        PayMonth closed = Caller.asSystem(() -> close.close(month, totals(month)));

        Browser browser = in(scene.asAn());
        browser.open("statements/" + scene.an + "/" + month);
        assertThat(browser.text())
                .contains("Final", "locked", "version 1", "to be paid by", "€50.00")
                .doesNotContain("Provisional", "Corrected later on");
        assertThat(closed.closing()).isNotNull();

        jdbc.sql("update deals set deal_value = 1200 where id = ?").param(deal).update();
        sales.changed(scene.an, month.atDay(3).toString());

        browser.open("statements/" + scene.an + "/" + month);
        assertThat(browser.text())
                .contains("€50.00", "Corrected later on", "€10.00")
                .doesNotContain("€60.00");
        browser.open("statements/" + scene.an + "/" + month + "?tab=documents");
        assertThat(_get(DocumentList.class).getElement().getTextRecursively())
                .contains("Version 1", "Final", "€50.00", "Published", "SHA-256", "PDF of version 1")
                .doesNotContain("Version 2");
        browser.open("statements/" + scene.an + "/" + month);
        RouterLink to = _find(RouterLink.class).stream()
                .filter(link -> link.getHref().endsWith(month.plusMonths(1).toString()))
                .findFirst()
                .orElseThrow();
        browser.open(to.getHref() + "?line=" + Scene.name(deal));
        assertThat(browser.text()).contains("Provisional", "€10.00");
        LineGrid grid = _get(LineGrid.class);
        assertThat(grid.getListDataView().getItems().toList()).singleElement().satisfies(line -> {
            assertThat(line.amount()).isEqualByComparingTo("10");
            assertThat(new Explanation(line).sentence()).contains("€60.00 instead of €50.00");
            assertThat(grid.isDetailsVisible(line)).isTrue();
        });
    }

    @Test
    void twoVersionsAreComparedLineByLine() {
        YearMonth month = next();
        SalesSample sales = new SalesSample(context);
        String day = month.atDay(3).toString();
        long first = sales.won(scene.an, "1000", day);
        sales.changed(scene.an, day);
        jdbc.sql("update deals set deal_value = 1200 where id = ?").param(first).update();
        sales.won(scene.an, "100", day);
        sales.changed(scene.an, day);
        sales.cancel(first, day);
        sales.changed(scene.an, day);
        Browser browser = in(scene.asAn());

        browser.open("statements/" + scene.an + "/" + month + "?tab=changes&compare=1..2");

        assertThat(browser.text()).contains("Version 3", "Version 1");
        NativeTable table = _get(VersionCompare.class)
                .getChildren()
                .flatMap(part -> part.getChildren())
                .filter(NativeTable.class::isInstance)
                .map(NativeTable.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(table.getElement().getTextRecursively()).contains("Changed€50.00€60.00", "Added€5.00");

        @SuppressWarnings("unchecked")
        Select<Integer> from = _find(Select.class).stream()
                .filter(select -> "From".equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
        _setValue(from, 2);
        assertThat(browser.text()).contains("The two versions say the same");
    }

    private YearMonth next() {
        return Caller.asSystem(() -> close.months()).stream()
                .filter(one -> one.state() == PayMonth.State.CLOSABLE)
                .map(PayMonth::month)
                .findFirst()
                .orElse(scene.month.minusMonths(10));
    }

    private Map<java.util.Currency, java.math.BigDecimal> totals(YearMonth month) {
        return close.months().stream()
                .filter(one -> one.month().equals(month))
                .findFirst()
                .orElseThrow()
                .totals();
    }
}
