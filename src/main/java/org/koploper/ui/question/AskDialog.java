package org.koploper.ui.question;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.records.RecordRef;
import org.koploper.sales.QuestionDesk;
import org.koploper.sales.QuestionLink;
import org.koploper.sales.QuestionRefused;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.SecretDialog;

/** Asks one customer, and shows the link this once. */
class AskDialog extends FormDialog {

    private final QuestionDesk desk;
    private final Links links;
    private final String customer;
    private final @Nullable String deal;
    private final Runnable after;
    private final Paragraph refusal = new Paragraph();

    /**
     * @param deal external id of the order; null for the latest
     * @param after told when the customer was asked
     */
    AskDialog(QuestionDesk desk, Links links, RecordRef customer, @Nullable String deal, Runnable after) {
        super("questions.ask-title", "questions.ask", customer.label());
        this.desk = desk;
        this.links = links;
        this.customer = customer.externalId();
        this.deal = deal;
        this.after = after;
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
        Formats formats = Formats.here();
        ask(
                new Paragraph(
                        deal == null
                                ? getTranslation("questions.about-latest")
                                : getTranslation("questions.about-deal", deal)),
                new Paragraph(getTranslation("questions.what-happens")),
                new Paragraph(getTranslation(
                        "questions.rules", formats.number((long) desk.rules().openDays()), formats.number((long)
                                desk.rules().quietDays()))),
                refusal);
    }

    @Override
    protected void submit() {
        QuestionLink link;
        try {
            link = desk.ask(customer, deal);
        } catch (QuestionRefused refused) {
            refusal.setText(words(refused));
            return;
        }
        close();
        after.run();
        show(link, links);
    }

    static String words(QuestionRefused refused) {
        return switch (refused.reason()) {
            case NO_ORDER -> I18NProvider.translate("questions.no-order");
            case ASKED_LATELY ->
                I18NProvider.translate(
                        "questions.asked-lately", Formats.here().date(Objects.requireNonNull(refused.again())));
            case NOT_OPEN -> I18NProvider.translate("questions.not-open");
        };
    }

    /** Shows a link with ways to pass it on. */
    static void show(QuestionLink link, Links links) {
        new SecretDialog(
                        I18NProvider.translate("questions.link-title", link.customerName()),
                        I18NProvider.translate(
                                "questions.link-text", Formats.here().date(link.lastDay())),
                        I18NProvider.translate("questions.link"),
                        links.address(link))
                .with(links.mail(link))
                .open();
    }
}
