package org.koploper.ui.statement;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
import org.koploper.ledger.Statements;
import org.koploper.sales.DealDesk;
import org.koploper.testing.SalesSample;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.DealTitles;
import org.koploper.ui.kit.Formats;
import org.springframework.beans.factory.annotation.Autowired;

/** The chips of a reason lead to where its sources are seen, and are plain text for who does not see them there. */
class SourcesTest extends ScreenTest {

    @Autowired
    private Clock clock;

    @Autowired
    private Sources sources;

    @Autowired
    private Statements statements;

    @Autowired
    private DealDesk desk;

    @Test
    void whoMayReadThePlanIsLedToItsVersionAndWhoMayNotReadsItsName() {
        for (Supplier<Browser> reader : List.<Supplier<Browser>>of(scene::asManager, () -> scene.as(Role.FINANCE))) {
            Browser browser = in(reader.get());
            Map<String, String> chips = chips(browser);
            String plan = chips.get("plan Scene plan v1, Commission, tier 1");
            assertThat(plan).startsWith("plans/").endsWith("?version=1&part=Commission");
            browser.open(plan);
            assertThat(browser.heading()).isEqualTo("Scene plan");
            signOut();
        }
        Browser rep = in(scene.asAn());
        assertThat(chips(rep)).doesNotContainKey("plan Scene plan v1, Commission, tier 1");
        assertThat(rep.text()).contains("Scene plan");
    }

    @Test
    void dealsSharesAndMonthsLeadToTheirPagesForTheRepToo() {
        Browser browser = in(scene.asAn());
        Map<String, String> chips = chips(browser);

        String deal = "record/deals/" + Scene.name(scene.deal);
        assertThat(chips)
                .containsEntry("deal " + Scene.name(scene.deal), deal)
                .containsEntry("split of " + Scene.name(scene.deal), deal);
        browser.open(deal);
        assertThat(browser.heading()).contains(Scene.name(scene.deal));
        Sources.Links links = links();
        String month = "statements/" + scene.an + "/" + scene.month;
        assertThat(links.to("month:" + scene.month)).isEqualTo(month);
        assertThat(links.to("closed:" + scene.month)).isEqualTo(month);
        assertThat(links.to("window:" + scene.month)).isEqualTo(month);
        assertThat(links.to("window:2026")).isEqualTo("statements/" + scene.an + "/2026-12?tab=year");
    }

    @Test
    void aQuotaLeadsToTheTargetsOfThePersonForWhoSeesThem() {
        for (Supplier<Browser> reader :
                List.<Supplier<Browser>>of(scene::asAn, scene::asManager, () -> scene.as(Role.FINANCE))) {
            Browser browser = in(reader.get());
            String address = links().to("quota:" + scene.month);
            assertThat(address).isEqualTo("records/targets?person=" + new SalesSample(context).externalId(scene.an));
            browser.open(address);
            assertThat(browser.heading()).isEqualTo("Targets");
            signOut();
        }
    }

    @Test
    void ratesAndInvoicesLeadSomewhereOnlyWhereThereAreSomeToSee() {
        SalesSample sample = new SalesSample(context);
        sample.invoice(scene.deal, "12000", "2026-11-10");
        in(scene.as(Role.FINANCE));
        assertThat(links().to("payments:" + Scene.name(scene.deal)))
                .isEqualTo("records/invoices?deal=" + Scene.name(scene.deal));
        signOut();
        in(scene.asAn());
        Sources.Links links = links();
        assertThat(links.to("rate:USD-EUR 2026-11-03"))
                .as("a rep reads no rates")
                .isNull();
        assertThat(links.to("rate:USD-EUR Scene plan")).isNull();
        assertThat(links.to("payments:D-unknown")).isNull();
        assertThat(links.to("deal:D-unknown")).isNull();
        assertThat(links.to("score:NPS")).isNull();
        assertThat(links.to("currency:USD")).isNull();
        assertThat(links.to("window:")).isNull();
        assertThat(links.to("nonsense")).isNull();
    }

    @Test
    void creditNotesCarryTheirOwnDayAndLeadToTheirDeal() {
        scene.call(scene.deal, "New heating");
        scene.takesBack(scene.an, scene.deal, "150");
        Browser browser = in(scene.asAn());
        browser.open("statements/" + scene.an + "/" + scene.month);

        Statement statement = statement();
        DealTitles titles = DealTitles.of(statement.credits(), desk);
        StatementLine note = statement.lines().stream()
                .filter(line -> line.amount().signum() < 0 && line.deal() != null)
                .findFirst()
                .orElseThrow();
        LocalDate today = LocalDate.now(clock);
        assertThat(titles.dayOf(note.deal())).isEqualTo(today);
        assertThat(_get(LineGrid.class).explanation(note).getElement().getTextRecursively())
                .contains("credit note of " + Formats.of(java.util.Locale.UK).date(today));
        assertThat(_find(_get(LineGrid.class).explanation(note), Anchor.class))
                .extracting(Anchor::getHref)
                .contains("record/deals/" + Scene.name(scene.deal));
    }

    /** The text of each chip that leads somewhere, and where to. */
    private Map<String, String> chips(Browser browser) {
        browser.open("statements/" + scene.an + "/" + scene.month);
        Div all = new Div();
        statement().lines().forEach(line -> all.add(_get(LineGrid.class).explanation(line)));
        assertThat(_find(all, Span.class, spec -> spec.withClasses("kp-explain-result")))
                .isNotEmpty();
        return _find(all, Anchor.class, spec -> spec.withClasses("kp-chip")).stream()
                .collect(Collectors.toMap(Anchor::getText, Anchor::getHref, (one, other) -> one));
    }

    private Sources.Links links() {
        Statement statement = statement();
        return sources.of(statement, DealTitles.of(statement.credits(), desk));
    }

    private Statement statement() {
        assertThat(Caller.now().system()).isFalse();
        return statements.of(scene.an, scene.month);
    }
}
