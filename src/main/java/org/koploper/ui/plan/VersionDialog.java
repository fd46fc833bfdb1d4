package org.koploper.ui.plan;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.PlanBook.Page;
import org.koploper.commission.PlanBook.Version;
import org.koploper.commission.PlanChangedMeanwhile;
import org.koploper.commission.PlanEdits;
import org.koploper.commission.document.PlanFault;
import org.koploper.commission.document.PlanText;
import org.koploper.commission.engine.Component;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.Edited;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.Formats;

/** Writes the next version of a plan, starting from what the last one says. */
class VersionDialog extends FormDialog {

    private final PlanEdits edits;
    private final PlanConflicts conflicts;
    private final Page page;
    private final Runnable after;
    private final DatePicker from = Dates.field(getTranslation("plans.first-day"));
    private final DatePicker to = Dates.field(getTranslation("plans.last-day"));
    private final List<RuleForm> rules = new ArrayList<>();

    VersionDialog(PlanEdits edits, PlanConflicts conflicts, Page page, LocalDate today, Runnable after) {
        super("plans.version-title", "plans.save", page.plan().name());
        this.edits = edits;
        this.conflicts = conflicts;
        this.page = page;
        this.after = after;
        from.setValue(today.withDayOfMonth(1).plusMonths(1));
        from.setRequiredIndicatorVisible(true);
        to.setHelperText(getTranslation("plans.last-day-hint"));
        if (page.versions().isEmpty()) {
            rules.add(new RuleForm(page.plan().currency(), null));
        } else {
            page.versions()
                    .getFirst()
                    .terms()
                    .components()
                    .forEach(component -> rules.add(new RuleForm(page.plan().currency(), component)));
        }
        ask(new Paragraph(getTranslation("plans.version-text")), from, to);
        rules.forEach(this::ask);
    }

    @Override
    protected void submit() {
        List<Component> components = new ArrayList<>();
        rules.forEach(rule -> rule.component().ifPresent(components::add));
        to.setInvalid(false);
        if (!Faults.isFilled(from, getTranslation("plan.problem.missing")) || components.size() < rules.size()) {
            return;
        }
        save(components, page);
    }

    /** @param read the plan as it is on top of which the version is written */
    private void save(List<Component> components, Page read) {
        try {
            edits.addVersion(
                    page.plan().id(),
                    read.versions().isEmpty() ? 0 : read.versions().getFirst().number(),
                    from.getValue(),
                    to.getValue(),
                    PlanText.of(components));
        } catch (PlanFault fault) {
            if (!Faults.show(fault, Map.of("from", from, "to", to))) {
                part(fault).refuse(fault);
            }
            return;
        } catch (PlanChangedMeanwhile meanwhile) {
            conflicts
                    .now()
                    .ifPresentOrElse(
                            now -> compare(components, now),
                            () -> ConflictDialog.gone(page.plan().name()).open());
            return;
        }
        close();
        after.run();
    }

    private void compare(List<Component> components, Page now) {
        Version before = page.versions().isEmpty() ? null : page.versions().getFirst();
        Version theirs = now.versions().getFirst();
        List<Edited<?>> fields = new ArrayList<>();
        fields.add(day("plans.first-day", before == null ? null : before.from(), from.getValue(), theirs.from()));
        fields.add(day("plans.last-day", before == null ? null : before.to(), to.getValue(), theirs.to()));
        fields.add(new Edited<>(
                getTranslation("plans.promises"),
                before == null ? null : before.terms().components(),
                components,
                theirs.terms().components(),
                this::inWords));
        new ConflictDialog(
                        page.plan().name(),
                        conflicts.who("plan.version-added"),
                        fields,
                        () -> {
                            close();
                            conflicts.again().run();
                        },
                        () -> save(components, now))
                .open();
    }

    private Edited<LocalDate> day(
            String key, @Nullable LocalDate before, @Nullable LocalDate mine, @Nullable LocalDate theirs) {
        return new Edited<>(getTranslation(key), before, mine, theirs, Formats.here()::date);
    }

    private String inWords(List<Component> components) {
        return components.stream()
                .map(component -> component.name() + ": "
                        + PlanWords.of(component, page.plan().currency()))
                .collect(Collectors.joining(" "));
    }

    private RuleForm part(PlanFault fault) {
        for (int i = 0; i < rules.size(); i++) {
            if (fault.path().startsWith("components[" + i + "]")) {
                return rules.get(i);
            }
        }
        return rules.getFirst();
    }
}
