package org.koploper.ui.statement;

import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.ledger.MonthTotal;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.Chart.Look;
import org.koploper.ui.kit.Chart.Point;
import org.koploper.ui.kit.Chart.Series;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** The months of a year beside those of the year before, drawn and as a table that leads to each statement. */
class YearCourse extends Div {

    private static final int MONTHS = 12;

    private final Formats formats = Formats.here();

    /**
     * @param months those of one year that are not in the future, from January on
     * @param before all months of the year before
     * @param asTable whether the table is open at first
     * @param toggled told when the reader opens or closes it
     */
    YearCourse(
            PersonId person,
            List<MonthTotal> months,
            List<MonthTotal> before,
            boolean asTable,
            Consumer<Boolean> toggled) {
        String together = getTranslation("statement.year-total", total(months));
        currency(months, before)
                .ifPresentOrElse(
                        currency -> add(
                                chart(months, before, currency)
                                        .withTable(() -> table(person, months, before), asTable, toggled),
                                new Paragraph(together)),
                        // amounts in several currencies have no common axis
                        () -> add(table(person, months, before), new Paragraph(together)));
    }

    /** The same as a table. */
    static Extract<MonthTotal> extract(List<MonthTotal> months, List<MonthTotal> before, String title, Clock clock) {
        return Extract.of(
                "months",
                title,
                List.of(
                        ListColumn.<MonthTotal>text(
                                "month",
                                "statement.month",
                                month -> Formats.here().month(month.month())),
                        ListColumn.<MonthTotal>money(
                                "amount", "statement.amount", MonthTotal::total, MonthTotal::currency),
                        ListColumn.<MonthTotal>money(
                                "before",
                                "statement.year-before",
                                month -> sameMonth(month, before).total(),
                                month -> sameMonth(month, before).currency())),
                months,
                clock);
    }

    private static MonthTotal sameMonth(MonthTotal month, List<MonthTotal> before) {
        return before.get(month.month().getMonthValue() - 1);
    }

    /** The one that all amounts are in; empty where they are in several. */
    private static Optional<Currency> currency(List<MonthTotal> months, List<MonthTotal> before) {
        List<Currency> currencies = Stream.concat(months.stream(), before.stream())
                .filter(month -> month.total().signum() != 0)
                .map(MonthTotal::currency)
                .distinct()
                .toList();
        return currencies.isEmpty()
                ? Optional.of(months.getFirst().currency())
                : currencies.size() == 1 ? Optional.of(currencies.getFirst()) : Optional.empty();
    }

    private Chart chart(List<MonthTotal> months, List<MonthTotal> before, Currency currency) {
        List<@Nullable BigDecimal> now =
                new ArrayList<>(months.stream().map(MonthTotal::total).toList());
        while (now.size() < MONTHS) {
            now.add(null);
        }
        List<Series> series = new ArrayList<>();
        series.add(new Series(year(months), Look.COLUMNS, now));
        if (before.stream().anyMatch(month -> month.total().signum() != 0)) {
            series.add(new Series(
                    year(before),
                    Look.DASHED,
                    before.stream().map(MonthTotal::total).toList()));
        }
        return new Chart(
                summary(months, before, currency),
                before.stream()
                        .map(month -> new Point(
                                formats.shortMonth(month.month().getMonth()),
                                formats.monthOfYear(month.month().getMonth())))
                        .toList(),
                series,
                amount -> formats.money(amount, currency),
                mark -> formats.wholeMoney(mark, currency));
    }

    private static String year(List<MonthTotal> months) {
        return String.valueOf(months.getFirst().month().getYear());
    }

    private String summary(List<MonthTotal> months, List<MonthTotal> before, Currency currency) {
        MonthTotal most =
                months.stream().max(Comparator.comparing(MonthTotal::total)).orElseThrow();
        String now = formats.money(sum(months), currency);
        String last = formats.month(months.getLast().month());
        BigDecimal then = sum(before.subList(0, months.size()));
        String words = most.total().signum() <= 0
                ? getTranslation("statement.year-words", now, last)
                : getTranslation(
                        "statement.year-words-most",
                        now,
                        last,
                        formats.monthOfYear(most.month().getMonth()),
                        formats.money(most.total(), currency));
        return then.signum() == 0
                ? getTranslation("chart.sentence", words)
                : getTranslation("statement.year-words-before", words, formats.money(then, currency));
    }

    private static BigDecimal sum(List<MonthTotal> months) {
        return months.stream().map(MonthTotal::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private NativeTable table(PersonId person, List<MonthTotal> months, List<MonthTotal> before) {
        NativeTableRow head = new NativeTableRow(
                new NativeTableHeaderCell(getTranslation("statement.month")),
                number(new NativeTableHeaderCell(getTranslation("statement.amount"))),
                number(new NativeTableHeaderCell(getTranslation("statement.year-before"))));
        NativeTableBody body = new NativeTableBody();
        months.forEach(month -> body.add(new NativeTableRow(
                new NativeTableCell(new RouterLink(
                        formats.month(month.month()),
                        StatementView.class,
                        StatementView.address(person, month.month()))),
                amount(month),
                amount(sameMonth(month, before)))));
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("kp-table");
        return table;
    }

    private static NativeTableCell amount(MonthTotal month) {
        return number(new NativeTableCell(new Money(month.total(), month.currency())));
    }

    private static <C extends HasStyle> C number(C cell) {
        cell.addClassName("kp-number");
        return cell;
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
