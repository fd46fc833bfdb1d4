package org.koploper.ui.team;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.people.PersonRef;
import org.koploper.sales.CrossSelling;
import org.koploper.sales.DealChange;
import org.koploper.sales.DealChangedMeanwhile;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealRefused;
import org.koploper.sales.DealView;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.NextFamilies;
import org.koploper.ui.kit.UndoToast;
import org.springframework.security.access.AccessDeniedException;

/** Wins a deal: on which day, for what value; then asks what else the customer could buy. */
class WinDialog extends FormDialog {

    private final DealDesk desk;
    private final CrossSelling crossSelling;
    private final DealView deal;
    private final List<PersonRef> people;
    private final Clock clock;
    private final Instant readAt;
    private final DatePicker day;
    private final AmountField value;
    private final Refusal refusal;
    private final Runnable changed;

    /**
     * @param people who may be named in the deal
     * @param changed told after every change, the undone one included
     */
    WinDialog(
            DealDesk desk,
            CrossSelling crossSelling,
            DealView deal,
            List<PersonRef> people,
            Clock clock,
            Runnable changed) {
        super("deal.win-title", "deal.win", DealNames.of(deal.row()));
        this.desk = desk;
        this.crossSelling = crossSelling;
        this.deal = deal;
        this.people = people;
        this.clock = clock;
        this.readAt = clock.instant();
        this.changed = changed;
        day = Dates.field(getTranslation("deal.closed-on"));
        day.setValue(LocalDate.now(clock));
        day.setRequiredIndicatorVisible(true);
        value = new AmountField(
                getTranslation("deal.value"), deal.row().currency(), deal.row().value());
        refusal = new Refusal(Map.of("closedOn", day, "value", value));
        ask(new Paragraph(getTranslation("deal.win-text", deal.row().owner().name())), day, value, refusal.elsewhere());
    }

    @Override
    protected void submit() {
        refusal.clear();
        if (day.getValue() == null) {
            refusal.say("closedOn", getTranslation("deal.day-missing"));
            return;
        }
        if (value.unreadable()) {
            refusal.say("value", getTranslation("amount.not-a-number"));
            return;
        }
        win(day.getValue(), value.amount().orElse(null), deal);
    }

    /** @param before the deal as it is on top of which it is won */
    private void win(LocalDate on, @Nullable BigDecimal worth, DealView before) {
        try {
            desk.win(before.row().externalId(), on, worth, before.version());
        } catch (DealRefused refused) {
            refusal.show(refused.problems());
            return;
        } catch (DealChangedMeanwhile | AccessDeniedException meanwhile) {
            DealChange mine =
                    deal.unchanged().won(on, worth == null ? deal.unchanged().value() : worth);
            desk.find(deal.row().externalId())
                    .filter(DealView::mayChange)
                    .ifPresentOrElse(
                            now -> compare(mine, now),
                            () -> ConflictDialog.gone(DealNames.of(deal.row())).open());
            return;
        }
        close();
        changed.run();
        String next = NextFamilies.question(crossSelling.forDeal(before.row().externalId()));
        String won = getTranslation("deal.won", DealNames.of(before.row()));
        UndoToast.say(next.isEmpty() ? won : won + " " + next, () -> Undo.back(desk, before, changed));
    }

    private void compare(DealChange mine, DealView now) {
        DealConflict conflict = new DealConflict(deal, mine, now, people);
        Runnable loadAgain = () -> {
            close();
            changed.run();
            if (now.row().stage().isOpen()) {
                new WinDialog(desk, crossSelling, now, people, clock, changed).open();
            }
        };
        // what somebody else closed is not won on top of that: who changes it now says why
        Runnable keepMine = now.row().stage().isOpen()
                ? () -> win(
                        Objects.requireNonNull(conflict.merged().closedOn()),
                        conflict.merged().value(),
                        now)
                : null;
        conflict.ask(desk, readAt, clock, loadAgain, keepMine);
    }
}
