package org.koploper.ui.effort;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.koploper.kpi.Effort;
import org.koploper.kpi.EffortCounts;
import org.koploper.people.PersonRef;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** All weeks of each of several people, by name: a list, and no ranking. */
class PeopleTable extends Div {

    /** @param address where one of them is shown alone */
    PeopleTable(Effort effort, Function<PersonRef, String> address) {
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        Cells.header(head, getTranslation("column.person"), "col");
        Cells.heads(head);
        effort.byPerson().forEach((person, counts) -> {
            NativeTableRow row = table.getBody().addRow();
            Cells.header(row, "", "row").add(new Anchor(address.apply(person), person.name()));
            Cells.cells(row, counts);
        });
        add(Cells.scrolled(table, getTranslation("effort.people")));
    }

    /** The same as a file. */
    static Extract<Map.Entry<PersonRef, EffortCounts>> extract(Effort effort, String title, Clock clock) {
        return Extract.of(
                "effort-people",
                title,
                Cells.columns(
                        ListColumn.<Map.Entry<PersonRef, EffortCounts>>text(
                                "person", "column.person", row -> row.getKey().name()),
                        Map.Entry::getValue),
                List.copyOf(effort.byPerson().entrySet()),
                clock);
    }
}
