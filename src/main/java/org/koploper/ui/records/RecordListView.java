package org.koploper.ui.records;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.koploper.records.Field;
import org.koploper.records.Filter;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordRow;
import org.koploper.records.RecordShelf;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Widths;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** The records of one kind that the user may see: narrowed, sorted and paged in the database. */
@Route("records/:kind")
@PermitAll
class RecordListView extends Screen implements BeforeEnterObserver {

    private static final int MOST_COLUMNS = 6;

    /** What a list leaves to the record itself where there is more to show than fits, in this order. */
    private static final List<String> LESS = List.of(
            "lead",
            "quotedOn",
            "cancelledOn",
            "engagedOn",
            "revision",
            "expiresOn",
            "deal",
            "product",
            "other",
            "minutes");

    private final RecordShelf shelf;
    private final FieldEditors editors;
    private final Span found = new Span();
    private Address address = Address.of(new Location(""));
    private Map<String, Filter> filters = Map.of();
    private RecordKind kind;
    private RecordFilters toolbar;
    private Grid<RecordRow> grid;

    @SuppressWarnings("NullAway.Init") // everything is there once the address is read
    RecordListView(RecordShelf shelf, FieldEditors editors) {
        this.shelf = shelf;
        this.editors = editors;
        found.addClassName("kp-quiet");
        found.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = event.getRouteParameters().get("kind").orElse("");
        Optional<RecordKind> known =
                shelf.kinds().stream().filter(one -> one.name().equals(name)).findFirst();
        if (known.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        address = Address.of(event.getLocation());
        kind = known.get();
        removeAll();
        toolbar = new RecordFilters(kind, shelf, editors, this::narrowed);
        filters = toolbar.read(address);
        grid = grid();
        Div head = new Div(found);
        head.addClassName("kp-actions");
        if (shelf.mayCreate(name)) {
            Anchor add = new Anchor("record/" + name, getTranslation("records.add", RecordWords.one(name)));
            add.addClassName("kp-add");
            head.add(add);
        }
        add(new Paragraph(getTranslation("kind." + name + ".means")), toolbar, head, grid);
        count();
    }

    private Grid<RecordRow> grid() {
        Grid<RecordRow> rows = new Grid<>();
        rows.addComponentColumn(this::what)
                .setHeader(RecordWords.kind(kind.name()))
                .setKey(hasName() ? "name" : "externalId")
                .setSortable(true)
                .setWidth("14rem")
                .setFlexGrow(2);
        List<Grid.Column<RecordRow>> wide = new ArrayList<>();
        for (Field field : shown()) {
            Grid.Column<RecordRow> column = rows.addColumn(row -> RecordWords.value(kind, field, row))
                    .setHeader(RecordWords.field(field))
                    .setKey(field.name())
                    .setSortable(shelf.sortable(kind.name(), field.name()))
                    .setResizable(true);
            if (RecordWords.isNumber(field)) {
                column.setTextAlign(ColumnTextAlign.END);
            }
            wide.add(column);
        }
        rows.setAriaLabel(RecordWords.kind(kind.name()));
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addClassName("kp-fill");
        String sort = address.get("sort").orElse("");
        Grid.Column<RecordRow> sorted = rows.getColumnByKey(sort);
        if (sorted != null && sorted.isSortable()) {
            rows.sort(List.of(new GridSortOrder<>(
                    sorted, address.get("desc").isPresent() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
        }
        rows.addSortListener(change -> {
            if (change.isFromClient()) {
                sorted(change.getSortOrder());
            }
        });
        rows.setItems(
                query -> shelf.page(kind.name(), query(query.getOffset(), query.getLimit())).stream(),
                query -> shelf.count(kind.name(), query(0, 1)));
        Button all =
                new Button(getTranslation("records.show-all"), click -> narrowed(now -> Address.of(new Location(""))));
        rows.setEmptyStateComponent(new EmptyState(
                getTranslation("records.none", RecordWords.many(kind.name())),
                getTranslation("records.none-text"),
                all));
        Widths.onChange(rows, narrow -> wide.forEach(column -> column.setVisible(!narrow)));
        return rows;
    }

    private boolean hasName() {
        return kind.fields().stream().anyMatch(field -> field.name().equals("name"));
    }

    private List<Field> shown() {
        List<Field> fields = new ArrayList<>(kind.fields());
        fields.removeIf(
                field -> List.of("externalId", "name", "currency", "splits").contains(field.name()));
        for (String less : LESS) {
            if (fields.size() > MOST_COLUMNS) {
                fields.removeIf(field -> field.name().equals(less));
            }
        }
        return fields.stream().limit(MOST_COLUMNS).toList();
    }

    private Div what(RecordRow row) {
        Anchor link = new Anchor(RecordFormView.address(kind.name(), row.externalId()), row.label());
        link.addClassName("kp-strong");
        Div cell = new Div(link);
        cell.addClassName("kp-cell");
        if (!row.label().equals(row.externalId())) {
            Span id = new Span(row.externalId());
            id.addClassName("kp-quiet");
            cell.add(id);
        }
        // what the hidden columns say, for phones
        Span more = new Span(shown().stream()
                .map(field -> RecordWords.value(kind, field, row))
                .filter(value -> !value.isEmpty())
                .limit(4)
                .collect(Collectors.joining(" · ")));
        more.addClassNames("kp-quiet", "kp-narrow");
        cell.add(more);
        return cell;
    }

    private RecordQuery query(int offset, int limit) {
        return new RecordQuery(
                address.get("q").orElse(""),
                filters,
                address.get("sort").orElse(null),
                address.get("desc").isPresent(),
                offset,
                limit);
    }

    private void sorted(List<GridSortOrder<RecordRow>> orders) {
        if (orders.isEmpty()) {
            told(address.with("sort", null).with("desc", null));
        } else {
            boolean down = orders.getFirst().getDirection() == SortDirection.DESCENDING;
            told(address.with("sort", orders.getFirst().getSorted().getKey()).with("desc", down ? "1" : null));
        }
    }

    private void narrowed(UnaryOperator<Address> change) {
        told(change.apply(address));
        filters = toolbar.read(address);
        grid.getDataProvider().refreshAll();
        count();
    }

    private void told(Address now) {
        address = now;
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("records/" + kind.name(), address.query()));
    }

    private void count() {
        found.setText(getTranslation("records.found", Formats.here().number(shelf.count(kind.name(), query(0, 1)))));
    }

    @Override
    public String heading() {
        return kind == null ? "" : RecordWords.kind(kind.name());
    }
}
