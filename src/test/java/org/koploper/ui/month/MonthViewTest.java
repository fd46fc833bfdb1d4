package org.koploper.ui.month;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Role;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;

class MonthViewTest extends ScreenTest {

    @Test
    void repsStartHereAndSeeWhatTheyEarnedAndHowFarTheyAre() {
        Browser browser = in(scene.asAn());

        assertThat(browser.address()).isEqualTo("my/month");
        // 5 % of 10,000 and 8 % of 2,000
        assertThat(browser.text())
                .contains("€660.00", "Provisional", "Why this amount?", "120.0%", "Reached", "€12,000 of €10,000");
    }

    @Test
    void theDealsThatCountLeadToTheirLines() {
        scene.call(scene.deal, "New heating");
        assertThat(in(scene.asAn()).text()).contains("Deals that count", "New heating · " + Scene.name(scene.deal));
    }

    @Test
    void withoutPlanAndTargetItSaysWhomToAsk() {
        assertThat(in(scene.asBo()).text())
                .contains("no commission plan", "No goal agreed", "Ask Mia Manager")
                .doesNotContain("0.0%");
    }

    @Test
    void aMonthWithoutDealsSaysSo() {
        Browser browser = in(scene.asAn());
        browser.open("my/month?p=2020-03");

        assertThat(browser.heading()).isEqualTo("My March 2020");
        assertThat(browser.text())
                .contains("€0.00", "No deals with commission this month yet", "no place this month yet");
    }

    @Test
    void aMistypedPeriodShowsThisMonth() {
        Browser browser = in(scene.asAn());
        browser.open("my/month?p=2026-99");

        assertThat(browser.text()).contains("€660.00");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "REP", mode = EnumSource.Mode.EXCLUDE)
    void whoDoesNotSellIsToldThatThisIsNotForThem(Role role) {
        Browser browser = in(scene.as(role));
        browser.open("my/month");

        assertThat(browser.heading()).isEqualTo("No access");
    }
}
