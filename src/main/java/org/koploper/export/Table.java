package org.koploper.export;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A table to be written as a file. */
public record Table<T>(About about, List<Column<T>> columns, Rows<T> rows) {

    public Table {
        columns = List.copyOf(columns);
    }

    /** Hands out the rows one by one, so that nobody has to hold them all. */
    @FunctionalInterface
    public interface Rows<T> {

        void forEach(Consumer<T> row);

        /** Those of a query that answers page by page, until a page is not full. */
        static <T> Rows<T> paged(Page<T> pages, int size) {
            return to -> {
                int offset = 0;
                List<T> page;
                do {
                    page = pages.read(offset, size);
                    page.forEach(to);
                    offset += page.size();
                } while (page.size() == size);
            };
        }
    }

    /** At most {@code limit} rows after the first {@code offset}. */
    @FunctionalInterface
    public interface Page<T> {

        List<T> read(int offset, int limit);

        /** Those of a query that goes on after the last row it gave; to be read from the first row on. */
        static <T> Page<T> following(Following<T> rows) {
            AtomicReference<@Nullable T> last = new AtomicReference<>();
            return (offset, limit) -> {
                List<T> page = rows.read(offset == 0 ? null : last.get(), limit);
                if (!page.isEmpty()) {
                    last.set(page.getLast());
                }
                return page;
            };
        }
    }

    /** At most {@code limit} rows after that one; null for the first ones. */
    @FunctionalInterface
    public interface Following<T> {

        List<T> read(@Nullable T last, int limit);
    }
}
