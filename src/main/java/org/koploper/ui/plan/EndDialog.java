package org.koploper.ui.plan;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.PlanBook.Assigned;
import org.koploper.commission.PlanChangedMeanwhile;
import org.koploper.commission.PlanEdits;
import org.koploper.commission.document.PlanFault;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.Edited;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.Formats;

/** Takes a person, a team or a job role off a plan, from a day on. */
class EndDialog extends FormDialog {

    private final PlanEdits edits;
    private final PlanConflicts conflicts;
    private final Assigned one;
    private final Runnable after;
    private final DatePicker last = Dates.field(getTranslation("plans.last-day"));

    EndDialog(PlanEdits edits, PlanConflicts conflicts, Assigned one, LocalDate today, Runnable after) {
        super("plans.end-title", "plans.end", one.name(), conflicts.plan().name());
        this.edits = edits;
        this.conflicts = conflicts;
        this.one = one;
        this.after = after;
        last.setValue(today.withDayOfMonth(today.lengthOfMonth()));
        last.setRequiredIndicatorVisible(true);
        ask(new Paragraph(getTranslation("plans.end-text")), last);
    }

    @Override
    protected void submit() {
        if (Faults.isFilled(last, getTranslation("plan.problem.missing"))) {
            end(one.to());
        }
    }

    private void end(@Nullable LocalDate read) {
        try {
            edits.end(one.id(), read, last.getValue());
        } catch (PlanFault fault) {
            Faults.say(last, PlanWords.of(fault));
            return;
        } catch (PlanChangedMeanwhile meanwhile) {
            compare(read);
            return;
        }
        close();
        after.run();
    }

    private void compare(@Nullable LocalDate read) {
        Runnable loadAgain = () -> {
            close();
            conflicts.again().run();
        };
        conflicts
                .now()
                .flatMap(page -> page.assigned().stream()
                        .filter(other -> other.id() == one.id())
                        .findFirst())
                .ifPresentOrElse(
                        now -> new ConflictDialog(
                                        one.name(),
                                        conflicts.who("plan.assignment-ended"),
                                        List.of(new Edited<>(
                                                getTranslation("plans.last-day"),
                                                read,
                                                last.getValue(),
                                                now.to(),
                                                Formats.here()::date)),
                                        loadAgain,
                                        () -> end(now.to()))
                                .open(),
                        () -> ConflictDialog.gone(one.name()).open());
    }
}
