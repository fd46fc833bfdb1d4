package org.koploper.ui.goal;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.kpi.GoalDesk;
import org.koploper.kpi.GoalDraft;
import org.koploper.kpi.GoalKpi;
import org.koploper.kpi.GoalReading;
import org.koploper.kpi.GoalScope;
import org.koploper.kpi.GoalShape;
import org.koploper.kpi.KpiDirection;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;
import org.koploper.records.Issue;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordRefused;
import org.koploper.records.RecordShelf;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.Dates;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.records.Refused;
import org.springframework.security.access.AccessDeniedException;

/** A goal as a sentence: within how long who changes what by how much; and below it what that comes to. */
class ProposeDialog extends FormDialog {

    private static final int MONTHS = 3;
    private static final int MOST_MONTHS = 36;

    private final GoalDesk desk;
    private final List<GoalKpi> kpis;
    private final Consumer<String> made;
    private final IntegerField months = new IntegerField(getTranslation("goal.within"));
    private final DatePicker from = Dates.field(getTranslation("field.from"));
    private final Select<GoalScope> scope = new Select<>();
    private final ComboBox<RecordRef> subject = new ComboBox<>(getTranslation("goal.whose"));
    private final Select<GoalKpi> kpi = new Select<>();
    private final RadioButtonGroup<GoalReading> reading = new RadioButtonGroup<>(getTranslation("goal.reading"));
    private final AmountField change = new AmountField(getTranslation("goal.change"), "%", BigDecimal.TEN);
    private final Select<GoalShape> shape = new Select<>();
    private final TextField note = new TextField(getTranslation("field.note"));
    private final Paragraph comes = new Paragraph();
    private final Map<GoalScope, List<RecordRef>> choices;

    /**
     * @param kpis what it can be about
     * @param made gets the external id of the new goal
     */
    ProposeDialog(
            GoalDesk desk,
            List<GoalKpi> kpis,
            Directory directory,
            RecordShelf shelf,
            Clock clock,
            Consumer<String> made) {
        super("goal.new-title", "goal.propose");
        this.desk = desk;
        this.kpis = kpis;
        this.made = made;
        LocalDate today = LocalDate.now(clock);
        choices = Map.of(
                GoalScope.PERSON, people(directory, today),
                GoalScope.TEAM,
                        directory.teams().stream()
                                .map(team -> new RecordRef("teams", team.externalId(), team.name()))
                                .toList());
        months.setValue(MONTHS);
        months.setMin(1);
        months.setMax(MOST_MONTHS);
        months.setStepButtonsVisible(true);
        months.setSuffixComponent(new com.vaadin.flow.component.html.Span(getTranslation("goal.months")));
        from.setValue(today.plusMonths(1).withDayOfMonth(1));
        scope.setLabel(getTranslation("field.scope"));
        scope.setItems(scopes());
        scope.setItemLabelGenerator(GoalWords::scope);
        subject.setItemLabelGenerator(RecordRef::label);
        scope.addValueChangeListener(chosen -> whose(shelf));
        kpi.setLabel(getTranslation("field.kpi"));
        kpi.setItemLabelGenerator(GoalWords::kpi);
        kpi.addValueChangeListener(chosen -> readings());
        reading.setItemLabelGenerator(GoalWords::meaning);
        reading.addValueChangeListener(chosen -> unit());
        shape.setLabel(getTranslation("field.curve"));
        shape.setItems(GoalShape.values());
        shape.setItemLabelGenerator(GoalWords::shape);
        shape.setValue(GoalShape.WORKING_DAYS);
        note.setMaxLength(500);
        comes.addClassName("kp-goal-comes");
        comes.getElement().setAttribute("aria-live", "polite");
        scope.setValue(scopes().getFirst());
        months.addValueChangeListener(changed -> preview());
        from.addValueChangeListener(changed -> preview());
        subject.addValueChangeListener(changed -> preview());
        reading.addValueChangeListener(changed -> preview());
        change.addValueChangeListener(changed -> preview());
        shape.addValueChangeListener(changed -> preview());
        Div within = new Div(months, from);
        within.addClassName("kp-actions");
        ask(within, scope, subject, kpi, reading, change, shape, comes, note);
        readings();
        preview();
    }

    private static List<GoalScope> scopes() {
        return Caller.now().has(Role.ADMIN)
                ? List.of(GoalScope.TEAM, GoalScope.PERSON, GoalScope.CUSTOMER, GoalScope.ORGANISATION)
                : List.of(GoalScope.PERSON, GoalScope.TEAM, GoalScope.CUSTOMER);
    }

    private static List<RecordRef> people(Directory directory, LocalDate today) {
        List<PersonRef> people = Caller.now().has(Role.ADMIN)
                ? directory.people()
                : directory.peopleBelow(Caller.now().self(), today);
        return people.stream()
                .map(person -> new RecordRef("people", person.externalId(), person.name()))
                .toList();
    }

    private void whose(RecordShelf shelf) {
        GoalScope chosen = scope.getValue();
        subject.setVisible(chosen != GoalScope.ORGANISATION);
        if (chosen == GoalScope.CUSTOMER) {
            subject.setItems(query ->
                    shelf
                            .choices("customers", query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                            .stream());
        } else {
            subject.setItems(choices.getOrDefault(chosen, List.of()));
        }
        GoalKpi before = kpi.getValue();
        List<GoalKpi> known =
                kpis.stream().filter(one -> one.isKnownFor(chosen)).toList();
        kpi.setItems(known);
        kpi.setValue(known.contains(before) ? before : known.getFirst());
    }

    private void readings() {
        GoalKpi of = kpi.getValue();
        if (of != null) {
            reading.setItems(of.readings());
            reading.setValue(of.readings().getFirst());
        }
    }

    private void unit() {
        boolean points = reading.getValue() == GoalReading.RATIO_POINTS;
        ((com.vaadin.flow.component.html.Span) change.getSuffixComponent())
                .setText(points ? getTranslation("goal.points") : "%");
    }

    /** Empty as long as something is missing. */
    private Optional<GoalDraft> draft() {
        RecordRef whose = subject.getValue();
        if (months.getValue() == null
                || months.isInvalid()
                || from.getValue() == null
                || kpi.getValue() == null
                || reading.getValue() == null
                || change.amount().isEmpty()
                || scope.getValue() != GoalScope.ORGANISATION && whose == null) {
            return Optional.empty();
        }
        LocalDate first = from.getValue();
        return Optional.of(new GoalDraft(
                scope.getValue(),
                scope.getValue() == GoalScope.ORGANISATION ? null : whose.externalId(),
                kpi.getValue(),
                reading.getValue(),
                shape.getValue(),
                new Period(first, first.plusMonths(months.getValue()).minusDays(1)),
                change(),
                null,
                null,
                null,
                note.isEmpty() ? null : note.getValue().strip()));
    }

    /** As a share; what shall become less, below zero. */
    private BigDecimal change() {
        BigDecimal share = change.amount().orElseThrow().movePointLeft(2);
        return kpi.getValue().direction() == KpiDirection.LOWER && share.signum() > 0 ? share.negate() : share;
    }

    private void preview() {
        comes.setText(draft().map(draft -> {
                    try {
                        return GoalComes.words(draft.kpi(), draft.period(), desk.preview(draft));
                    } catch (AccessDeniedException foreign) {
                        return getTranslation("goal.not-yours");
                    }
                })
                .orElse(""));
    }

    @Override
    protected void submit() {
        filled(subject, scope.getValue() == GoalScope.ORGANISATION || subject.getValue() != null);
        filled(from, from.getValue() != null);
        filled(change, change.amount().isPresent());
        Optional<GoalDraft> draft = draft();
        if (draft.isEmpty()) {
            return;
        }
        try {
            String goal = desk.propose(draft.get());
            close();
            UndoToast.say(getTranslation("goal.proposed"));
            made.accept(goal);
        } catch (RecordRefused refused) {
            Issue first = refused.issues().getFirst();
            comes.setText(
                    first.field().equals("amount") || first.field().equals("baseline")
                            ? getTranslation("goal.no-baseline")
                            : Refused.sentence(first));
        } catch (AccessDeniedException foreign) {
            comes.setText(getTranslation("goal.not-yours"));
        }
    }

    private void filled(HasValidation field, boolean filled) {
        field.setInvalid(!filled);
        field.setErrorMessage(filled ? "" : getTranslation("goal.missing"));
    }
}
