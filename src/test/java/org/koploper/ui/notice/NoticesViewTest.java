package org.koploper.ui.notice;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.popover.Popover;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.intake.ImportEnded;
import org.koploper.notice.Notices;
import org.koploper.sales.DealDesk;
import org.koploper.storage.Ids;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.UndoToast;
import org.springframework.jdbc.core.simple.JdbcClient;

class NoticesViewTest extends ScreenTest {

    @BeforeEach
    void accounts() {
        for (PersonId person : new PersonId[] {scene.an, scene.bo}) {
            context.getBean(JdbcClient.class)
                    .sql("insert into accounts (person_id, username, password_hash, must_change, enabled, version)"
                            + " values (?, ?, 'x', false, true, 0)")
                    .params(person.value(), "v" + person)
                    .update();
        }
    }

    private void tell(PersonId person, String file) {
        long id = context.getBean(Ids.class).next();
        context.publishEvent(new ImportEnded(id, file, false, person));
    }

    private static Button bell() {
        return _get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getParent().map(Bell.class::isInstance).orElse(false)));
    }

    private static String bellName() {
        return bell().getAriaLabel().orElse("");
    }

    private static Button named(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    @Test
    void theBellSaysHowManyAreUnreadAndShowsTheNewest() {
        tell(scene.an, "one.csv");
        tell(scene.an, "two.csv");
        tell(scene.bo, "of-bo.csv");
        Browser browser = in(scene.asAn());

        assertThat(bellName()).isEqualTo("2 unread notices");
        notices().open();
        MockVaadin.clientRoundtrip(true);
        assertThat(browser.text()).contains("one.csv", "two.csv").doesNotContain("of-bo.csv");
    }

    @Test
    void whatHappensWhileThePageIsOpenIsSaidWithoutReloadAndToNobodyElse() {
        in(scene.asAn());
        assertThat(bellName()).isEqualTo("No unread notices");
        tell(scene.bo, "of-bo.csv");
        tell(scene.an, "new.csv");

        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.clientRoundtrip(true);
            assertThat(bellName()).isEqualTo("1 unread notice");
        });
    }

    @Test
    void whatWasDoneCanBeUndoneFromTheBellWhenItsToastHasGone() {
        in(scene.asAn());
        AtomicBoolean undone = new AtomicBoolean();
        UndoToast toast = UndoToast.say("Something is archived.", () -> undone.set(true));
        toast.close();
        MockVaadin.clientRoundtrip(true);
        notices().open();
        MockVaadin.clientRoundtrip(true);
        _click(named("Undo"));

        assertThat(undone).isTrue();
        notices().open();
        MockVaadin.clientRoundtrip(true);
        _assertNone(Button.class, spec -> spec.withText("Undo"));
    }

    @Test
    void aNoticeLeadsToWhatItIsAboutAndIsReadThen() {
        Browser browser = in(scene.asManager());
        context.getBean(DealDesk.class).win(Scene.name(scene.openDeal), scene.month.atDay(1), null, 0);
        signOut();
        browser = in(scene.asBo());
        browser.open("notices/" + newest());

        assertThat(browser.address()).isEqualTo("my/month?p=" + scene.month);
        assertThat(bellName()).isEqualTo("No unread notices");
    }

    private long newest() {
        return context.getBean(Notices.class)
                .page(false, 0, 1)
                .notices()
                .getFirst()
                .id();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void somebodyElsesNoticeIsNotFound(Role role) {
        tell(scene.an, "one.csv");
        in(scene.asAn());
        long id = newest();
        signOut();
        Browser browser = in(scene.as(role));
        browser.open("notices/" + id);

        assertThat(browser.shown().getClass().getSimpleName()).isEqualTo("NotFoundPage");
    }

    @Test
    void manyArePagedAndTheFilterStandsInTheAddress() {
        for (int i = 0; i < 30; i++) {
            tell(scene.an, "file-" + i + ".csv");
        }
        Browser browser = in(scene.asAn());
        browser.open("notices?page=2&unread=yes");
        assertThat(_find(ListItem.class)).hasSize(5);
        assertThat(browser.text()).contains("Page 2 of 2");
        assertThat(_get(Checkbox.class, spec -> spec.withLabel("Only unread")).getValue())
                .isTrue();

        browser.open("notices?page=9");
        assertThat(browser.text()).contains("There is no such page");
    }

    @Test
    void oneIsMarkedAndAllAreAndThatIsUndone() {
        tell(scene.an, "one.csv");
        tell(scene.an, "two.csv");
        Browser browser = in(scene.asAn());
        browser.open("notices?unread=yes");
        _click(_find(Button.class, spec -> spec.withText("Mark as read")).getFirst());
        assertThat(_find(ListItem.class)).hasSize(1);

        _click(named("Mark all as read"));
        assertThat(browser.text()).contains("Everything is read");
        _click(named("Undo"));
        assertThat(_find(ListItem.class)).hasSize(1);
    }

    @Test
    void theFilterIsSetByClick() {
        tell(scene.an, "one.csv");
        Browser browser = in(scene.asAn());
        browser.open("notices");
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("Only unread")), true);
        assertThat(browser.address()).isEqualTo("notices?unread=yes");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyHasThePageAndWithoutNoticesItSaysSo(Role role) {
        Browser browser = in(scene.as(role));
        browser.open("notices");
        assertThat(browser.text()).contains("Notices are kept for 90 days.");
    }

    @Test
    void dutchReadersReadDutch() {
        tell(scene.an, "een.csv");
        Browser browser = in(scene.asAn());
        UI.getCurrent().setLocale(Locale.forLanguageTag("nl-BE"));
        browser.open("notices");

        assertThat(browser.text()).contains("De import van een.csv is verwerkt.", "Als gelezen markeren");
    }

    private static Popover notices() {
        return _get(
                Popover.class,
                spec -> spec.withPredicate(
                        popover -> "Notices".equals(popover.getElement().getAttribute("aria-label"))));
    }
}
