package org.koploper.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.koploper.access.Role;
import org.koploper.ui.admin.Rights.Cell;
import org.koploper.ui.admin.Rights.Right;
import org.koploper.ui.records.RecordWords;

/** The rights of one subject in plain words: a row for each, a column for each role. */
class RightsTable extends Div {

    /** The words of the reaches in a cell, where neighbours that say the same were put together. */
    private static final List<String> WHOSE = List.of("own", "below", "others");

    RightsTable(String group, List<Right> rights, List<Role> roles) {
        addClassNames("kp-scroll", "kp-rights");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("rights.group." + group));
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        header(head, getTranslation("rights.right"), "col");
        roles.forEach(role -> header(head, getTranslation(RoleChoice.key(role)), "col"));
        for (Right right : rights) {
            NativeTableRow row = table.getBody().addRow();
            header(row, name(right), "row");
            roles.forEach(role -> row.addDataCell()
                    .add(words(right.cells().get(role.ordinal())).stream()
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

    private String name(Right right) {
        return right.rule().startsWith("audiences ") && !right.right().equals("deals-won")
                ? RecordWords.kind(right.right())
                : getTranslation("rights." + right.right());
    }

    /** What a role may do there, for example {@code own and team below: see, change}. */
    List<String> words(Cell cell) {
        if (!cell.isAboutAPerson()) {
            return List.of(getTranslation(cell.reaches().getFirst().equals("+") ? "rights.yes" : "rights.nothing"));
        }
        List<String> lines = new ArrayList<>();
        List<String> reaches = cell.reaches();
        if (reaches.stream().distinct().count() == 1) {
            add(lines, "everybody", reaches.getFirst());
        } else if (reaches.get(0).equals(reaches.get(1))) {
            add(lines, "own-and-below", reaches.get(0));
            add(lines, WHOSE.get(2), reaches.get(2));
        } else {
            for (int i = 0; i < WHOSE.size(); i++) {
                add(lines, WHOSE.get(i), reaches.get(i));
            }
        }
        return lines.isEmpty() ? List.of(getTranslation("rights.nothing")) : lines;
    }

    private void add(List<String> lines, String whose, String may) {
        String letters = may.replace("-", "");
        if (letters.isEmpty()) {
            return;
        }
        String reach = getTranslation("rights.reach." + whose);
        lines.add(letters.equals("+") ? reach : getTranslation("rights.cell", reach, acts(letters)));
    }

    private String acts(String letters) {
        return String.join(
                ", ",
                letters.chars()
                        .mapToObj(letter -> getTranslation(
                                switch (letter) {
                                    case 's' -> "rights.act.see";
                                    case 'c' -> "rights.act.change";
                                    default -> "rights.act.remove";
                                }))
                        .toList());
    }
}
