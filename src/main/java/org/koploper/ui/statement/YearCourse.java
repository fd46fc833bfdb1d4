package org.koploper.ui.statement;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.koploper.access.PersonId;
import org.koploper.ledger.MonthTotal;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** The months of a year beside each other, each leading to its statement, and what they come to. */
class YearCourse extends Div {

    private final Formats formats = Formats.here();

    /** @param months those of one year that are not in the future */
    YearCourse(PersonId person, List<MonthTotal> months) {
        BigDecimal most = months.stream()
                .map(month -> month.total().abs())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        NativeTableHeaderCell amount = new NativeTableHeaderCell(getTranslation("statement.amount"));
        amount.addClassName("kp-number");
        NativeTableRow head = new NativeTableRow(
                new NativeTableHeaderCell(getTranslation("statement.month")),
                amount,
                // what it shows stands in figures beside it
                new NativeTableCell());
        NativeTableBody body = new NativeTableBody();
        months.forEach(month -> body.add(row(person, month, most)));
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("kp-table");
        add(table, new Paragraph(getTranslation("statement.year-total", total(months))));
    }

    /** The same as a table. */
    static Extract<MonthTotal> extract(List<MonthTotal> months, String title, Clock clock) {
        return Extract.of(
                "months",
                title,
                List.of(
                        ListColumn.<MonthTotal>text(
                                "month",
                                "statement.month",
                                month -> Formats.here().month(month.month())),
                        ListColumn.<MonthTotal>money(
                                "amount", "statement.amount", MonthTotal::total, MonthTotal::currency)),
                months,
                clock);
    }

    private NativeTableRow row(PersonId person, MonthTotal month, BigDecimal most) {
        NativeTableCell amount = new NativeTableCell(new Money(month.total(), month.currency()));
        amount.addClassName("kp-number");
        NativeTableCell bar = new NativeTableCell(bar(month.total(), most));
        bar.addClassName("kp-bar-cell");
        return new NativeTableRow(
                new NativeTableCell(new RouterLink(
                        formats.month(month.month()),
                        StatementView.class,
                        StatementView.address(person, month.month()))),
                amount,
                bar);
    }

    private static Span bar(BigDecimal total, BigDecimal most) {
        Span bar = new Span();
        bar.addClassNames("kp-bar", total.signum() < 0 ? "kp-bad" : "kp-even");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle()
                .set(
                        "inline-size",
                        (most.signum() == 0
                                                ? BigDecimal.ZERO
                                                : total.abs().movePointRight(2).divide(most, 1, RoundingMode.HALF_UP))
                                        .toPlainString()
                                + "%");
        return bar;
    }

    /** Months paid in different currencies are not added up. */
    private String total(List<MonthTotal> months) {
        Map<Currency, BigDecimal> totals = new LinkedHashMap<>();
        months.stream()
                .filter(month -> month.total().signum() != 0)
                .forEach(month -> totals.merge(month.currency(), month.total(), BigDecimal::add));
        if (totals.isEmpty()) {
            months.stream().findFirst().ifPresent(month -> totals.put(month.currency(), BigDecimal.ZERO));
        }
        return totals.entrySet().stream()
                .map(total -> formats.money(total.getValue(), total.getKey()))
                .collect(Collectors.joining(" + "));
    }
}
