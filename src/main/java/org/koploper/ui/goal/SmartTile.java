package org.koploper.ui.goal;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.koploper.kpi.Acceptance;
import org.koploper.kpi.AgreedGoal;
import org.koploper.kpi.GoalAnswer;
import org.koploper.kpi.GoalDesk;
import org.koploper.kpi.GoalDetail;
import org.koploper.kpi.GoalTerms;
import org.koploper.kpi.Smart;
import org.koploper.ui.kit.Busy;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;

/** Whether a goal is specific, measurable, acceptable, realistic and bound in time; and the place to answer. */
class SmartTile extends Tile {

    private final GoalDesk desk;
    private final GoalDetail goal;
    private final Clock clock;
    private final Runnable after;
    private final DescriptionList list = new DescriptionList();

    SmartTile(GoalDesk desk, GoalDetail goal, Clock clock, Runnable after) {
        super(translate("goal.smart"));
        this.desk = desk;
        this.goal = goal;
        this.clock = clock;
        this.after = after;
        AgreedGoal agreed = goal.stand().agreed();
        GoalTerms terms = agreed.terms();
        Smart smart = goal.smart();
        list.addClassName("kp-smart");
        line("specific", Tone.GOOD, translate("goal.smart.specific-text", GoalWords.kpi(terms.kpi()), agreed.name()));
        line(
                "measurable",
                smart.measurable() ? Tone.GOOD : Tone.WARN,
                smart.measurable()
                        ? translate("goal.smart.measurable-text", GoalWords.amount(terms.target(), terms))
                        : translate("goal.smart.unmeasured"));
        DescriptionList.Description answers =
                line("acceptable", tone(smart.acceptance()), acceptance(smart.acceptance()));
        goal.answers().forEach(answer -> answers.add(said(answer)));
        if (goal.mayAnswer() != null) {
            answers.add(buttons());
        }
        realistic(smart, terms);
        line(
                "timed",
                Tone.GOOD,
                translate(
                        "goal.smart.timed-text",
                        Formats.here().date(terms.period().from()),
                        Formats.here().date(terms.period().to())));
        add(list);
    }

    private void realistic(Smart smart, GoalTerms terms) {
        Smart.History history = smart.history();
        if (history == null) {
            line("realistic", Tone.NEUTRAL, translate("goal.smart.no-history"));
            return;
        }
        String needed = translate("goal.smart.needed", GoalWords.change(terms));
        line(
                "realistic",
                !history.isEnough() ? Tone.NEUTRAL : history.isRare() ? Tone.WARN : Tone.GOOD,
                needed + " " + GoalComes.often(history, terms));
    }

    private DescriptionList.Description line(String letter, Tone tone, String words) {
        DescriptionList.Description says = new DescriptionList.Description(
                new StatusBadge("goal.smart.tone." + tone.name().toLowerCase(java.util.Locale.ROOT), tone),
                new Paragraph(words));
        list.add(new DescriptionList.Term(translate("goal.smart." + letter)), says);
        return says;
    }

    private static Tone tone(Acceptance acceptance) {
        return switch (acceptance) {
            case ACCEPTED -> Tone.GOOD;
            case PROPOSED, DISCUSSED -> Tone.WARN;
            case NOT_ASKED -> Tone.NEUTRAL;
        };
    }

    private String acceptance(Acceptance acceptance) {
        String owner = goal.ownerName();
        return acceptance == Acceptance.PROPOSED && owner != null
                ? translate("goal.acceptance.waiting", owner)
                : translate("goal.acceptance.text-" + acceptance.key());
    }

    private Div said(GoalAnswer answer) {
        String when = Formats.here().moment(answer.at(), clock.getZone(), LocalDate.now(clock));
        Span head = new Span(translate(
                "goal.answer." + answer.answer().name().toLowerCase(java.util.Locale.ROOT), answer.name(), when));
        Div said = new Div(head);
        if (answer.said() != null) {
            said.add(new Paragraph("“" + answer.said() + "”"));
        }
        return said;
    }

    private Div buttons() {
        Button accept = Busy.on(new Button(translate("goal.accept")), this::accept);
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        accept.setId("goal-accept");
        Button discuss = new Button(translate("goal.discuss"), click -> discuss());
        Div buttons = new Div();
        if (!hasAccepted()) {
            buttons.add(accept);
        }
        buttons.add(discuss);
        buttons.addClassName("kp-actions");
        return buttons;
    }

    /** Whether that was the last word of the part that the reader has. */
    private boolean hasAccepted() {
        return goal.answers().stream()
                .filter(answer -> answer.part() == goal.mayAnswer())
                .reduce((earlier, later) -> later)
                .filter(last -> last.answer() != GoalAnswer.Answer.DISCUSSED)
                .isPresent();
    }

    private void accept() {
        desk.answer(goal.stand().externalId(), true, null);
        UndoToast.say(translate("goal.accepted"));
        after.run();
    }

    private void discuss() {
        ConfirmWithReason.of("goal.discuss-title", "goal.discuss")
                .says(translate("goal.discuss-text"))
                .reason(translate("goal.discuss-what"), GoalDesk.LONGEST, true)
                .thenUnlessRefused(said -> {
                    desk.answer(goal.stand().externalId(), false, said);
                    UndoToast.say(translate("goal.discussed"));
                    after.run();
                    return Optional.empty();
                });
    }
}
