package org.koploper.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.admin.Rights.Cell;

/** Rights in plain words, for all roles or one. */
class RolesViewTest extends ScreenTest {

    @Test
    void aCellSaysHowFarARoleReachesAndWhatItMayDoThere() {
        in(scene.as(Role.ADMIN)).open("admin/roles");
        assertThat(RightWords.words(Cell.of("+--"))).containsExactly("Own");
        assertThat(RightWords.words(Cell.of("++-"))).containsExactly("Own and team below");
        assertThat(RightWords.words(Cell.of("+++"))).containsExactly("Everybody");
        assertThat(RightWords.words(Cell.of("---"))).containsExactly("Nothing");
        assertThat(RightWords.words(Cell.of("+"))).containsExactly("Yes");
        assertThat(RightWords.words(Cell.of("-"))).containsExactly("Nothing");
        assertThat(RightWords.words(Cell.of("s-- scr ---")))
                .containsExactly("Own: see", "Team below: see, add and change, remove");
        assertThat(RightWords.words(Cell.of("sc- sc- s--")))
                .containsExactly("Own and team below: see, add and change", "Of others: see");
        assertThat(RightWords.words(Cell.of("s-- s-- s--"))).containsExactly("Everybody: see");
    }

    @Test
    @SuppressWarnings("unchecked")
    void oneRoleAloneIsChosenByTheAddress() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/roles");
        assertThat(columns()).contains("Finance", "Sales");
        _setValue(_get(Select.class, spec -> spec.withLabel("Role")), Optional.of(Role.FINANCE));

        assertThat(browser.address()).isEqualTo("admin/roles?role=finance");
        assertThat(columns()).contains("Finance").doesNotContain("Sales");
    }

    private static List<String> columns() {
        return _find(NativeTableHeaderCell.class).stream()
                .map(NativeTableHeaderCell::getText)
                .toList();
    }

    @Test
    void whoHasARoleIsOneStepAway() {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/roles");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains("accounts?access=enabled&role=finance");

        browser.open("accounts?access=enabled&role=finance");
        assertThat(browser.text()).contains("found");
        signOut();

        browser = in(scene.as(Role.FINANCE));
        browser.open("admin/roles");
        assertThat(browser.heading()).isEqualTo("No access");
    }
}
