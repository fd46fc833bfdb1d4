package org.koploper.ui.statement;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.ledger.MonthTotal;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
import org.koploper.ledger.StatementState;
import org.koploper.people.PersonRef;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;
import org.springframework.beans.factory.annotation.Autowired;

class StatementViewTest extends ScreenTest {

    @Autowired
    Clock clock;

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void repsSeeTheirOwnWithATotalThatIsTheSumOfItsLines() {
        Browser browser = in(scene.asAn());
        browser.open("statements");

        assertThat(browser.text()).contains("€660.00", "Scene plan");
        BigDecimal sum = lines().stream().map(StatementLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("660");
        assertThat(_find(ComboBox.class)).isEmpty();
    }

    @Test
    void everyLineOpensToBaseTimesRateDownToTheDeal() {
        Browser browser = in(scene.asAn());
        browser.open("statements/" + scene.an + "/" + scene.month + "?line=" + Scene.name(scene.deal));

        LineGrid grid = _get(LineGrid.class);
        assertThat(lines()).isNotEmpty().allSatisfy(line -> {
            if (line.deal() != null) {
                assertThat(grid.isDetailsVisible(line)).isTrue();
            }
        });
        StatementLine second = lines().stream()
                .filter(line -> line.rate().compareTo(new BigDecimal("0.08")) == 0)
                .findFirst()
                .orElseThrow();
        Explanation explanation = new Explanation(second);
        assertThat(explanation.sentence()).contains("€160.00", "€2,000.00", "8%");
        assertThat(explanation.tree().toString())
                .contains("deal " + Scene.name(scene.deal), "Scene plan v1, Commission, tier 2");
    }

    @Test
    void linesShowCentsAndOpenToTheExactAmount() {
        scene.sells(scene.an, "100.03");
        Browser browser = in(scene.asAn());
        browser.open("statements");

        StatementLine rounding =
                lines().stream().filter(line -> line.deal() == null).findFirst().orElseThrow();
        assertThat(rounding.amount().signum()).isNegative();
        assertThat(row(rounding)).contains("Rounding", "€0.00").doesNotContain("−\u2060€", "0.002");
        assertThat(new Explanation(rounding).tree().toString()).contains("0.0024");
        assertThat(browser.text()).contains("€668.00", "follows every change");
    }

    @Test
    void theTotalAtTheTopAndBelowTheLinesAreTheSameToTheCent() {
        scene.sells(scene.an, "100.03");
        Browser browser = in(scene.asAn());
        browser.open("statements");

        assertThat(lines().stream().map(StatementLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("668");
        assertThat(_find(Money.class, spec -> spec.withClasses("kp-figure")))
                .singleElement()
                .satisfies(total -> assertThat(total.getText()).isEqualTo("€668.00"));
        assertThat(_get(LineGrid.class).getColumns().stream()
                        .map(Grid.Column::getFooterComponent)
                        .filter(Objects::nonNull)
                        .map(footer -> footer.getElement().getTextRecursively()))
                .hasSize(2)
                .allSatisfy(footer -> assertThat(footer).endsWith("€668.00"));
        assertThat(_find(PartStrip.class)).as("one component is the total").isEmpty();
    }

    @Test
    void severalComponentsAreSummedUpInOneLook() {
        in(scene.asAn());
        PartStrip strip =
                new PartStrip(statement("30", line("New", 1, "20"), line("New", 2, "4.5"), line("Cross", 2, "5.5")));

        assertThat(strip.saysMoreThanTheTotal()).isTrue();
        assertThat(strip.getElement().getTextRecursively()).isEqualTo("New€24.50Cross€5.50Total€30.00");
    }

    private Statement statement(String total, StatementLine... lines) {
        return new Statement(
                new PersonRef(scene.an, "P", "An"),
                scene.month,
                EUR,
                StatementState.OPEN,
                new BigDecimal(total),
                List.of(lines),
                Instant.EPOCH,
                null,
                null,
                null,
                0,
                Map.of());
    }

    private StatementLine line(String component, int version, String amount) {
        return new StatementLine(
                version,
                component,
                "D",
                scene.month,
                BigDecimal.TEN,
                BigDecimal.ONE,
                new BigDecimal(amount),
                "",
                "Plan",
                version,
                EUR);
    }

    @Test
    void everyLineHasItsSentenceForWhoeverListensAndAllOpenAtOnce() {
        Browser browser = in(scene.asAn());
        browser.open("statements/" + scene.an + "/" + scene.month + "?line=all");

        assertThat(lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(_get(LineGrid.class).isDetailsVisible(line)).isTrue();
            assertThat(GridKt._getCellComponent(_get(LineGrid.class), lines().indexOf(line), LineGrid.WHY)
                            .getElement()
                            .getTextRecursively())
                    .contains(new Explanation(line).sentence());
        });
        _get(Checkbox.class, spec -> spec.withLabel("Open every line")).setValue(false);
        assertThat(lines()).noneMatch(line -> _get(LineGrid.class).isDetailsVisible(line));
    }

    @Test
    void aLinkToALineThatIsGoneSaysSo() {
        Browser browser = in(scene.asAn());
        browser.open("statements/" + scene.an + "/" + scene.month + "?line=D-none");

        assertThat(browser.text()).contains("not on this statement any more");
    }

    @Test
    void thePdfIsOneClickAway() {
        Browser browser = in(scene.asAn());
        browser.open("statements");

        Anchor pdf = _get(Anchor.class, spec -> spec.withText("PDF"));
        assertThat(pdf.getHref()).isEqualTo("statements/" + scene.an + "/" + scene.month + "/pdf?lang=en-GB");
        assertThat(pdf.isRouterIgnore()).isTrue();
    }

    @Test
    void dealsAreCalledByNameAndNumberByWhoeverMaySeeThem() {
        scene.call(scene.deal, "New heating");
        List<Supplier<Browser>> readers = List.of(scene::asAn, scene::asManager, () -> scene.as(Role.FINANCE));
        for (Supplier<Browser> reader : readers) {
            in(reader.get()).open("statements/" + scene.an + "/" + scene.month);
            assertThat(row(lines().getFirst())).contains("New heating · " + Scene.name(scene.deal));
            signOut();
        }
    }

    @Test
    void linesSayWhenTheirDealWasWonAndLeadToIt() {
        scene.call(scene.deal, "New heating");
        List<Supplier<Browser>> readers = List.of(scene::asAn, scene::asManager, () -> scene.as(Role.FINANCE));
        for (Supplier<Browser> reader : readers) {
            Browser browser = in(reader.get());
            browser.open("statements/" + scene.an + "/" + scene.month);
            assertThat(browser.text()).contains("An Anders · plan Scene plan, version 1 · team Scene");
            StatementLine line = lines().getFirst();
            assertThat(row(line)).contains(Formats.here().shortDate(LocalDate.now(clock)));
            Component why = _get(LineGrid.class).explanation(line);
            browser.open(_get(why, Anchor.class, spec -> spec.withText("Open deal " + Scene.name(scene.deal)))
                    .getHref());
            assertThat(browser.heading()).contains("New heating");
            signOut();
        }
    }

    @Test
    void linesStandInTheOrderInWhichTheirDealsWereWon() {
        String sold = Scene.name(scene.sells(scene.an, "100"));
        in(scene.asAn()).open("statements");

        assertThat(lines().stream()
                        .filter(line -> line.deal() != null)
                        .map(line -> sold.equals(line.deal()) ? scene.month.atDay(1) : LocalDate.now(clock)))
                .hasSizeGreaterThan(1)
                .isSorted();
    }

    @Test
    void nobodyReadsAForeignStatementByTypingItsAddress() {
        Browser browser = in(scene.asAn());
        for (PersonId foreign : List.of(scene.bo, scene.cas, scene.manager, new PersonId(999_999_999))) {
            browser.open("statements/" + foreign + "/" + scene.month);
            assertThat(browser.heading()).as("statement of " + foreign).isEqualTo("Not found");
        }
        for (String mistyped : List.of("statements/abc", "statements/" + scene.an + "/2026-13", "statements/-1")) {
            browser.open(mistyped);
            assertThat(browser.heading()).as(mistyped).isEqualTo("Not found");
        }
    }

    @Test
    void managersReadThoseBelowThemAndNobodyElse() {
        Browser browser = in(scene.asManager());
        browser.open("statements/" + scene.an + "/" + scene.month);
        assertThat(browser.text()).contains("An Anders", "€660.00");

        browser.open("statements/" + scene.cas + "/" + scene.month);
        assertThat(browser.heading()).isEqualTo("Not found");
    }

    @Test
    void financeReadsEverybody() {
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("statements/" + scene.cas + "/" + scene.month);

        assertThat(browser.text()).contains("Cas Claes", "No plan was assigned");
    }

    @Test
    void administrationAndHumanResourcesDoNot() {
        for (Role role : List.of(Role.ADMIN, Role.HR)) {
            Browser browser = in(scene.as(role));
            browser.open("statements/" + scene.an + "/" + scene.month);
            assertThat(browser.heading()).as(role.name()).isEqualTo("No access");
            assertThat(browser.text()).doesNotContain("660");
            signOut();
        }
    }

    @Test
    void componentsAddUpToThatWhichIsPaidAndTheAddressSaysWhatIsLookedAt() {
        scene.sells(scene.an, "100.03");
        Browser browser = in(scene.asAn());
        browser.open("statements/" + scene.an + "/" + scene.month + "?tab=components");

        // 12,100.03: 5 % of 10,000 and 8 % of 2,100.03, rounded once
        assertThat(_get(ComponentSums.class).getElement().getTextRecursively())
                .contains("Commission", "Scene plan, version 1", "€668.00");
    }

    @Test
    void theYearLeadsToEachMonthAndNamesWhatItCameTo() {
        Browser browser = in(scene.asAn());
        browser.open("statements/" + scene.an + "/" + scene.month + "?tab=year");

        assertThat(_get(YearCourse.class).getElement().getTextRecursively())
                .contains("Together: €660.00")
                .contains("January " + scene.month.getYear(), "A year before");
        assertThat(_find(
                        RouterLink.class,
                        spec -> spec.withPredicate(
                                link -> link.getHref().equals("statements/" + scene.an + "/" + scene.month))))
                .hasSize(1);
    }

    @Test
    void severalComponentsAreDrawnWithWhatIsTakenOffApart() {
        in(scene.asAn());
        Composition drawn = new Composition(statement(
                "281",
                line("Commission", 1, "300"),
                line("Clawback", 1, "-120"),
                line("Bonus", 1, "100"),
                line("Bonus", 2, "1")));

        assertThat(drawn.getElement().getOuterHTML())
                .contains("What the components come to, in EUR: ", "Clawback −\u2060€120.00; Bonus €101.00 (");
        assertThat(new Composition(statement("300", line("Commission", 1, "300"))).getChildren())
                .isEmpty();
    }

    @Test
    void theYearIsDrawnWithWhatItSaysAndItsTableStaysClosedByTheAddress() {
        Browser browser = in(scene.asAn());
        browser.open("statements/" + scene.an + "/" + scene.month + "?tab=year&table=off");

        String year = _get(YearCourse.class).getElement().getOuterHTML();
        assertThat(year)
                .contains(
                        "role=\"img\"", "€660.00 up to " + Formats.of(Locale.UK).month(scene.month))
                .contains("most in " + Formats.of(Locale.UK).monthOfYear(scene.month.getMonth()) + " (€660.00)");
        assertThat(_find(NativeTable.class)).isEmpty();
    }

    @Test
    void monthsPaidInSeveralCurrenciesHaveATableAndNoCommonAxis() {
        in(scene.asAn());
        List<MonthTotal> months = new ArrayList<>();
        List<MonthTotal> before = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            months.add(new MonthTotal(
                    YearMonth.of(2026, i), BigDecimal.TEN, Currency.getInstance(i % 2 == 0 ? "EUR" : "USD")));
            before.add(new MonthTotal(YearMonth.of(2025, i), BigDecimal.ZERO, Currency.getInstance("EUR")));
        }
        YearCourse course = new YearCourse(scene.an, months, before, false, open -> {});

        assertThat(course.getChildren()).noneMatch(Chart.class::isInstance).anyMatch(NativeTable.class::isInstance);
        assertThat(course.getElement().getTextRecursively()).contains("US$60.00 + €60.00");
    }

    @Test
    void changesSayWhatWasAddedAndWhatLedToIt() {
        scene.sells(scene.an, "100");
        Browser browser = in(scene.asAn());
        browser.open("statements/" + scene.an + "/" + scene.month + "?tab=changes");

        assertThat(_get(ChangeList.class).getElement().getTextRecursively())
                .contains("added,", "changed, 0 taken back", "from€500.00→to€")
                .contains(Scene.name(scene.deal), ": added", "a deal or credit note arrived or changed")
                .doesNotContain("sales-changed");
    }

    @Test
    void anotherTabIsChosenByClickingAndAMistypedOneShowsTheLines() {
        Browser browser = in(scene.asAn());
        browser.open("statements/" + scene.an + "/" + scene.month + "?tab=nonsense");
        assertThat(lines()).isNotEmpty();

        _get(StatementTabs.class).setSelectedIndex(1);
        assertThat(_find(ComponentSums.class)).hasSize(1);
    }

    /** All that is written in the columns of a line. */
    @SuppressWarnings("unchecked")
    private static String row(StatementLine line) {
        Grid<StatementLine> grid = _get(LineGrid.class);
        return String.join(" ", GridKt._getFormattedRow(grid, lines().indexOf(line)));
    }

    @SuppressWarnings("unchecked")
    private static List<StatementLine> lines() {
        return (List<StatementLine>) GridKt._findAll((Grid<StatementLine>) _get(LineGrid.class));
    }
}
