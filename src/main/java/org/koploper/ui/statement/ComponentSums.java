package org.koploper.ui.statement;

import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** What each component of each plan came to, its rounding included, so that the sums are what is paid. */
class ComponentSums extends NativeTable {

    /** What is summed up together. */
    record Part(String plan, int version, String component, Currency currency) {}

    /** @param lines how many lines of deals, the rounding not counted */
    record Sum(BigDecimal amount, int lines) {

        Sum plus(StatementLine line) {
            return new Sum(amount.add(line.amount()), lines + (line.deal() == null ? 0 : 1));
        }
    }

    ComponentSums(Statement statement) {
        addClassName("kp-table");
        NativeTableRow head = new NativeTableRow(
                header("statement.component"),
                header("statement.plan"),
                number(header("statement.lines")),
                number(header("statement.amount")));
        NativeTableBody body = new NativeTableBody();
        of(statement)
                .forEach((part, sum) -> body.add(new NativeTableRow(
                        new NativeTableCell(part.component()),
                        new NativeTableCell(plan(part)),
                        number(new NativeTableCell(Formats.here().number(sum.lines()))),
                        number(new NativeTableCell(new Money(sum.amount(), part.currency()))))));
        add(new NativeTableHeader(head), body);
    }

    /** The same as a table. */
    static Extract<Entry<Part, Sum>> extract(Statement statement, String title, Clock clock) {
        return Extract.of(
                "components-" + statement.period(),
                title,
                List.of(
                        ListColumn.<Entry<Part, Sum>>text(
                                "component",
                                "statement.component",
                                row -> row.getKey().component()),
                        ListColumn.<Entry<Part, Sum>>text("plan", "statement.plan", row -> plan(row.getKey())),
                        ListColumn.<Entry<Part, Sum>>number(
                                "lines",
                                "statement.lines",
                                row -> BigDecimal.valueOf(row.getValue().lines())),
                        ListColumn.<Entry<Part, Sum>>money(
                                "amount",
                                "statement.amount",
                                row -> row.getValue().amount(),
                                row -> row.getKey().currency())),
                List.copyOf(of(statement).entrySet()),
                clock);
    }

    private static String plan(Part part) {
        return I18NProvider.translate("statement.plan-version", part.plan(), String.valueOf(part.version()));
    }

    /** By part, in the order of the statement; they add up to its total. */
    static Map<Part, Sum> of(Statement statement) {
        Map<Part, Sum> sums = new LinkedHashMap<>();
        for (StatementLine line : statement.lines()) {
            Part part = new Part(line.plan(), line.version(), line.component(), line.currency());
            sums.put(part, sums.getOrDefault(part, new Sum(BigDecimal.ZERO, 0)).plus(line));
        }
        return sums;
    }

    private NativeTableHeaderCell header(String key) {
        return new NativeTableHeaderCell(getTranslation(key));
    }

    private static <C extends HasStyle> C number(C cell) {
        cell.addClassName("kp-number");
        return cell;
    }
}
