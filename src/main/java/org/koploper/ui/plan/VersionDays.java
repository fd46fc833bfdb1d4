package org.koploper.ui.plan;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.document.PlanFault;
import org.koploper.ui.kit.Dates;

/** On which days a version shall hold: as its document says, or else as it is filled in here. */
class VersionDays extends Div {

    private final DatePicker from = Dates.field(getTranslation("plans.first-day"));
    private final DatePicker to = Dates.field(getTranslation("plans.last-day"));
    private final Paragraph said = new Paragraph();
    private PlanDocument.@Nullable Header header;

    VersionDays(LocalDate today) {
        addClassName("kp-toolbar");
        from.setValue(today.withDayOfMonth(1).plusMonths(1));
        from.setRequiredIndicatorVisible(true);
        to.setHelperText(getTranslation("plans.last-day-hint"));
        add(from, to, said);
        show(null);
    }

    /** @param known null where the document leaves it open */
    void show(PlanDocument.@Nullable Header known) {
        header = known;
        from.setVisible(known == null);
        to.setVisible(known == null);
        said.setVisible(known != null);
        said.setText(known == null ? "" : getTranslation("plans.text.days", PlanWords.days(known.from(), known.to())));
    }

    /** The first day; empty where it is missing, which is said. */
    Optional<LocalDate> from() {
        if (header != null) {
            return Optional.of(header.from());
        }
        to.setInvalid(false);
        return Faults.isFilled(from, getTranslation("plan.problem.missing"))
                ? Optional.of(from.getValue())
                : Optional.empty();
    }

    @Nullable
    LocalDate to() {
        return header == null ? to.getValue() : header.to();
    }

    /** @return whether it is about these days, and said there */
    boolean refuse(PlanFault fault) {
        return header == null && Faults.show(fault, Map.of("from", from, "to", to));
    }
}
