package org.koploper.ui.statement;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
import org.koploper.ui.kit.DealTitles;
import org.koploper.ui.kit.ExplainTree;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;
import org.koploper.ui.kit.Widths;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/**
 * The lines of a statement, in cents. Every line opens to why it is what it is, there with all decimals; on a phone all
 * columns become one.
 */
class LineGrid extends Grid<StatementLine> {

    private static final int ALL_VISIBLE = 100;

    private final Formats formats = Formats.here();

    private final DealTitles titles;

    LineGrid(Statement statement, DealTitles titles) {
        super(StatementLine.class, false);
        this.titles = titles;
        List<StatementLine> lines = statement.lines();
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        addClassName("kp-lines");
        setAriaLabel(getTranslation("statement.lines"));
        setSelectionMode(SelectionMode.NONE);
        Column<StatementLine> rich = addColumn(new ComponentRenderer<>(this::rich))
                .setHeader(getTranslation("statement.lines"))
                .setFlexGrow(1);
        List<Column<StatementLine>> wide = List.of(
                addColumn(this::what)
                        .setHeader(getTranslation("statement.deal"))
                        .setFlexGrow(4),
                addColumn(StatementLine::component)
                        .setHeader(getTranslation("statement.component"))
                        .setFlexGrow(2),
                end(addColumn(line -> line.rate().signum() == 0 ? "" : base(line))
                        .setHeader(getTranslation("statement.base"))),
                end(addColumn(line -> line.rate().signum() == 0 ? "" : formats.rate(line.rate()))
                        .setHeader(getTranslation("statement.rate"))),
                end(addColumn(new ComponentRenderer<>(LineGrid::amount)).setHeader(getTranslation("statement.amount")))
                        .setFooter(new Money(statement.total(), statement.currency())),
                addColumn(new ComponentRenderer<>(this::why))
                        .setHeader(hidden("statement.why"))
                        .setFlexGrow(0)
                        .setAutoWidth(true));
        wide.getFirst().setFooter(getTranslation("statement.total"));
        rich.setFooter(total(statement));
        rich.setVisible(false);
        setItemDetailsRenderer(new ComponentRenderer<>(this::explanation));
        setItems(lines);
        setAllRowsVisible(lines.size() <= ALL_VISIBLE);
        Widths.onChange(this, narrow -> {
            rich.setVisible(narrow);
            wide.forEach(column -> column.setVisible(!narrow));
        });
    }

    /** The lines with all their decimals and the sentence that says why; printed with every step. */
    Extract<StatementLine> extract(Statement statement, String title, Clock clock) {
        return Extract.of(
                        "statement-" + statement.period(),
                        title,
                        List.of(
                                ListColumn.<StatementLine>text("deal", "statement.deal", this::what),
                                ListColumn.<StatementLine>text(
                                        "component", "statement.component", StatementLine::component),
                                ListColumn.<StatementLine>money(
                                        "base", "statement.base", StatementLine::base, StatementLine::currency),
                                ListColumn.<StatementLine>share("rate", "statement.rate", StatementLine::rate),
                                ListColumn.<StatementLine>money(
                                        "amount", "statement.amount", StatementLine::amount, StatementLine::currency),
                                ListColumn.<StatementLine>text(
                                                "why", "statement.why", line -> new Explanation(line).sentence())
                                        .fileOnly()),
                        statement.lines(),
                        clock)
                .with(this::explanation);
    }

    /** A heading for screen readers only: the buttons below it speak for themselves. */
    private Span hidden(String key) {
        Span text = new Span(getTranslation(key));
        text.addClassName("kp-told");
        return text;
    }

    private static Column<StatementLine> end(Column<StatementLine> column) {
        return column.setTextAlign(ColumnTextAlign.END).setAutoWidth(true).setFlexGrow(1);
    }

    private static Div total(Statement statement) {
        Div row = new Div();
        row.add(new Span(row.getTranslation("statement.total")), new Money(statement.total(), statement.currency()));
        row.addClassName("kp-line-rich");
        return row;
    }

    /** The deal, or what a line without deal is. */
    private String what(StatementLine line) {
        return line.deal() == null ? getTranslation("statement.rounding") : titles.of(line.deal());
    }

    private String base(StatementLine line) {
        return formats.money(line.base(), line.currency());
    }

    private static Money amount(StatementLine line) {
        return new Money(shown(line), line.currency());
    }

    /** In cents; rounded before it is written, since a line of less than half a cent is no negative zero. */
    private static BigDecimal shown(StatementLine line) {
        return line.amount().setScale(Math.max(0, line.currency().getDefaultFractionDigits()), RoundingMode.HALF_UP);
    }

    private Button why(StatementLine line) {
        Button why =
                new Button(getTranslation("statement.why"), click -> setDetailsVisible(line, !isDetailsVisible(line)));
        why.addThemeVariants(ButtonVariant.TERTIARY);
        why.setAriaLabel(getTranslation("statement.why-line", what(line), formats.money(shown(line), line.currency())));
        return why;
    }

    private Div rich(StatementLine line) {
        Span what = new Span(what(line));
        what.addClassName("kp-strong");
        Div first = new Div(what, amount(line));
        first.addClassName("kp-line-rich");
        Span how = new Span(
                line.rate().signum() == 0
                        ? line.component()
                        : getTranslation(
                                "statement.base-times-rate", line.component(), base(line), formats.rate(line.rate())));
        how.addClassName("kp-quiet");
        Div second = new Div(how, why(line));
        second.addClassName("kp-line-rich");
        return new Div(first, second);
    }

    private Div explanation(StatementLine line) {
        Explanation explanation = new Explanation(line);
        Paragraph sentence = new Paragraph(explanation.sentence());
        sentence.addClassName("kp-strong");
        Paragraph plan = new Paragraph(
                getTranslation("statement.by-plan", line.plan(), String.valueOf(line.version()), line.component()));
        plan.addClassName("kp-quiet");
        return new Div(sentence, new ExplainTree(explanation.tree()), plan);
    }
}
