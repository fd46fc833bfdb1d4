package org.koploper.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Role;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;

/** The start page of administration leads only where its reader may go. */
class AdminViewTest extends ScreenTest {

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMIN", "HR", "FINANCE"})
    void everyCardLeadsToAScreenThatOpens(Role role) {
        Browser browser = in(scene.as(role));
        browser.open("admin");
        List<String> places = _find(Anchor.class, spec -> spec.withClasses("kp-strong")).stream()
                .map(Anchor::getHref)
                .toList();
        assertThat(places).isNotEmpty();
        for (String place : places) {
            browser.open(place);
            assertThat(browser.heading()).as(place).isNotBlank().isNotIn("No access", "Not found");
        }
    }

    @Test
    void repsHaveNothingToAdminister() {
        Browser browser = in(scene.asAn());
        browser.open("admin");
        assertThat(browser.heading()).isEqualTo("No access");
    }
}
