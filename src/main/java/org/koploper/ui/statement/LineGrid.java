package org.koploper.ui.statement;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
import org.koploper.sales.DealRow;
import org.koploper.ui.kit.DealTitles;
import org.koploper.ui.kit.ExplainTree;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;
import org.koploper.ui.kit.Widths;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.records.RecordAddress;

/**
 * The lines of a statement, in cents. Every line opens to why it is what it is, there with all decimals; on a phone all
 * columns become one.
 */
class LineGrid extends Grid<StatementLine> {

    /** Key of the column that opens a line. */
    static final String WHY = "why";

    private static final int ALL_VISIBLE = 100;

    private final Formats formats = Formats.here();

    private final DealTitles titles;

    private final Statement statement;

    private final Sources.Links links;

    private final Consumer<@Nullable StatementLine> toggled;

    /** @param toggled told which line the reader opened; null where one was closed */
    LineGrid(Statement statement, DealTitles titles, Sources.Links links, Consumer<@Nullable StatementLine> toggled) {
        super(StatementLine.class, false);
        this.titles = titles;
        this.statement = statement;
        this.links = links;
        this.toggled = toggled;
        List<StatementLine> lines = byDay(statement, titles);
        addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        addClassName("kp-lines");
        setAriaLabel(getTranslation("statement.lines"));
        setSelectionMode(SelectionMode.NONE);
        Column<StatementLine> rich = addColumn(new ComponentRenderer<>(this::rich))
                .setHeader(getTranslation("statement.lines"))
                .setFlexGrow(1);
        List<Column<StatementLine>> wide = List.of(
                addColumn(this::day)
                        .setHeader(getTranslation("statement.day"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
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
                        .setFooter(totals(statement)),
                addColumn(new ComponentRenderer<>(this::whyCell))
                        .setKey(WHY)
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
                                ListColumn.<StatementLine>day("day", "statement.day", this::dayOf),
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
                        byDay(statement, titles),
                        clock)
                .with(this::explanation);
    }

    /** Within a component as the deals were won, cancelled and credited; what is about no deal, or about one of an unknown day, comes last. */
    static List<StatementLine> byDay(Statement statement, DealTitles titles) {
        Comparator<LocalDate> lastUnknown = Comparator.nullsLast(Comparator.naturalOrder());
        return statement.lines().stream()
                .sorted(Comparator.comparing(StatementLine::plan)
                        .thenComparing(StatementLine::version)
                        .thenComparing(StatementLine::component)
                        .thenComparing(StatementLine::earned)
                        .thenComparing(line -> titles.dayOf(line.deal()), lastUnknown))
                .toList();
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
        row.add(new Span(row.getTranslation("statement.total")), totals(statement));
        row.addClassName("kp-line-rich");
        return row;
    }

    /** The total of the head, to the cent, and below it what there is in other currencies. */
    private static Div totals(Statement statement) {
        Div totals = new Div(new Money(statement.total(), statement.currency()));
        statement.otherTotals().forEach((currency, amount) -> totals.add(new Money(amount, currency)));
        totals.addClassName("kp-cell");
        return totals;
    }

    /** Opens every line, or closes them. */
    void openAll(boolean open) {
        getListDataView().getItems().toList().forEach(line -> setDetailsVisible(line, open));
    }

    /**
     * Opens the lines of that deal, or the one with that entry number, and brings the first of them into sight.
     *
     * @return whether there is any
     */
    boolean open(String wanted) {
        List<StatementLine> lines = getListDataView()
                .getItems()
                .filter(line -> wanted.equals(line.deal()) || wanted.equals(String.valueOf(line.entry())))
                .toList();
        lines.forEach(line -> setDetailsVisible(line, true));
        lines.stream().findFirst().ifPresent(this::scrollToItem);
        return !lines.isEmpty();
    }

    /** The deal, or what a line without deal is. */
    private String what(StatementLine line) {
        String what = what(line, titles, new Explanation(line));
        return statement.adjusts(line)
                ? getTranslation("statement.adjustment", what, formats.month(line.earned()))
                : what;
    }

    /** The deal and what became of it, as far as there is anything to say of either. */
    static String what(StatementLine line, DealTitles titles, Explanation explanation) {
        Optional<String> name = explanation.name(line);
        if (line.deal() == null) {
            return name.orElse(line.component());
        }
        String deal = titles.of(line.deal(), explanation.locale());
        return name.map(one -> deal + ", " + one).orElse(deal);
    }

    /** Null where it is about no deal, or one that the reader may not see. */
    private @Nullable LocalDate dayOf(StatementLine line) {
        return titles.dayOf(line.deal());
    }

    private String day(StatementLine line) {
        LocalDate day = dayOf(line);
        return day == null ? "" : formats.shortDate(day);
    }

    private String base(StatementLine line) {
        return formats.money(line.base(), line.currency());
    }

    private static Money amount(StatementLine line) {
        return new Money(shown(line), line.currency());
    }

    /** In cents; rounded before it is written, since a line of less than half a cent is no negative zero. */
    static BigDecimal shown(StatementLine line) {
        return inCents(line.amount(), line.currency());
    }

    static BigDecimal inCents(BigDecimal amount, Currency currency) {
        return amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
    }

    /** The button, and for whoever listens the sentence that it opens. */
    private Div whyCell(StatementLine line) {
        Span sentence = new Span(new Explanation(line).sentence());
        sentence.addClassName("kp-told");
        Div cell = new Div(why(line), sentence);
        cell.addClassName("kp-why-cell");
        return cell;
    }

    private Button why(StatementLine line) {
        Button why = new Button(getTranslation("statement.why"), click -> {
            boolean open = !isDetailsVisible(line);
            setDetailsVisible(line, open);
            toggled.accept(open ? line : null);
        });
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
        Div about = new Div(how);
        LocalDate day = dayOf(line);
        if (day != null) {
            Span on = new Span(formats.date(day));
            on.addClassName("kp-quiet");
            about.add(on);
        }
        about.addClassName("kp-cell");
        Div second = new Div(about, why(line));
        second.addClassName("kp-line-rich");
        return new Div(first, second);
    }

    /** Why a line is what it is, step by step. */
    Div explanation(StatementLine line) {
        Explanation explanation = new Explanation(line);
        Paragraph sentence = new Paragraph(explanation.sentence());
        sentence.addClassName("kp-strong");
        Paragraph plan = new Paragraph(
                getTranslation("statement.by-plan", line.plan(), String.valueOf(line.version()), line.component()));
        plan.addClassName("kp-quiet");
        Div all = new Div(sentence, new ExplainTree(explanation.tree(links::to)), plan);
        DealRow deal = line.deal() == null ? null : titles.deal(line.deal());
        if (deal != null) {
            all.add(new Paragraph(new Anchor(
                    RecordAddress.of("deals", deal.externalId()),
                    getTranslation("statement.to-deal", deal.externalId()))));
        }
        if (statement.adjusts(line)) {
            all.add(new RouterLink(
                    getTranslation("statement.heading", formats.month(line.earned())),
                    StatementView.class,
                    StatementView.address(statement.person().id(), line.earned())));
        }
        return all;
    }
}
