package org.koploper.ui.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Compared;
import org.koploper.kpi.Meter;
import org.koploper.people.TeamRef;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** The four numbers of several teams, each held against all the others together. */
class TeamsTable extends Div {

    /** @param address where one of them is looked at; null for one that the reader cannot choose */
    TeamsTable(List<Compared<TeamRef>> teams, Function<TeamRef, @Nullable String> address) {
        addClassNames("kp-scroll", "kp-heat-table");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("dashboard.teams"));
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        header(head, "col").setText(getTranslation("board.team"));
        Map<Meter, BigDecimal> longest = new EnumMap<>(Meter.class);
        for (Meter meter : Meter.values()) {
            header(head, "col").setText(BesideWords.name(meter));
            longest.put(meter, MeterCell.longest(meter, teams));
        }
        for (Compared<TeamRef> team : teams) {
            NativeTableRow row = table.getBody().addRow();
            String there = address.apply(team.subject());
            NativeTableHeaderCell name = header(row, "row");
            if (there == null) {
                name.setText(team.subject().name());
            } else {
                name.add(new Anchor(there, team.subject().name()));
            }
            Stream.of(Meter.values())
                    .forEach(meter -> row.addDataCell()
                            .add(MeterCell.of(meter, team, Objects.requireNonNull(longest.get(meter)))));
        }
        add(table);
    }

    private static NativeTableHeaderCell header(NativeTableRow row, String scope) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    /** The same as a file. */
    static Extract<Compared<TeamRef>> extract(List<Compared<TeamRef>> teams, String title, Clock clock) {
        List<ListColumn<Compared<TeamRef>>> columns = new ArrayList<>();
        columns.add(ListColumn.text("team", "board.team", row -> row.subject().name()));
        for (Meter meter : Meter.values()) {
            columns.add(BesideWords.column(meter, row -> row.reading(meter)));
        }
        return Extract.of("teams", title, columns, teams, clock);
    }
}
