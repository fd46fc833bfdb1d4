package org.koploper.ui.statement;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.ledger.Closing;
import org.koploper.ledger.MonthTotal;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementState;
import org.koploper.people.TeamRef;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;
import org.koploper.ui.kit.StatusBadge;

/** Whose statement it is, what it comes to, and how final that is. */
class StatementHead extends Div {

    private final Statement statement;
    private final Formats formats = Formats.here();

    /**
     * @param team of the person at the end of the month; null without one
     * @param corrections what later statements make of a closed month
     */
    StatementHead(Statement statement, @Nullable TeamRef team, List<MonthTotal> corrections, Clock clock) {
        this.statement = statement;
        addClassName("kp-statement-head");
        String who = statement.plan() == null
                ? statement.person().name()
                : getTranslation(
                        "statement.about",
                        statement.person().name(),
                        statement.plan().name(),
                        String.valueOf(statement.plan().version()));
        Span about = new Span(team == null ? who : who + " · " + getTranslation("statement.team", team.name()));
        about.addClassName("kp-quiet");
        add(about, total(), standing(clock));
        statement
                .otherTotals()
                .forEach((currency, amount) ->
                        add(new Paragraph(getTranslation("statement.other-total", formats.money(amount, currency)))));
        corrections.forEach(this::correction);
        if (statement.total().signum() == 0 && !statement.lines().isEmpty()) {
            RouterLink why = new RouterLink(
                    getTranslation("statement.zero-why"),
                    StatementView.class,
                    StatementView.address(statement.person().id(), statement.period()));
            why.setQueryParameters(QueryParameters.simple(Map.of("tab", "components", "why", "on")));
            add(new Paragraph(why));
        }
        PartStrip strip = new PartStrip(statement);
        if (strip.saysMoreThanTheTotal()) {
            add(strip);
        }
    }

    /** A badge that says how final it is, for wherever a statement is told of. */
    static StatusBadge badge(Statement statement) {
        return statement.state() == StatementState.FINAL
                ? new StatusBadge("statement.final", StatusBadge.Tone.GOOD)
                : new StatusBadge("statement.provisional", StatusBadge.Tone.WARN);
    }

    private Div total() {
        Money total = new Money(statement.total(), statement.currency());
        total.addClassName("kp-figure");
        Div line = new Div(total, badge(statement));
        line.addClassName("kp-statement-total");
        if (statement.total().signum() < 0) {
            line.add(new StatusBadge("statement.clawback", StatusBadge.Tone.BAD));
        }
        return line;
    }

    private Paragraph standing(Clock clock) {
        if (statement.state() != StatementState.FINAL) {
            Paragraph provisional = new Paragraph(getTranslation("statement.provisional-text"));
            provisional.addClassName("kp-note");
            return provisional;
        }
        Closing closing = statement.closing();
        return new Paragraph(
                closing == null
                        ? getTranslation("statement.final-before")
                        : getTranslation(
                                "statement.final-text",
                                formats.shortMoment(LocalDateTime.ofInstant(closing.at(), clock.getZone())),
                                formats.number(statement.versions()),
                                formats.date(closing.payableOn())));
    }

    private void correction(MonthTotal correction) {
        RouterLink link = new RouterLink(
                getTranslation("statement.heading", formats.month(correction.month())),
                StatementView.class,
                StatementView.address(statement.person().id(), correction.month()));
        Money amount = new Money(correction.total(), correction.currency());
        add(new Paragraph(new Span(getTranslation("statement.corrected") + " "), link, new Span(": "), amount));
    }
}
