package org.koploper.ui.month;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import org.koploper.ui.kit.Focus;
import org.koploper.views.CardOrder;

/** Which cards, and in which order: by buttons, so that nobody has to drag. */
class CardArranger extends NativeDetails {

    private final Consumer<CardOrder> arranged;
    private final Div content = new Div();
    private CardOrder order;

    /** @param arranged told every change */
    CardArranger(CardOrder order, Consumer<CardOrder> arranged) {
        this.order = order;
        this.arranged = arranged;
        addClassNames("kp-details", "kp-arranger");
        setSummaryText(getTranslation("cards.arrange"));
        setContent(content);
        show();
    }

    private void show() {
        content.removeAll();
        OrderedList list = new OrderedList();
        list.addClassName("kp-arranged");
        List<CardOrder.Card> cards = order.cards();
        for (int i = 0; i < cards.size(); i++) {
            CardOrder.Card card = cards.get(i);
            MonthCard.of(card.key())
                    .ifPresent(known -> list.add(item(
                            card, getTranslation(known.title()), card == cards.getFirst(), card == cards.getLast())));
        }
        content.add(new Paragraph(getTranslation("cards.text")), list);
    }

    private ListItem item(CardOrder.Card card, String title, boolean first, boolean last) {
        Checkbox shown = new Checkbox(title, card.shown());
        shown.setId("card-" + card.key());
        shown.addValueChangeListener(change -> {
            change(order.show(card.key(), change.getValue()));
            Focus.stayOn("card-" + card.key());
        });
        Button up = button("↑", "cards.up", title, card.key(), -1);
        Button down = button("↓", "cards.down", title, card.key(), 1);
        up.setEnabled(!first);
        down.setEnabled(!last);
        return new ListItem(shown, up, down);
    }

    private Button button(String sign, String words, String title, String key, int by) {
        Button button = new Button(sign);
        button.setId("card-" + key + (by < 0 ? "-up" : "-down"));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(words, title));
        button.setTooltipText(getTranslation(words, title));
        button.addClickListener(click -> {
            change(order.move(key, by));
            // at an end of the list the same button cannot go on
            boolean end = order.cards()
                    .get(by < 0 ? 0 : order.cards().size() - 1)
                    .key()
                    .equals(key);
            Focus.stayOn("card-" + key + ((by < 0) == end ? "-down" : "-up"));
        });
        return button;
    }

    private void change(CardOrder changed) {
        order = changed;
        show();
        arranged.accept(changed);
    }
}
