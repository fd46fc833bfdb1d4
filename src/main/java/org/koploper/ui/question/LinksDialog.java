package org.koploper.ui.question;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.koploper.sales.QuestionLink;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** Who was asked, with the links as a file, to copy or to print: this once, since they are kept nowhere. */
class LinksDialog extends Dialog {

    private static final int NAMED = 10;

    /** @param asked at least one */
    LinksDialog(List<QuestionLink> asked, Links links, Clock clock) {
        Formats formats = Formats.here();
        setHeaderTitle(getTranslation("questions.links-title", formats.number((long) asked.size())));
        addClassName("kp-dialog");
        // one slip outside, and they would be gone for good
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        Map<QuestionLink, String> addresses = new HashMap<>();
        // a file is written when there is no request of this screen any more
        asked.forEach(link -> addresses.put(link, links.address(link)));
        List<ListColumn<QuestionLink>> columns = List.of(
                ListColumn.<QuestionLink>text("customer", "deals.customer", QuestionLink::customerName)
                        .main(),
                ListColumn.text("number", "questions.customer-number", QuestionLink::customer),
                ListColumn.day("orderedOn", "questions.ordered-on", QuestionLink::orderedOn),
                ListColumn.day("lastDay", "questions.last-day", QuestionLink::lastDay),
                ListColumn.text("link", "questions.link", addresses::get));
        UnorderedList names = new UnorderedList();
        asked.stream().limit(NAMED).forEach(link -> names.add(new ListItem(link.customerName())));
        if (asked.size() > NAMED) {
            names.add(
                    new ListItem(getTranslation("questions.links-more", formats.number((long) asked.size() - NAMED))));
        }
        add(new Div(
                new Paragraph(getTranslation("questions.links-text")),
                new ExportedList(
                        names,
                        () -> Extract.of("questions", getTranslation("menu.questions"), columns, asked, clock))));
        Button close = new Button(getTranslation("questions.links-close"), click -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(close);
    }
}
