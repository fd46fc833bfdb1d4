package org.koploper.ui.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;

/** In a normal run, as this one is, nobody finds the pages for developers. */
class DevRoutesTest extends ScreenTest {

    @Test
    void thePageOfAllComponentsAnswersLikeAnUnknownAddress() {
        Browser browser = in(scene.asAn());
        Class<?> unknown = browser.open("no/such/place").getClass();
        String said = browser.text();

        assertThat(browser.open("dev/kit")).isInstanceOf(unknown);
        assertThat(browser.text()).isEqualTo(said);
    }
}
