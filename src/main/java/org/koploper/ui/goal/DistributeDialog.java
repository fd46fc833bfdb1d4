package org.koploper.ui.goal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.koploper.kpi.AgreedGoal;
import org.koploper.kpi.GoalDesk;
import org.koploper.kpi.GoalDetail;
import org.koploper.kpi.GoalDraft;
import org.koploper.kpi.GoalReading;
import org.koploper.kpi.GoalScope;
import org.koploper.kpi.GoalTerms;
import org.koploper.kpi.KpiUnit;
import org.koploper.people.Directory;
import org.koploper.people.TeamId;
import org.koploper.records.RecordRefused;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.records.Refused;
import org.springframework.security.access.AccessDeniedException;

/** Hands parts of a goal to teams or people: equally, as last year, or by hand; the sum and the gap stand below. */
class DistributeDialog extends FormDialog {

    /** How the parts are made. */
    private enum Way {
        EQUAL,
        LAST_YEAR,
        BY_HAND
    }

    private final GoalDesk desk;
    private final GoalDetail goal;
    private final Runnable after;
    private final GoalScope scope;
    private final boolean share;
    private final RadioButtonGroup<Way> way = new RadioButtonGroup<>(getTranslation("goal.distribute-how"));
    private final Map<String, AmountField> parts = new LinkedHashMap<>();
    private final Paragraph sum = new Paragraph();

    DistributeDialog(GoalDesk desk, Directory directory, GoalDetail goal, Clock clock, Runnable after) {
        super(
                "goal.distribute-title",
                "goal.distribute-now",
                goal.stand().agreed().name());
        this.desk = desk;
        this.goal = goal;
        this.after = after;
        AgreedGoal agreed = goal.stand().agreed();
        GoalTerms terms = agreed.terms();
        share = terms.kpi().unit() == KpiUnit.RATIO;
        scope = agreed.scope() == GoalScope.ORGANISATION ? GoalScope.TEAM : GoalScope.PERSON;
        Div fields = new Div();
        fields.addClassName("kp-form");
        candidates(directory, agreed, LocalDate.now(clock)).forEach((id, name) -> {
            AmountField field =
                    new AmountField(name, share ? "%" : Objects.requireNonNullElse(terms.currency(), ""), null);
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    way.setValue(Way.BY_HAND);
                }
                add();
            });
            parts.put(id, field);
            fields.add(field);
        });
        way.setItems(terms.reading().isSum() ? List.of(Way.values()) : List.of(Way.EQUAL, Way.BY_HAND));
        way.setItemLabelGenerator(
                one -> getTranslation("goal.distribute." + one.name().toLowerCase(java.util.Locale.ROOT)));
        way.addValueChangeListener(change -> fill(change.getValue()));
        sum.getElement().setAttribute("aria-live", "polite");
        ask(way, fields, sum);
        way.setValue(Way.EQUAL);
    }

    private static Map<String, String> candidates(Directory directory, AgreedGoal goal, LocalDate today) {
        Map<String, String> found = new LinkedHashMap<>();
        if (goal.scope() == GoalScope.ORGANISATION) {
            directory.teams().forEach(team -> found.put(team.externalId(), team.name()));
        } else {
            directory
                    .membersOf(new TeamId(goal.subjectId()), today)
                    .forEach(person -> found.put(person.externalId(), person.name()));
        }
        return found;
    }

    private BigDecimal target() {
        return goal.stand().target();
    }

    private void fill(Way chosen) {
        if (chosen == Way.BY_HAND || parts.isEmpty()) {
            return;
        }
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        parts.keySet().forEach(id -> weights.put(id, chosen == Way.EQUAL ? BigDecimal.ONE : lastYear(id)));
        BigDecimal all = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        // a rate is no sum: everybody gets the same one
        boolean same = !goal.stand().agreed().terms().reading().isSum();
        weights.forEach((id, weight) -> show(
                Objects.requireNonNull(parts.get(id)),
                same
                        ? target()
                        : all.signum() <= 0
                                ? BigDecimal.ZERO
                                : target().multiply(weight).divide(all, MathContext.DECIMAL128)));
        add();
    }

    private BigDecimal lastYear(String id) {
        GoalTerms terms = goal.stand().agreed().terms();
        try {
            BigDecimal then = desk.preview(new GoalDraft(
                            scope,
                            id,
                            terms.kpi(),
                            GoalReading.VS_LAST_YEAR,
                            terms.shape(),
                            terms.period(),
                            null,
                            BigDecimal.ONE,
                            null,
                            null,
                            null))
                    .baseline();
            return then == null ? BigDecimal.ZERO : then.max(BigDecimal.ZERO);
        } catch (AccessDeniedException foreign) {
            return BigDecimal.ZERO;
        }
    }

    private void show(AmountField field, BigDecimal amount) {
        BigDecimal shown = share ? amount.movePointRight(2) : amount;
        field.setValue(org.koploper.ui.kit.Formats.here()
                .number(shown.setScale(2, RoundingMode.DOWN).stripTrailingZeros()));
    }

    private BigDecimal amount(AmountField field) {
        BigDecimal typed = field.amount().orElse(BigDecimal.ZERO);
        return share ? typed.movePointLeft(2) : typed;
    }

    private void add() {
        if (!goal.stand().agreed().terms().reading().isSum()) {
            sum.setText("");
            return;
        }
        BigDecimal all = parts.values().stream().map(this::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        sum.setText(GoalParts.gap(all, goal.stand().agreed().terms()));
    }

    @Override
    protected void submit() {
        Map<String, BigDecimal> made = new LinkedHashMap<>();
        parts.forEach((id, field) -> {
            if (amount(field).signum() > 0) {
                made.put(id, amount(field));
            }
        });
        try {
            desk.distribute(goal.stand().externalId(), scope, made);
            close();
            UndoToast.say(getTranslation("goal.distributed", made.size()));
            after.run();
        } catch (RecordRefused refused) {
            sum.setText(Refused.sentence(refused.issues().getFirst()));
        } catch (AccessDeniedException foreign) {
            sum.setText(getTranslation("goal.not-yours"));
        }
    }
}
