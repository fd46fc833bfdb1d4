package org.koploper.ui.list;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where a list reads its rows, through a service that shows everybody no more than they may see. */
public interface Rows<T> {

    /** At most {@code limit} rows after the first {@code offset}, filtered and sorted as asked. */
    List<T> page(Asked asked, int offset, int limit);

    /** How many there are. */
    long count(Asked asked);

    /** Those of a query that pages in the database. */
    static <T> Rows<T> of(Page<T> page, Function<Asked, ? extends Number> count) {
        return new Rows<>() {
            @Override
            public List<T> page(Asked asked, int offset, int limit) {
                return page.read(asked, offset, limit);
            }

            @Override
            public long count(Asked asked) {
                return count.apply(asked).longValue();
            }
        };
    }

    /** Few rows that a service gives at once: filtered and sorted here, by what their columns hold. */
    static <T> Rows<T> few(Supplier<List<T>> all, BiPredicate<T, Asked> shown, List<ListColumn<T>> columns) {
        Map<String, ListColumn<T>> byKey = columns.stream().collect(Collectors.toMap(ListColumn::key, c -> c));
        return new Rows<>() {
            @Override
            public List<T> page(Asked asked, int offset, int limit) {
                ListColumn<T> column = byKey.get(asked.sort());
                Comparator<T> order = column == null
                        ? (a, b) -> 0
                        : asked.descending() ? column.order().reversed() : column.order();
                return all.get().stream()
                        .filter(row -> shown.test(row, asked))
                        .sorted(order)
                        .skip(offset)
                        .limit(limit)
                        .toList();
            }

            @Override
            public long count(Asked asked) {
                return all.get().stream().filter(row -> shown.test(row, asked)).count();
            }
        };
    }

    /** One page of a query. */
    @FunctionalInterface
    interface Page<T> {

        List<T> read(Asked asked, int offset, int limit);
    }
}
