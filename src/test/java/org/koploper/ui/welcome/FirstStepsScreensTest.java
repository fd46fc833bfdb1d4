package org.koploper.ui.welcome;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Role;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;

class FirstStepsScreensTest extends ScreenTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleFindsTheFirstStepsWhereItStartsAndEveryLineLeadsSomewhere(Role role) {
        Browser browser = in(scene.as(role));

        assertThat(browser.text()).contains("First steps", "of");
        for (Anchor line : _find(_get(StepList.class), Anchor.class)) {
            String address = line.getHref();
            browser.open(address);
            assertThat(browser.address()).as(line.getText()).startsWith(address);
        }
    }

    @Test
    void whoHasBeenEverywhereIsLeftAlone() {
        Browser browser = in(scene.asBo());
        browser.open("leaderboard");
        browser.open("statements");
        browser.open("my/month");
        assertThat(browser.text()).contains("2 of 3 done");

        browser.open("account/notices");
        browser.open("my/month");
        assertThat(_find(FirstStepsCard.class)).isEmpty();

        browser.open("first-steps");
        assertThat(browser.text()).contains("All done");
    }

    @Test
    void theCardIsPutAwayUndoneAndFoundAgainUnderTheOwnName() {
        Browser browser = in(scene.asBo());
        _click(_get(Button.class, spec -> spec.withText("Hide")));
        browser.open("leaderboard");
        browser.open("my/month");
        assertThat(_find(FirstStepsCard.class)).isEmpty();

        browser.open("first-steps");
        _click(_get(Button.class, spec -> spec.withText("Show the first steps on my start page")));
        browser.open("my/month");
        assertThat(_find(FirstStepsCard.class)).hasSize(1);

        // another month is another question
        browser.open("my/month?p=2026-01");
        assertThat(_find(FirstStepsCard.class)).isEmpty();
    }
}
