package org.koploper.ui.team;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.koploper.access.PersonId;
import org.koploper.people.PersonRef;
import org.koploper.sales.DealChange;
import org.koploper.sales.DealChangedMeanwhile;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealRefused;
import org.koploper.sales.DealStage;
import org.koploper.sales.DealView;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.SplitFields;
import org.koploper.ui.kit.UndoToast;
import org.springframework.security.access.AccessDeniedException;

/** Changes a deal: stage with its days, value, owner, who shares it or is credited on top of that, and why. */
class EditDialog extends FormDialog {

    private static final int LONGEST_REASON = 400;

    private final DealDesk desk;
    private final Clock clock;
    private DealView deal;
    private Instant readAt;
    private final List<PersonRef> everybody;
    private final Runnable changed;
    private final Select<DealStage> stage = new Select<>();
    private final DatePicker closedOn = Dates.field(getTranslation("deal.closed-on"));
    private final DatePicker cancelledOn = Dates.field(getTranslation("deal.cancelled-on"));
    private final AmountField value;
    private final ComboBox<PersonRef> owner = new ComboBox<>(getTranslation("deal.owner"));
    private final SplitFields splits;
    private final SplitFields overlays;
    private final TextField reason = new TextField(getTranslation("deal.reason"));
    private final Refusal refusal;

    /**
     * @param owners who may own it
     * @param everybody who may share it, or be credited on top
     * @param changed told after every change, the undone one included
     */
    EditDialog(
            DealDesk desk,
            DealView deal,
            List<PersonRef> owners,
            List<PersonRef> everybody,
            Clock clock,
            Runnable changed) {
        super("deal.edit-title", "deal.save", DealNames.of(deal.row()));
        this.desk = desk;
        this.deal = deal;
        this.clock = clock;
        this.readAt = clock.instant();
        this.everybody = everybody;
        this.changed = changed;
        stage.setLabel(getTranslation("deal.stage"));
        stage.setItems(DealStage.values());
        stage.setItemLabelGenerator(DealNames::stage);
        stage.addValueChangeListener(change -> days());
        value = new AmountField(getTranslation("deal.value"), deal.row().currency(), null);
        owner.setItems(owners);
        owner.setItemLabelGenerator(PersonRef::name);
        splits = new SplitFields(everybody);
        overlays = SplitFields.overlays(everybody);
        reason.setMaxLength(LONGEST_REASON);
        refusal = new Refusal(Map.<String, HasValidationProperties>of(
                "stage",
                stage,
                "closedOn",
                closedOn,
                "cancelledOn",
                cancelledOn,
                "value",
                value,
                "owner",
                owner,
                "splits",
                splits,
                "overlays",
                overlays,
                "reason",
                reason));
        ask(stage, closedOn, cancelledOn, value, owner, splits, overlays, reason, refusal.elsewhere());
        fill();
    }

    /** With the deal as it was read last. */
    private void fill() {
        DealChange now = deal.unchanged();
        closedOn.setValue(now.closedOn());
        cancelledOn.setValue(now.cancelledOn());
        value.setValue(now.value() == null ? "" : Formats.here().number(now.value()));
        owner.setValue(deal.row().owner());
        splits.setValue(now.splits());
        overlays.setValue(now.overlays());
        stage.setValue(now.stage());
        days();
    }

    /** Only the days that the stage has. */
    private void days() {
        closedOn.setVisible(!stage.getValue().isOpen());
        cancelledOn.setVisible(stage.getValue() == DealStage.CANCELLED);
    }

    private DealChange wanted() {
        DealChange now = deal.unchanged();
        return new DealChange(
                stage.getValue(),
                value.amount().orElse(null),
                owner.getValue().id(),
                now.engagedOn(),
                now.quotedOn(),
                closedOn.isVisible() ? closedOn.getValue() : null,
                cancelledOn.isVisible() ? cancelledOn.getValue() : null,
                parts(splits),
                parts(overlays));
    }

    private static Map<PersonId, BigDecimal> parts(SplitFields fields) {
        return fields.getValue() == null ? Map.of() : fields.getValue();
    }

    private boolean complete() {
        if (value.unreadable()) {
            refusal.say("value", getTranslation("amount.not-a-number"));
        } else if (owner.getValue() == null) {
            refusal.say("owner", getTranslation("deal.owner-missing"));
        } else if (splits.incomplete()) {
            refusal.say("splits", getTranslation("deal.split-incomplete"));
        } else if (overlays.incomplete()) {
            refusal.say("overlays", getTranslation("deal.split-incomplete"));
        } else {
            return true;
        }
        return false;
    }

    @Override
    protected void submit() {
        refusal.clear();
        if (complete()) {
            save(wanted(), deal.version());
        }
    }

    private void save(DealChange wanted, int version) {
        try {
            desk.change(
                    deal.row().externalId(),
                    wanted,
                    version,
                    reason.getValue().isBlank() ? null : reason.getValue().strip());
        } catch (DealRefused refused) {
            refusal.show(refused.problems().stream().map(splits::named).toList());
            return;
        } catch (DealChangedMeanwhile | AccessDeniedException meanwhile) {
            desk.find(deal.row().externalId())
                    .filter(DealView::mayChange)
                    .ifPresentOrElse(
                            now -> compare(wanted, now),
                            () -> ConflictDialog.gone(DealNames.of(deal.row())).open());
            return;
        }
        close();
        changed.run();
        DealView before = deal;
        UndoToast.say(
                getTranslation("deal.changed", DealNames.of(before.row())), () -> Undo.back(desk, before, changed));
    }

    private void compare(DealChange mine, DealView now) {
        DealConflict conflict = new DealConflict(deal, mine, now, everybody);
        conflict.ask(
                desk,
                readAt,
                clock,
                () -> {
                    deal = now;
                    readAt = clock.instant();
                    fill();
                },
                () -> save(conflict.merged(), now.version()));
    }
}
