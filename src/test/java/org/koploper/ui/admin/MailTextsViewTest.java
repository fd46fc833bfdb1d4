package org.koploper.ui.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Role;
import org.koploper.notice.MailKind;
import org.koploper.notice.MailTexts;
import org.koploper.testing.As;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.Undoables;
import org.springframework.beans.factory.annotation.Autowired;

/** What mails say is worded on one screen, seen before it is saved, and goes back. */
class MailTextsViewTest extends ScreenTest {

    @Autowired
    private MailTexts texts;

    @AfterEach
    void asItWas() {
        As.user(scene.manager, Set.of(Role.ADMIN), () -> {
            texts.word(MailKind.DEAL, "en", null);
            texts.word(MailKind.SEVERAL, "nl", null);
            return true;
        });
    }

    private Browser change(String what) {
        Browser browser = in(scene.as(Role.ADMIN));
        browser.open("admin/mail-texts");
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> what.equals(button.getAriaLabel().orElse("")))));
        return browser;
    }

    private static TextField subject() {
        return _get(TextField.class, spec -> spec.withLabel("Subject"));
    }

    private static TextArea area(String label) {
        return _get(TextArea.class, spec -> spec.withLabel(label));
    }

    /** Without what a dialog says. */
    private static String screen(Browser browser) {
        return browser.shown().getElement().getTextRecursively();
    }

    private static String preview() {
        return _get(LetterPreview.class).getElement().getTextRecursively();
    }

    private static void save() {
        _click(_get(Button.class, spec -> spec.withText("Save")));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void othersAreToldThatTheyHaveNoAccess(Role role) {
        Browser browser = in(scene.as(role));

        browser.open("admin/mail-texts");

        assertThat(browser.heading()).isEqualTo("No access");
    }

    @Test
    void wordsAreSeenInTheExampleWhileTheyAreWrittenThenKeptUndoneAndReset() {
        Browser browser = change("Change the mail \"Deals\" in English");
        assertThat(preview()).contains("The deal D-2041 was won in your name.", "Open in Koploper");

        _setValue(subject(), "A deal moved");
        _setValue(area("Opening words"), "Hello {name},");
        assertThat(preview()).contains("A deal moved", "Hello ").doesNotContain("{name}", "News about a deal");
        save();
        assertThat(screen(browser)).contains("A deal moved", "Hello {name},", "Own words");

        Undoables.here().getFirst().undo();
        assertThat(screen(browser)).doesNotContain("A deal moved");

        _click(_get(
                Button.class,
                spec -> spec.withPredicate(button -> "Change the mail \"Deals\" in English"
                        .equals(button.getAriaLabel().orElse("")))));
        _setValue(subject(), "A deal moved");
        save();
        _click(_get(Button.class, spec -> spec.withText("Back to the standard text")));
        assertThat(screen(browser)).contains("News about a deal").doesNotContain("A deal moved");
        _assertNone(Button.class, spec -> spec.withText("Back to the standard text"));
    }

    @Test
    void whatIsNotKnownIsSaidAtItsFieldAndWhatWasWrittenStays() {
        Browser browser = change("Change the mail \"Several notices in one mail\" in Dutch");
        assertThat(subject().getValue()).isEqualTo("{aantal} nieuwe meldingen");
        assertThat(subject().getHelperText()).endsWith("{organisatie}, {aantal}.");

        _setValue(area("Closing words"), "Groeten, {bedrijf}");
        save();

        assertThat(area("Closing words").isInvalid()).isTrue();
        assertThat(area("Closing words").getErrorMessage())
                .isEqualTo("{bedrijf} is not known here. Write one of {naam}, {organisatie}, {aantal}, or leave out the"
                        + " braces.");
        assertThat(area("Closing words").getValue()).isEqualTo("Groeten, {bedrijf}");
        _setValue(area("Closing words"), "Groeten, {organisatie}");
        _setValue(subject(), " ");
        save();
        assertThat(subject().isInvalid()).isTrue();
        _setValue(subject(), "{aantal} keer nieuws");
        save();
        _assertNone(TextArea.class);
        assertThat(screen(browser)).contains("{aantal} keer nieuws");
    }

    @Test
    void withoutAMailServerATestIsNotOffered() {
        change("Change the mail \"Deals\" in English");

        _assertNone(Button.class, spec -> spec.withText("Send me this as a test"));
        _assertOne(TextField.class, spec -> spec.withLabel("Subject"));
    }
}
