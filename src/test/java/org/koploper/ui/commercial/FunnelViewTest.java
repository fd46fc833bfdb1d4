package org.koploper.ui.commercial;

import static com.github.mvysny.kaributesting.v10.GridKt._fetch;
import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.kpi.SourceFunnel;
import org.koploper.storage.Ids;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.list.ExportMenu;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where leads come from and what becomes of them, on a screen for marketing and for sales. */
class FunnelViewTest extends ScreenTest {

    private JdbcClient jdbc;
    private Ids ids;
    private SalesSample sample;

    @BeforeEach
    void tools() {
        jdbc = context.getBean(JdbcClient.class);
        ids = context.getBean(Ids.class);
        sample = new SalesSample(context);
    }

    @Test
    void everySourceStandsWithItsCountsItsMoneyAndItsLeak() {
        leads("fair", 60, 30);
        leads("web", 60, 6);
        leads("radio", 3, 1);
        cost("fair", "1500");
        Browser browser = in(scene.asManager());
        browser.open(address());

        assertThat(browser.text())
                .contains("Leads", "Qualified", "Appointments", "Quotes", "Sales", "30.1% (37 of 123)")
                .contains("web: at “Qualified leads” 10.0% (6 of 60) go on, 49.2% (31 of 63) of all other sources.");
        assertThat(row("fair")).contains("60", "50.0% (30 of 60)", "37.7% – 62.3%", "1,500.00", "50.00");
        assertThat(row("web")).contains("10.0% (6 of 60)");
        assertThat(row("radio")).as("of three no percentage").contains("1 of 3", "Too little data");
        assertThat(_find(ExportMenu.class)).isNotEmpty();
    }

    @Test
    void bothAudiencesReadTheSame() {
        leads("fair", 60, 30);
        Browser manager = in(scene.asManager());
        manager.open(address());
        String read = row("fair");
        signOut();

        Browser seller = in(scene.asBo());
        seller.open(address());

        assertThat(row("fair")).isEqualTo(read);
    }

    @Test
    void theTableIsSortedByTheAddress() {
        leads("fair", 10, 1);
        leads("web", 20, 15);
        Browser browser = in(scene.asManager());

        browser.open(address());
        assertThat(sources()).containsExactly("web", "fair");
        browser.open(address() + "&sort=sales");
        assertThat(sources()).containsExactly("fair", "web");
    }

    @Test
    void withoutLeadsItSaysSo() {
        Browser browser = in(scene.asManager());
        browser.open(address());

        assertThat(browser.text()).contains("No leads in this period");
    }

    @Test
    void theCommercialDashboardLeadsThere() {
        Browser browser = in(scene.asManager());
        browser.open("commercial?p=2021-Q2");

        assertThat(_find(Anchor.class, spec -> spec.withText("The same by the source of the lead")))
                .extracting(Anchor::getHref)
                .as("of the organisation, whose numbers both read")
                .containsExactly("funnel?p=2021-Q2");
    }

    @Test
    void manySourcesAreReadAsOftenAsOne() {
        leads("fair", 10, 1);
        int few = statements();
        IntStream.range(0, 30).forEach(i -> leads("source " + i, 2, 1));

        assertThat(statements()).isEqualTo(few);
    }

    private int statements() {
        Browser browser = in(scene.asManager());
        browser.open(address());
        browser.open("records");
        int statements = Statements.of(() -> browser.open(address()));
        signOut();
        return statements;
    }

    private String address() {
        return "funnel?p=2021-Q2&team=T" + scene.team.value();
    }

    @SuppressWarnings("unchecked")
    private static Grid<SourceFunnel> grid() {
        return _get(Grid.class);
    }

    private static List<String> sources() {
        return _fetch(grid(), 0, 50).stream().map(SourceFunnel::source).toList();
    }

    /** Everything that stands in the row of that source. */
    private static String row(String source) {
        int row = sources().indexOf(source);
        StringBuilder text = new StringBuilder();
        grid().getColumns()
                .forEach(column -> text.append(_getCellComponent(grid(), row, Objects.requireNonNull(column.getKey()))
                                .getElement()
                                .getTextRecursively())
                        .append(' '));
        return text.toString();
    }

    private void leads(String source, int many, int sold) {
        for (int i = 0; i < many; i++) {
            long id = ids.next();
            jdbc.sql("insert into leads (id, external_id, owner_id, source, created_on, status, version)"
                            + " values (?, ?, ?, ?, ?, ?, 0)")
                    .params(
                            id,
                            "L" + id,
                            scene.an.value(),
                            source,
                            LocalDate.of(2021, 5, 2),
                            i < sold ? "CONVERTED" : "NEW")
                    .update();
        }
    }

    private void cost(String source, String amount) {
        long id = ids.next();
        jdbc.sql(
                        "insert into costs (id, external_id, kind, from_day, to_day, amount, currency, team_id, source, version)"
                                + " values (?, ?, 'EVENTS', ?, ?, ?, ?, ?, ?, 0)")
                .params(
                        id,
                        "K" + id,
                        LocalDate.of(2021, 5, 1),
                        LocalDate.of(2021, 5, 31),
                        new BigDecimal(amount),
                        sample.home(),
                        scene.team.value(),
                        source)
                .update();
    }
}
