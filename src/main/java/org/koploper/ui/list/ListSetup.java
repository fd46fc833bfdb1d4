package org.koploper.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.kit.EmptyState;
import org.koploper.views.SavedViews;

/** What a screen says about its list: columns, filters, and where the rows come from. */
public final class ListSetup<T> {

    final String screen;
    final String title;
    final @Nullable SavedViews views;
    final Clock clock;
    List<ListColumn<T>> columns = List.of();
    List<Filter<?>> filters = List.of();
    String sort = "";
    int most = Integer.MAX_VALUE;
    private @Nullable Rows<T> rows;
    private Supplier<Component> none =
            () -> new EmptyState(I18NProvider.translate("list.none"), I18NProvider.translate("list.none-text"));

    ListSetup(String screen, String title, @Nullable SavedViews views, Clock clock) {
        this.screen = screen;
        this.title = title;
        this.views = views;
        this.clock = clock;
    }

    /** In this order; exactly one of them is the main one. */
    @SafeVarargs
    public final ListSetup<T> columns(ListColumn<T>... shown) {
        return columns(List.of(shown));
    }

    /** The same. */
    public ListSetup<T> columns(List<ListColumn<T>> shown) {
        columns = List.copyOf(shown);
        return this;
    }

    public ListSetup<T> filters(Filter<?>... offered) {
        return filters(List.of(offered));
    }

    /** The same. */
    public ListSetup<T> filters(List<Filter<?>> offered) {
        filters = List.copyOf(offered);
        return this;
    }

    /** How it is sorted when the address does not say it: a key, with a minus before it for descending. */
    public ListSetup<T> sortedBy(String usual) {
        sort = usual;
        return this;
    }

    /** Shows that many rows at most, and says where there are more; the count may stop at one more, and files hold all. */
    public ListSetup<T> atMost(int shown) {
        most = shown;
        return this;
    }

    /** What it says when there is nothing at all, filters aside. */
    public ListSetup<T> none(Supplier<Component> said) {
        none = said;
        return this;
    }

    /** Reads the rows page by page. */
    public Listing<T> reading(Rows.Page<T> page, Function<Asked, ? extends Number> count) {
        rows = Rows.of(page, count);
        return new Listing<>(this);
    }

    /** Few rows that a service gives at once; the columns sort them. */
    public Listing<T> few(Supplier<List<T>> all, BiPredicate<T, Asked> shown) {
        rows = Rows.few(all, shown, columns);
        return new Listing<>(this);
    }

    Rows<T> rows() {
        return Objects.requireNonNull(rows);
    }

    Component none() {
        return none.get();
    }
}
