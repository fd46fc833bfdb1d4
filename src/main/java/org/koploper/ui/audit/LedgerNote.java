package org.koploper.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import org.koploper.ledger.ChainProof;
import org.koploper.ledger.ChainProof.Checked;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;

/** Whether the ledger was in order when somebody had it checked last, and a button that checks it now. */
public class LedgerNote extends Div {

    private final ChainProof proof;
    private final Clock clock;
    private final Div said = new Div();

    public LedgerNote(ChainProof proof, Clock clock) {
        this.proof = proof;
        this.clock = clock;
        addClassName("kp-ledger-note");
        said.addClassName("kp-actions");
        said.getElement().setAttribute("aria-live", "polite");
        Button check = new Button(getTranslation("ledger.check"), click -> {
            proof.check();
            show();
        });
        check.addThemeVariants(ButtonVariant.TERTIARY);
        add(said, check);
        show();
    }

    private void show() {
        said.removeAll();
        Optional<Checked> last = proof.last();
        if (last.isEmpty()) {
            said.add(new StatusBadge("ledger.unchecked", Tone.NEUTRAL));
            return;
        }
        Checked checked = last.get();
        said.add(
                checked.inOrder()
                        ? new StatusBadge("ledger.in-order", Tone.GOOD)
                        : new StatusBadge("ledger.broken", Tone.BAD),
                new Span(found(checked)),
                new Span(getTranslation(
                        "ledger.checked",
                        Formats.here().shortMoment(LocalDateTime.ofInstant(checked.at(), clock.getZone())),
                        checked.by())));
    }

    private String found(Checked checked) {
        if (checked.inOrder()) {
            return getTranslation("ledger.entries", Formats.here().number(checked.entries()));
        }
        YearMonth otherTotal = checked.otherTotal();
        return otherTotal == null
                ? getTranslation(
                        "ledger.broken-at", checked.brokenOf(), Formats.here().number(checked.brokenAt()))
                : getTranslation("ledger.other-total", Formats.here().month(otherTotal));
    }
}
