package org.koploper.ui.kit;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.koploper.ui.ScreenTest;

/** What cannot be taken back is asked for by name, with the amount, and with a reason where one is needed. */
class ConfirmWithReasonTest extends ScreenTest {

    private final List<Optional<String>> done = new ArrayList<>();

    private void ask(boolean needed) {
        in(scene.asAn());
        ConfirmWithReason.of("tokens.revoke-title", "tokens.revoke", "October")
                .amount("To be paid", new BigDecimal("1234.5"), Currency.getInstance("EUR"))
                .reason("Why", 100, needed)
                .then(() -> done.add(Optional.empty()));
    }

    private static void confirm() {
        _click(_get(Button.class, spec -> spec.withText("Take back")));
    }

    @Test
    void itNamesTheObjectAndTheAmount() {
        ask(false);

        ConfirmWithReason question = _get(ConfirmWithReason.class);
        assertThat(question.getHeaderTitle()).contains("October");
        assertThat(question.getElement().getTextRecursively()).contains("To be paid", "€1,234.50");
        assertThat(question.getRole()).isEqualTo("alertdialog");
    }

    @Test
    void withoutTheReasonThatIsNeededNothingIsDone() {
        ask(true);
        confirm();
        assertThat(done).isEmpty();
        assertThat(_get(TextField.class, spec -> spec.withLabel("Why")).getErrorMessage())
                .startsWith("Say why");

        _setValue(_get(TextField.class, spec -> spec.withLabel("Why")), "asked for by finance");
        confirm();
        assertThat(done).hasSize(1);
        _assertNone(ConfirmWithReason.class);
    }

    @Test
    void whatNobodyCanBringBackIsTypedFirst() {
        in(scene.asAn());
        ConfirmWithReason.of("tokens.revoke-title", "tokens.revoke", "October")
                .typed("OCTOBER")
                .then(() -> done.add(Optional.empty()));
        confirm();
        assertThat(done).isEmpty();

        _setValue(_get(TextField.class, spec -> spec.withLabel("Type OCTOBER to go on")), "october");
        confirm();
        assertThat(done).hasSize(1);
    }

    @Test
    void whatIsRefusedIsSaidAndTheQuestionStays() {
        in(scene.asAn());
        ConfirmWithReason.of("tokens.revoke-title", "tokens.revoke", "October")
                .thenUnlessRefused(reason -> Optional.of("It is locked."));
        confirm();

        assertThat(_get(ConfirmWithReason.class).getElement().getTextRecursively())
                .contains("It is locked.");
    }
}
