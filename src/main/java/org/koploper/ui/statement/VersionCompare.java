package org.koploper.ui.statement;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.ledger.StatementVersion;
import org.koploper.ledger.StatementVersion.Changed;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;

/** Two versions of a statement beside each other: which lines came, changed and went between them, and why. */
class VersionCompare extends Div {

    private final List<StatementVersion> versions;
    private final Function<Changed, String> what;
    private final Function<String, String> why;
    private final Formats formats = Formats.here();
    private final Select<Integer> from = new Select<>();
    private final Select<Integer> to = new Select<>();
    private final Div result = new Div();

    /**
     * @param versions two or more, the newest first
     * @param asked as the address says it: {@code 2..5}; anything else compares the last two
     * @param chosen told what the address should say
     */
    VersionCompare(
            List<StatementVersion> versions,
            ZoneId zone,
            String asked,
            Function<Changed, String> what,
            Function<String, String> why,
            Consumer<String> chosen) {
        this.versions = versions;
        this.what = what;
        this.why = why;
        int last = versions.getFirst().number();
        List<Integer> numbers =
                new ArrayList<>(versions.stream().map(StatementVersion::number).toList());
        to.setItems(List.copyOf(numbers));
        numbers.add(0);
        from.setItems(numbers);
        from.setLabel(getTranslation("statement.compare-from"));
        to.setLabel(getTranslation("statement.compare-to"));
        from.setItemLabelGenerator(number -> name(number, zone));
        to.setItemLabelGenerator(number -> name(number, zone));
        from.setValue(asked(asked, 0, last - 1, last));
        to.setValue(asked(asked, 1, last, last));
        List.of(from, to)
                .forEach(select -> select.addValueChangeListener(change -> {
                    show();
                    chosen.accept(from.getValue() + ".." + to.getValue());
                }));
        List.of(from, to).forEach(select -> select.addClassName("kp-wide-choice"));
        Div choice = new Div(from, to);
        choice.addClassName("kp-toolbar");
        choice.getElement().setAttribute("role", "group");
        choice.getElement().setAttribute("aria-label", getTranslation("statement.compare"));
        result.addClassName("kp-scroll");
        result.getElement().setAttribute("tabindex", "0");
        result.getElement().setAttribute("role", "region");
        result.getElement().setAttribute("aria-label", getTranslation("statement.compare"));
        add(choice, result);
        show();
    }

    private static int asked(String asked, int place, int otherwise, int last) {
        if (!asked.matches("\\d{1,6}\\.\\.\\d{1,6}")) {
            return otherwise;
        }
        int number = Integer.parseInt(asked.split("\\.\\.")[place]);
        return number > last || number < place ? otherwise : number;
    }

    private String name(int number, ZoneId zone) {
        if (number == 0) {
            return getTranslation("statement.version-none");
        }
        StatementVersion version = versions.get(versions.size() - number);
        return getTranslation(
                "statement.version-short",
                formats.number(number),
                formats.shortMoment(LocalDateTime.ofInstant(version.at(), zone)));
    }

    private void show() {
        result.removeAll();
        int first = Math.min(from.getValue(), to.getValue());
        List<Changed> changes = StatementVersion.between(versions, first, Math.max(from.getValue(), to.getValue()));
        if (changes.isEmpty()) {
            result.add(new Paragraph(getTranslation("statement.compare-same")));
            return;
        }
        NativeTableRow head = new NativeTableRow(
                header("statement.lines"),
                header("periods.state"),
                number(header("statement.compare-before")),
                number(header("statement.compare-after")),
                header("column.why"));
        NativeTableBody body = new NativeTableBody();
        changes.forEach(change -> body.add(row(change)));
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("kp-table");
        result.add(table);
    }

    private NativeTableRow row(Changed change) {
        String key = change.before() == null
                ? "statement.compare-added"
                : change.after() == null ? "statement.compare-removed" : "statement.compare-changed";
        return new NativeTableRow(
                new NativeTableCell(what.apply(change)),
                new NativeTableCell(getTranslation(key)),
                money(change.before(), change),
                money(change.after(), change),
                new NativeTableCell(change.causes().stream().map(why).distinct().collect(Collectors.joining("; "))));
    }

    private static NativeTableCell money(@Nullable BigDecimal amount, Changed change) {
        NativeTableCell cell = number(new NativeTableCell());
        if (amount != null) {
            cell.add(new Money(
                    LineGrid.inCents(amount, change.line().currency()),
                    change.line().currency()));
        }
        return cell;
    }

    private NativeTableHeaderCell header(String key) {
        return new NativeTableHeaderCell(getTranslation(key));
    }

    private static <C extends com.vaadin.flow.component.HasStyle> C number(C cell) {
        cell.addClassName("kp-number");
        return cell;
    }
}
