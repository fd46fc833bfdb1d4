package org.koploper.ui.month;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.util.List;
import org.koploper.ledger.MonthTotal;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;
import org.koploper.ui.kit.Spark;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.Tile;

/** What was earned so far this month, and the way to why. */
class EarnedTile extends Tile {

    /** 300 milliseconds; in the end the text is the server's own. */
    private static final String COUNT = """
            if (matchMedia('(prefers-reduced-motion: reduce)').matches) { return; }
            const text = this.firstChild, end = text.data, from = Number($0), by = Number($1) - from, start = performance.now();
            const format = new Intl.NumberFormat($2, {style: 'currency', currency: $3});
            const step = now => {
              const done = Math.min(1, (now - start) / 300);
              text.data = done < 1 ? format.format(from + by * done) : end;
              if (done < 1) { requestAnimationFrame(step); }
            };
            requestAnimationFrame(step);
            """;

    /**
     * @param course this month and those before it
     * @param whom to ask where there is no plan
     */
    EarnedTile(Statement statement, List<MonthTotal> course, String whom) {
        super(com.vaadin.flow.i18n.I18NProvider.translate("month.earned"));
        if (statement.plan() == null && statement.lines().isEmpty()) {
            add(new Paragraph(getTranslation("month.no-plan")), new Paragraph(getTranslation("statement.ask", whom)));
            return;
        }
        Money total = new Money(statement.total(), statement.currency());
        total.addClassName("kp-figure");
        Div badges = new Div(new StatusBadge(
                statement.state() == StatementState.FINAL ? "statement.final" : "statement.provisional",
                statement.state() == StatementState.FINAL ? StatusBadge.Tone.GOOD : StatusBadge.Tone.WARN));
        badges.addClassName("kp-actions");
        if (statement.total().signum() < 0) {
            badges.add(new StatusBadge("statement.clawback", StatusBadge.Tone.BAD));
        }
        Anchor why = new Anchor(
                "statements/" + statement.person().id() + "/" + statement.period(), getTranslation("month.why"));
        add(total, badges, new Paragraph(why), spark(course));
    }

    /** Counts from what it was to what it is, for readers who want motion. */
    void countFrom(BigDecimal before, Statement statement) {
        getChildren()
                .filter(Money.class::isInstance)
                .forEach(total -> total.getElement()
                        .executeJs(
                                COUNT,
                                before.toPlainString(),
                                statement.total().toPlainString(),
                                Formats.here().locale().toLanguageTag(),
                                statement.currency().getCurrencyCode()));
    }

    private Spark spark(List<MonthTotal> course) {
        Formats formats = Formats.here();
        return new Spark(
                getTranslation("month.earned-before", course.size()),
                course.stream()
                        .map(month -> new Spark.Point(
                                formats.month(month.month()),
                                month.total(),
                                formats.money(month.total(), month.currency())))
                        .toList());
    }
}
