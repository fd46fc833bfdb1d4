package org.koploper.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.koploper.access.Role;
import org.koploper.ui.admin.Rights.Right;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** The rights of one subject in plain words: a row for each, a column for each role. */
class RightsTable extends Div {

    RightsTable(String group, List<Right> rights, List<Role> roles) {
        addClassNames("kp-scroll", "kp-rights");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", RightWords.group(group));
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        header(head, getTranslation("rights.right"), "col");
        roles.forEach(role -> header(head, getTranslation(RoleChoice.key(role)), "col"));
        for (Right right : rights) {
            NativeTableRow row = table.getBody().addRow();
            header(row, RightWords.name(right), "row");
            roles.forEach(role -> row.addDataCell()
                    .add(RightWords.words(right.cells().get(role.ordinal())).stream()
                            .map(RightsTable::line)
                            .toArray(Span[]::new)));
        }
        add(table);
    }

    private static void header(NativeTableRow row, String text, String scope) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(text);
        cell.getElement().setAttribute("scope", scope);
    }

    private static Span line(String words) {
        Span line = new Span(words);
        line.addClassName("kp-right");
        return line;
    }

    /** All rights of these subjects as one table. */
    static Extract<Right> extract(List<Right> rights, List<Role> roles, String title, Clock clock) {
        List<ListColumn<Right>> columns = new ArrayList<>(List.of(
                ListColumn.<Right>text("group", "rights.subject", right -> RightWords.group(right.group())),
                ListColumn.<Right>text("right", "rights.right", RightWords::name)));
        roles.forEach(role -> columns.add(ListColumn.<Right>text(
                role.name().toLowerCase(Locale.ROOT),
                RoleChoice.key(role),
                right -> String.join("; ", RightWords.words(right.cells().get(role.ordinal()))))));
        return Extract.of("rights", title, columns, rights, clock);
    }
}
