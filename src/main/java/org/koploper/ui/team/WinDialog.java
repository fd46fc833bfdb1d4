package org.koploper.ui.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.Map;
import org.koploper.sales.DealChangedMeanwhile;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealRefused;
import org.koploper.sales.DealView;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.OneDialog;
import org.koploper.ui.kit.Shortcut;
import org.koploper.ui.kit.UndoToast;

/** Wins a deal: on which day, for what value. */
class WinDialog extends Dialog {

    private final DealDesk desk;
    private final DealView deal;
    private final DatePicker day;
    private final AmountField value;
    private final Refusal refusal;
    private final Runnable changed;

    /** @param changed told after every change, the undone one included */
    WinDialog(DealDesk desk, DealView deal, LocalDate today, Runnable changed) {
        this.desk = desk;
        this.deal = deal;
        this.changed = changed;
        setHeaderTitle(getTranslation("deal.win-title", DealNames.of(deal.row())));
        day = Dates.field(getTranslation("deal.closed-on"));
        day.setValue(today);
        day.setRequiredIndicatorVisible(true);
        value = new AmountField(
                getTranslation("deal.value"), deal.row().currency(), deal.row().value());
        refusal = new Refusal(Map.of("closedOn", day, "value", value));
        Div form = new Div(
                new Paragraph(getTranslation("deal.win-text", deal.row().owner().name())),
                day,
                value,
                refusal.elsewhere());
        form.addClassName("kp-form");
        add(form);
        Button win = new Button(getTranslation("deal.win"), click -> win());
        win.addThemeVariants(ButtonVariant.PRIMARY);
        Shortcut.on(win, Shortcut.SAVE, getTranslation("deal.win"));
        getFooter().add(new Button(getTranslation("deal.cancel"), click -> close()), win);
    }

    /** Opens it, unless one of its kind is open already. */
    @Override
    public void open() {
        if (OneDialog.claim(this)) {
            super.open();
        }
    }

    private boolean unchanged() {
        return desk.find(deal.row().externalId())
                .filter(now -> now.row().stage().isOpen() && now.version() == deal.version())
                .isPresent();
    }

    private void win() {
        // the second of two clicks, sent before the first one closed it
        if (!isOpened()) {
            return;
        }
        refusal.clear();
        if (day.getValue() == null) {
            refusal.say("closedOn", getTranslation("deal.day-missing"));
            return;
        }
        if (value.unreadable()) {
            refusal.say("value", getTranslation("amount.not-a-number"));
            return;
        }
        if (!unchanged()) {
            refusal.say("", getTranslation("deal.changed-meanwhile"));
            return;
        }
        try {
            desk.win(deal.row().externalId(), day.getValue(), value.amount().orElse(null));
        } catch (DealRefused refused) {
            refusal.show(refused.problems());
            return;
        } catch (DealChangedMeanwhile meanwhile) {
            refusal.say("", getTranslation("deal.changed-meanwhile"));
            return;
        }
        close();
        changed.run();
        UndoToast.say(getTranslation("deal.won", DealNames.of(deal.row())), () -> Undo.back(desk, deal, changed));
    }
}
