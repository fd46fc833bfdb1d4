package org.koploper.ui.statement;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.router.RouterLink;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.storage.Ids;
import org.koploper.testing.SalesSample;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.Formats;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing earned is explained too, by the reasons of the engine. */
class ZeroStatementTest extends ScreenTest {

    @Autowired
    private Plans plans;

    @Autowired
    private Ids ids;

    @Test
    void aMonthWithoutADealSaysSoAndOpensTheTreeOfItsZero() {
        scene.pays(scene.bo);
        Browser browser = in(scene.asBo());
        browser.open("statements");

        String month = Formats.of(Locale.UK).month(scene.month);
        assertThat(browser.text())
                .contains("No commission in " + month, "Nothing was credited", "Commission", "Why?")
                .contains("Nothing credited in " + month);
        NativeDetails why = _get(NativeDetails.class);
        assertThat(why.isOpen()).isFalse();

        browser.open("statements/" + scene.bo + "/" + scene.month + "?why=on");
        assertThat(_get(NativeDetails.class).isOpen()).isTrue();
    }

    @Test
    void aMonthWithoutAPlanHasWordsAndNoTree() {
        Browser browser = in(scene.asManager());
        browser.open("statements/" + scene.bo + "/" + scene.month);

        assertThat(browser.text()).contains("No commission in ", "No plan was assigned", "Ask ");
        assertThat(_find(NativeDetails.class)).isEmpty();
    }

    @Test
    void aComponentThatPaysNothingSaysWhyWithItsPlanOneClickAway() {
        PlanRef plan = plan("""
                {"components": [{"name": "Commission", "flat": {"rate": "0.05"}},
                  {"name": "Volume", "flat": {"rate": "0.02"},
                   "gates": [{"when": {"at_least": "5", "of": "deals", "over": "month"}}]},
                  {"name": "Solar", "where": {"product": "Solar"}, "flat": {"rate": "0.01"}}]}""");
        scene.sells(scene.cas, "1000");
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("statements/" + scene.cas + "/" + scene.month + "?tab=components");

        assertThat(browser.text())
                .contains(
                        "What pays nothing",
                        "Volume",
                        "Not reached: 1 of the 5 asked for",
                        "Solar",
                        "Nothing credited in");
        List<NativeDetails> zeros = _find(_get(WhyZero.class), NativeDetails.class).stream()
                .filter(details ->
                        details.getParent().filter(WhyZero.class::isInstance).isPresent())
                .toList();
        assertThat(zeros).hasSize(2);
        Anchor chip = _find(_get(WhyZero.class), Anchor.class, spec -> spec.withClasses("kp-chip")).stream()
                .filter(link -> link.getText().contains("Volume"))
                .findFirst()
                .orElseThrow();
        assertThat(chip.getHref()).isEqualTo("plans/" + plan.id() + "?version=1&part=Volume");

        browser.open(chip.getHref());
        assertThat(browser.heading()).isEqualTo(plan.name());
        assertThat(_find(Component.class, spec -> spec.withClasses("kp-asked"))).hasSize(2);
    }

    @Test
    void aTotalOfNothingLeadsToWhy() {
        plan("""
                {"components": [{"name": "Volume", "flat": {"rate": "0.02"},
                   "gates": [{"when": {"at_least": "5", "of": "deals", "over": "month"}}]}]}""");
        scene.sells(scene.cas, "1000");
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("statements/" + scene.cas + "/" + scene.month);

        RouterLink why = _get(RouterLink.class, spec -> spec.withText("Why does it come to nothing?"));
        browser.open(why.getHref());
        assertThat(browser.text()).contains("Not reached: 1 of the 5 asked for");
    }

    @Test
    void whatWasTakenBackLeadsToTheChanges() {
        PersonId rep = scene.cas;
        PlanRef plan = plan("""
                {"components": [{"name": "Commission", "flat": {"rate": "0.05"}}]}""");
        scene.sells(rep, "1000");
        Caller.asSystem(() -> plans.assignments(plan.id())
                .forEach(one -> plans.end(one.id(), scene.month.minusMonths(1).atEndOfMonth())));
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("statements/" + rep + "/" + scene.month);

        assertThat(browser.text()).contains("Nothing is left on this statement");
        RouterLink changes = _get(RouterLink.class, spec -> spec.withText("See the changes"));
        browser.open(changes.getHref());
        assertThat(browser.text()).contains("taken back");
    }

    private PlanRef plan(String document) {
        String currency = new SalesSample(context).home();
        return Caller.asSystem(() -> {
            long id = ids.next();
            PlanRef made = plans.create("zero-" + id, "Zero plan " + id, Currency.getInstance(currency));
            plans.addVersion(made.id(), LocalDate.of(2020, 1, 1), null, document);
            plans.assign(made.id(), scene.cas, LocalDate.of(2020, 1, 1), null);
            return made;
        });
    }
}
