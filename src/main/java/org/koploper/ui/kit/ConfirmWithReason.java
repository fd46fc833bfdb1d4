package org.koploper.ui.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The question before what cannot be taken back, or moves money: it names what it is about and the amount, and asks why
 * where the trail has to know. Nothing else in the product asks such a question.
 */
public final class ConfirmWithReason extends FormDialog {

    private final TextField reason = new TextField();
    private final TextField typed = new TextField();
    private final Paragraph refusal = new Paragraph();
    private Function<@Nullable String, Optional<String>> work = said -> Optional.empty();
    private String word = "";

    private ConfirmWithReason(String title, String submit, Object... names) {
        super(title, submit, names);
        setRole("alertdialog");
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
    }

    /**
     * @param title translation key of the question, with the names of what it is about as its parameters
     * @param submit translation key of what the button says, a verb: never "yes"
     */
    public static ConfirmWithReason of(String title, String submit, Object... names) {
        return new ConfirmWithReason(title, submit, names);
    }

    /** What will happen, in the language of the reader. */
    public ConfirmWithReason says(String sentence) {
        ask(new Paragraph(sentence));
        return this;
    }

    /** How much money it is about. */
    public ConfirmWithReason amount(String label, BigDecimal amount, Currency currency) {
        Money money = new Money(amount, currency);
        money.addClassName("kp-figure");
        Span what = new Span(label);
        what.addClassName("kp-quiet");
        ask(new Div(what, money));
        return this;
    }

    /** Asks why; the answer may be left out unless it is needed. */
    public ConfirmWithReason reason(String label, int longest, boolean needed) {
        reason.setLabel(label);
        reason.setMaxLength(longest);
        reason.setRequiredIndicatorVisible(needed);
        ask(reason);
        return this;
    }

    /** Wants that word typed first: only for what nobody can ever bring back. */
    public ConfirmWithReason typed(String word) {
        this.word = word;
        typed.setLabel(getTranslation("confirm.type", word));
        typed.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        ask(typed);
        return this;
    }

    /** The button looks as dangerous as what it does. */
    public ConfirmWithReason destroys() {
        dangerous();
        return this;
    }

    /** What the way out says instead of "cancel". */
    public ConfirmWithReason otherwise(String text) {
        cancelText(text);
        return this;
    }

    /** Opens it; the work is done when it is confirmed. */
    public void then(Runnable work) {
        thenUnlessRefused(said -> {
            work.run();
            return Optional.empty();
        });
    }

    /** The same for work that gets the reason, null for none, and answers in words why it was refused, if it was. */
    public void thenUnlessRefused(Function<@Nullable String, Optional<String>> work) {
        this.work = work;
        ask(refusal);
        open();
    }

    @Override
    protected void submit() {
        boolean unexplained =
                reason.isRequiredIndicatorVisible() && reason.getValue().isBlank();
        boolean untyped = !typed.getValue().strip().equalsIgnoreCase(word);
        refuse(typed, untyped, "confirm.not-typed");
        refuse(reason, unexplained, "confirm.why-missing");
        if (unexplained || untyped) {
            return;
        }
        Optional<String> refused = work.apply(
                reason.getValue().isBlank() ? null : reason.getValue().strip());
        if (refused.isPresent()) {
            refusal.setText(refused.get());
        } else {
            close();
        }
    }

    private void refuse(TextField field, boolean wrong, String key) {
        field.setInvalid(wrong);
        field.setErrorMessage(wrong ? getTranslation(key) : null);
        if (wrong) {
            field.focus();
        }
    }
}
