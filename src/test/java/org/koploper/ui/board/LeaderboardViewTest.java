package org.koploper.ui.board;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.game.By;
import org.koploper.kpi.Metric;
import org.koploper.people.Directory;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;

class LeaderboardViewTest extends ScreenTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleMayOpenIt(Role role) {
        Browser browser = in(scene.as(role));
        browser.open("leaderboard/revenue?view=all");

        assertThat(browser.heading()).startsWith("Revenue, ");
        assertThat(browser.text()).contains("An Anders", "€12,000");
    }

    @Test
    void theOwnRowIsMarkedAndNeverSaidAlone() {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/revenue?view=all");

        ListItem own = _get(ListItem.class, spec -> spec.withClasses("kp-rank-self"));
        assertThat(own.getElement().getTextRecursively()).contains("An Anders", "120.0%");
        assertThat(browser.text()).containsPattern("You are (in place \\d+ of \\d+|first of \\d+)");
    }

    @Test
    void aroundMeShowsAtMostTwoAboveAndTwoBelow() {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/revenue");

        assertThat(_find(ListItem.class)).hasSizeBetween(1, 5);
    }

    @Test
    void aTeamIsChosenByTheAddress() {
        Browser browser = in(scene.asManager());
        browser.open("leaderboard/revenue?view=all&team=" + team());

        assertThat(browser.text())
                .contains("An Anders")
                .doesNotContain("Cas Claes")
                .contains("Fewer than three take part");
    }

    @Test
    void whoHasNoTargetStandsApartWithTheReason() {
        Browser browser = in(scene.asManager());
        browser.open("leaderboard/attainment?view=all&team=" + team());

        assertThat(browser.text()).contains("Bo Baert: no target agreed");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyNumberSaysHowItIsComputedAndHowTiesStand(Metric metric) {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/" + metric.key() + "?tie=dense&level=team&p=2026-Q4");

        assertThat(browser.text()).contains("How is this computed?", "1-2-2-3", "Q4 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?p=nonsense", "?level=planet&tie=coin&view=me", "?team=no-such-team"})
    void aMistypedChoiceShowsTheUsualBoard(String query) {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/revenue" + query);

        assertThat(browser.heading()).startsWith("Revenue, ");
    }

    @Test
    void moreChoicesStayOpenAndTheFieldKeepsItsIdWhenANumberIsChosen() {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/revenue");
        more().setOpen(true);
        _setValue(_get(Select.class, spec -> spec.withId("board-metric")), Metric.DEALS);

        assertThat(browser.address()).startsWith("leaderboard/" + Metric.DEALS.key());
        assertThat(more().isOpen()).isTrue();
        assertThat(_get(Select.class, spec -> spec.withId("board-metric")).getValue())
                .isEqualTo(Metric.DEALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-03-04", "2020-W10", "2020-03-04..2020-03-09"})
    void whereNoTargetsAreAgreedTheMonthIsOffered(String period) {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/attainment?level=team&p=" + period);

        assertThat(browser.text()).contains("agreed per month, quarter or year", "See March 2020");
        RouterLink month = _get(RouterLink.class, spec -> spec.withText("See March 2020"));
        assertThat(month.getHref()).contains("p=2020-03", "level=team");
    }

    @Test
    void aNumberThatDoesNotExistIsNotFound() {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/pay");

        assertThat(browser.heading()).isEqualTo("Not found");
    }

    @Test
    void nothingOnABoardIsPay() {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/revenue?view=all");

        assertThat(browser.text()).doesNotContain("660");
    }

    @Test
    void humanResourcesLetsPeopleHideTheirNameAndWhoDoesIsAnAnonymousColleagueToOthers() {
        Browser hr = in(scene.as(Role.HR));
        hr.open("leaderboard/revenue?view=all");
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("People may hide their name on boards")), true);
        signOut();
        try {
            Browser an = in(scene.asAn());
            an.open("leaderboard/revenue?view=all");
            _setValue(
                    _get(Checkbox.class, spec -> spec.withLabel("Show me to colleagues as an anonymous colleague")),
                    true);
            assertThat(an.text()).contains("An Anders");
            signOut();

            Browser bo = in(scene.asBo());
            bo.open("leaderboard/revenue?view=all&team=" + team());
            assertThat(bo.text()).contains("Anonymous colleague").doesNotContain("An Anders");
            assertThat(_find(ListItem.class))
                    .as("the page does not know who it is either")
                    .noneMatch(row -> row.getElement().getOuterHTML().contains(scene.an.toString()));
            _assertNone(NativeButton.class, spec -> spec.withText("Anonymous colleague"));
        } finally {
            signOut();
            Browser again = in(scene.as(Role.HR));
            again.open("leaderboard/revenue");
            _setValue(_get(Checkbox.class, spec -> spec.withLabel("People may hide their name on boards")), false);
        }
    }

    @Test
    void whoMayNotHideTheirNameReadsWhoDecidesThat() {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/revenue");

        assertThat(browser.text()).contains("Human resources can change that.");
        _assertNone(Checkbox.class);
    }

    @Test
    void aPeriodToComeCountsDownAndRanksNobody() {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/revenue?p=2199-01");

        assertThat(browser.text()).contains("Starts on 1 Jan 2199", "That is in ", "How is this computed?");
        _assertNone(RankList.class);
    }

    @Test
    void growthSaysWhatCannotBeComputed() {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/revenue?view=all&by=growth&team=" + team());

        assertThat(browser.text())
                .contains("An Anders: €12,000, nothing before to compare with", "Ranked by growth: the difference to");
        assertThat(_get(Select.class, spec -> spec.withId("board-by")).getValue())
                .isEqualTo(By.GROWTH);
    }

    @Test
    void byGoalShowsThePercentAndTheNumberBesideIt() {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/revenue?view=all&by=goal&team=" + team());

        assertThat(_get(ListItem.class, spec -> spec.withClasses("kp-rank-self"))
                        .getElement()
                        .getTextRecursively())
                .contains("120.0%", "€12,000");
        assertThat(browser.text()).contains("Bo Baert: €0, no target agreed");
    }

    @Test
    void threeStandOnThePodiumAndFewerDoNot() {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/revenue?view=all&team=" + team());
        assertThat(podium()).isEmpty();
        assertThat(browser.text()).contains("Fewer than three take part");

        PersonId third = scene.joins("Tess Tops", "9000");
        scene.sells(scene.bo, "4000");
        browser.open("leaderboard/revenue?view=all&team=" + team());
        assertThat(podium())
                .extracting(item -> item.getElement().getTextRecursively())
                .satisfiesExactly(
                        first -> assertThat(first).contains("An Anders"),
                        second -> assertThat(second).contains("Tess Tops"),
                        next -> assertThat(next).contains("Bo Baert"));
        scene.sells(third, "3000");
        browser.open("leaderboard/revenue?view=all&team=" + team());
        assertThat(podium()).as("1-1-3 is a podium").hasSize(3);
        scene.joins("Una Unda", "4000");
        browser.open("leaderboard/revenue?view=all&team=" + team());
        assertThat(podium()).as("two share the third place").isEmpty();
    }

    @Test
    void aNameOpensItsCardWithThePlacesBeforeAndAPrivateRival() {
        scene.sells(scene.bo, "4000");
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/revenue?view=all&team=" + team());
        assertThat(browser.text()).doesNotContain("Your rival");

        _click(_get(NativeButton.class, spec -> spec.withText("Bo Baert")));
        assertThat(browser.text())
                .contains("Now in place 2, with €4,000", "Places before:", "Only you see this choice.");
        _click(_get(Button.class, spec -> spec.withText("Compare me with this person")));
        assertThat(browser.text()).contains("Your rival Bo Baert is €8,000 behind you.");

        signOut();
        Browser bo = in(scene.asBo());
        bo.open("leaderboard/revenue?view=all&team=" + team());
        assertThat(bo.text()).doesNotContain("rival An").doesNotContain("Your rival");
    }

    @Test
    void kudosAreGivenOnTheCardOnceADayUndoneAndReadByTheTeam() {
        Browser browser = in(scene.asBo());
        browser.open("leaderboard/revenue?view=all&team=" + team());
        _click(_get(NativeButton.class, spec -> spec.withText("An Anders")));
        _click(_get(Button.class, spec -> spec.withText("Give kudos")));
        MockVaadin.clientRoundtrip(true);
        assertThat(browser.text()).contains("An Anders got your kudos.");
        browser.open("my/month");
        assertThat(browser.text()).contains("Bo Baert gave An Anders kudos");

        browser.open("leaderboard/revenue?view=all&team=" + team());
        _click(_get(NativeButton.class, spec -> spec.withText("An Anders")));
        assertThat(browser.text()).contains("You gave An Anders kudos today.");
        _assertNone(Button.class, spec -> spec.withText("Give kudos"));
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        browser.open("my/month");
        assertThat(browser.text()).doesNotContain("gave An Anders kudos");
    }

    @Test
    void nobodyGivesKudosToThemselvesOrToATeam() {
        Browser browser = in(scene.asAn());
        browser.open("leaderboard/revenue?view=all&team=" + team());
        _click(_get(NativeButton.class, spec -> spec.withText("An Anders")));
        assertThat(browser.text()).contains("Places before:");
        _assertNone(Button.class, spec -> spec.withText("Give kudos"));

        browser.open("leaderboard/revenue?view=all&level=team");
        _click(_find(NativeButton.class, spec -> spec.withClasses("kp-rank-name"))
                .getFirst());
        _assertNone(Button.class, spec -> spec.withText("Give kudos"));
    }

    private static List<ListItem> podium() {
        return _find(ListItem.class, spec -> spec.withClasses("kp-podium"));
    }

    private String team() {
        return Caller.asSystem(() ->
                context.getBean(Directory.class).team(scene.team).orElseThrow().externalId());
    }

    private static NativeDetails more() {
        return _get(NativeDetails.class, spec -> spec.withClasses("kp-more"));
    }
}
