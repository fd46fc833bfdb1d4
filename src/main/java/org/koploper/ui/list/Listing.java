package org.koploper.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.export.About.Fact;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Widths;
import org.koploper.ui.shell.Address;

/**
 * A list: filters, sorting, saved views and export around rows that are read page by page. All its state is in the address:
 * the screen only passes the address on with {@link #show}. Made by {@link Lists}.
 */
public final class Listing<T> extends Div {

    private static final int PAGE = 50;
    private static final int ALL_VISIBLE = 25;

    private final ListSetup<T> setup;
    private final Grid<T> grid = new Grid<>(PAGE);
    private final Map<String, Grid.Column<T>> columns = new HashMap<>();
    private final Span found = new Span();
    private final @Nullable SavedViewsBar views;
    private final FilterBar bar;
    private String path = "";
    private Asked asked;
    private long count;

    Listing(ListSetup<T> setup) {
        this.setup = setup;
        this.asked = asked(Address.of(new Location("")));
        addClassName("kp-list");
        found.addClassNames("kp-quiet", "kp-found");
        found.getElement().setAttribute("aria-live", "polite");
        setup.filters.forEach(filter -> filter.onChange((value, typing) -> changed(filter.parameter(), value, typing)));
        views = setup.views == null ? null : new SavedViewsBar(setup.views, setup.screen, this::apply);
        bar = new FilterBar(
                setup.filters.stream().<Component>map(Filter::field).toList(),
                Stream.<Component>of(found, views, new ExportMenu(this::extract))
                        .filter(Objects::nonNull)
                        .toList());
        Span note = new Span(getTranslation("print.note"));
        note.addClassName("kp-print-note");
        add(bar, note, grid());
    }

    private Grid<T> grid() {
        setup.columns.stream().filter(ListColumn::isOnScreen).forEach(this::add);
        grid.setAriaLabel(getTranslation(setup.title));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.setItems(
                query -> setup.rows().page(asked, query.getOffset(), query.getLimit()).stream(), query -> (int) count);
        grid.addSortListener(sorted -> {
            if (sorted.isFromClient()) {
                changed(
                        Asked.SORT,
                        sorted.getSortOrder().stream()
                                .findFirst()
                                .map(Listing::inAddress)
                                .orElse(null),
                        false);
            }
        });
        Widths.onChange(
                grid,
                narrow -> setup.columns.stream()
                        .filter(column -> columns.containsKey(column.key()) && !column.isMain() && !column.isControl())
                        .forEach(column -> Objects.requireNonNull(columns.get(column.key()))
                                .setVisible(!narrow)));
        return grid;
    }

    private static String inAddress(GridSortOrder<?> order) {
        return (order.getDirection() == SortDirection.DESCENDING ? "-" : "")
                + order.getSorted().getKey();
    }

    private void add(ListColumn<T> column) {
        boolean number = column.isAtEnd() && !column.isDrawn();
        Grid.Column<T> shown = grid.addColumn(
                        new ComponentRenderer<>(row -> column.isMain() ? rich(column, row) : column.componentOf(row)))
                .setKey(column.key())
                .setHeader(column.headerText())
                // numbers stand close to each other, and leave the room to words
                .setFlexGrow(number ? 0 : column.grow());
        String below = column.below();
        if (below != null) {
            Span about = new Span(below);
            about.addClassNames("kp-quiet", "kp-head-below");
            Div head = new Div(new Span(column.headerText()), about);
            head.addClassName("kp-head");
            shown.setHeader(head);
        }
        if (column.isMain()) {
            shown.setWidth("14rem");
        }
        if (column.grow() == 0 || number) {
            shown.setAutoWidth(true);
        } else if (column.isDrawn()) {
            shown.setWidth("8.5rem");
        }
        if (number) {
            shown.setTextAlign(ColumnTextAlign.END);
        }
        if (column.isSortable()) {
            shown.setSortProperty(column.key());
        }
        columns.put(column.key(), shown);
    }

    /** What the hidden columns say, for phones, below what the main one says. */
    private Component rich(ListColumn<T> main, T row) {
        Component own = main.componentOf(row);
        own.addClassName("kp-strong");
        Div cell = new Div(own);
        cell.addClassName("kp-cell");
        setup.columns.stream()
                .filter(column -> column.isFolded() && column.isOnScreen())
                .filter(column -> !column.textOf(row).isBlank())
                .map(column -> folded(column, row))
                .forEach(text -> {
                    Span line = new Span(text);
                    line.addClassNames("kp-quiet", "kp-narrow");
                    cell.add(line);
                });
        return cell;
    }

    /** A bare number or day does not say what it is. */
    private String folded(ListColumn<T> column, T row) {
        return column.isAtEnd()
                ? getTranslation("list.folded", column.headerText(), column.textOf(row))
                : column.textOf(row);
    }

    /** Shows what an address asks for; called on every navigation to the screen. */
    public void show(Location location) {
        path = location.getPath();
        become(Address.of(location));
    }

    /** Reads the rows again. */
    public void refresh() {
        long all = setup.rows().count(asked);
        count = Math.min(all, setup.most);
        found.setText(getTranslation(
                all > count ? "list.found-more" : "list.found", Formats.here().number(count)));
        boolean few = count <= ALL_VISIBLE;
        grid.setAllRowsVisible(few);
        grid.setClassName("kp-fill", !few);
        grid.getDataProvider().refreshAll();
        if (count == 0) {
            grid.setEmptyStateComponent(narrowed() ? nothingFound() : setup.none());
        }
    }

    private void become(Address address) {
        asked = asked(address);
        setup.filters.forEach(filter -> filter.show(asked));
        bar.inUse((int) setup.filters.stream()
                .skip(1)
                .filter(filter -> asked.address().get(filter.parameter()).isPresent())
                .count());
        Grid.Column<T> sorted = columns.get(asked.sort());
        List<GridSortOrder<T>> order = sorted == null
                ? List.of()
                : List.of(new GridSortOrder<>(
                        sorted, asked.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING));
        if (!order.equals(grid.getSortOrder())) {
            grid.sort(order);
        }
        if (views != null) {
            views.show(ownQuery());
        }
        refresh();
    }

    private Asked asked(Address address) {
        return Asked.of(
                address,
                setup.sort,
                key -> setup.columns.stream()
                        .anyMatch(column -> column.isSortable() && column.key().equals(key)));
    }

    private List<String> parameters() {
        return Stream.concat(setup.filters.stream().map(Filter::parameter), Stream.of(Asked.SORT))
                .toList();
    }

    private String ownQuery() {
        return asked.address().only(parameters()).query().getQueryString();
    }

    private void changed(String parameter, @Nullable String value, boolean typing) {
        Address next = asked.address().with(parameter, value);
        if (typing) {
            // no step back per letter, and the next step must not be taken for the place we are at
            Location location = new Location(path, next.query());
            UI page = UI.getCurrent();
            page.getPage().getHistory().replaceState(null, location);
            page.getInternals().setLastHandledNavigation(location);
            become(next);
        } else {
            UI.getCurrent().navigate(path, next.query());
        }
    }

    /** Shows what a saved view asks for; what else the screen's address says stays. */
    private void apply(String query) {
        Address next = asked.address();
        for (String parameter : parameters()) {
            next = next.with(parameter, null);
        }
        Address saved = Address.of(new Location("", QueryParameters.fromString(query)));
        for (String parameter : parameters()) {
            next = next.with(parameter, saved.get(parameter).orElse(null));
        }
        UI.getCurrent().navigate(path, next.query());
    }

    private boolean narrowed() {
        return setup.filters.stream().anyMatch(filter -> filter.words(asked).isPresent());
    }

    private EmptyState nothingFound() {
        String words = setup.filters.stream()
                .flatMap(filter -> filter.words(asked).stream())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return new EmptyState(
                getTranslation("list.nothing", words),
                getTranslation("list.nothing-text"),
                new Button(getTranslation("list.clear"), click -> {
                    Address cleared = asked.address();
                    for (Filter<?> filter : setup.filters) {
                        cleared = cleared.with(filter.parameter(), null);
                    }
                    UI.getCurrent().navigate(path, cleared.query());
                }));
    }

    /** What is shown now, to be taken elsewhere. */
    Extract<T> extract() {
        Asked now = asked;
        List<Fact> filters = new ArrayList<>();
        setup.filters.forEach(filter ->
                filter.words(now).ifPresent(words -> filters.add(new Fact(filter.label(), words))));
        return Extract.of(
                setup.screen.replace('/', '-'),
                getTranslation(setup.title),
                filters,
                setup.columns,
                (offset, limit) -> setup.rows().page(now, offset, limit),
                setup.clock);
    }
}
