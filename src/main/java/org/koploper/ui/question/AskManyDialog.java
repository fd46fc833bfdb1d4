package org.koploper.ui.question;

import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.koploper.sales.QuestionDesk;
import org.koploper.sales.QuestionLink;
import org.koploper.sales.QuestionRules;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.Formats;

/** Asks all customers with a recent order who were not asked lately, and says before how many they are. */
class AskManyDialog extends FormDialog {

    private static final int USUAL_DAYS = 30;

    private final QuestionDesk desk;
    private final Links links;
    private final Clock clock;
    private final Runnable after;
    private final AmountField ordered;
    private final AmountField peace;
    private final Paragraph many = new Paragraph();

    /** @param after told when customers were asked */
    AskManyDialog(QuestionDesk desk, Links links, Clock clock, Runnable after) {
        super("questions.many-title", "questions.many-ask");
        this.desk = desk;
        this.links = links;
        this.clock = clock;
        this.after = after;
        int quiet = desk.rules().quietDays();
        ordered = field("questions.ordered-within", USUAL_DAYS);
        peace = field("questions.left-in-peace", quiet);
        peace.setHelperText(
                getTranslation("questions.left-in-peace-hint", Formats.here().number((long) quiet)));
        many.getElement().setAttribute("role", "status");
        List.of(ordered, peace).forEach(field -> field.addValueChangeListener(change -> count()));
        ask(
                new Paragraph(getTranslation("questions.many-text")),
                ordered,
                peace,
                many,
                new Paragraph(getTranslation(
                        "questions.rules",
                        Formats.here().number((long) desk.rules().openDays()),
                        Formats.here().number((long) quiet))));
        count();
    }

    private AmountField field(String label, int days) {
        AmountField field = new AmountField(
                getTranslation(label), getTranslation("commercial.days-unit"), BigDecimal.valueOf(days));
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    private void count() {
        if (fits(ordered, 1) & fits(peace, desk.rules().quietDays())) {
            int count = desk.countToAsk(days(ordered), days(peace));
            String number = Formats.here().number((long) count);
            many.setText(
                    count == QuestionDesk.MOST
                            ? getTranslation("questions.many-most", number)
                            : count == 1
                                    ? getTranslation("questions.many-one")
                                    : getTranslation("questions.many-count", number));
        } else {
            many.setText("");
        }
    }

    /** Says at the field what is wrong with it. */
    private boolean fits(AmountField field, int least) {
        Optional<BigDecimal> typed = field.amount()
                .filter(days -> days.stripTrailingZeros().scale() <= 0)
                .filter(days -> days.compareTo(BigDecimal.valueOf(least)) >= 0)
                .filter(days -> days.compareTo(BigDecimal.valueOf(QuestionRules.MOST_DAYS)) <= 0);
        Formats formats = Formats.here();
        field.setInvalid(typed.isEmpty());
        field.setErrorMessage(
                typed.isPresent()
                        ? null
                        : getTranslation("questions.days-wrong", formats.number((long) least), formats.number((long)
                                QuestionRules.MOST_DAYS)));
        return typed.isPresent();
    }

    private static int days(AmountField field) {
        return field.amount().orElseThrow().intValueExact();
    }

    @Override
    protected void submit() {
        if (!(fits(ordered, 1) & fits(peace, desk.rules().quietDays()))) {
            return;
        }
        List<QuestionLink> asked = desk.askAll(days(ordered), days(peace));
        if (asked.isEmpty()) {
            count();
            return;
        }
        close();
        after.run();
        new LinksDialog(asked, links, clock).open();
    }
}
