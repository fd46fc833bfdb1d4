package org.koploper.export;

import java.util.List;
import java.util.function.Consumer;

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
    }
}
