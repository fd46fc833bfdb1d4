package org.koploper.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.export.About;
import org.koploper.export.About.Fact;
import org.koploper.export.Column;
import org.koploper.export.CsvFile;
import org.koploper.export.Formulas;
import org.koploper.export.Notation;
import org.koploper.export.Table;
import org.koploper.export.XlsxFile;
import org.koploper.ui.kit.Formats;

/**
 * What a screen shows at one moment, to leave the screen: as a file, copied, or printed. It knows what was asked and reads
 * the rows anew, through the same query as the screen.
 */
public final class Extract<T> {

    /** As many rows are copied or printed at most; files hold all. */
    static final int SHORT = 200;

    private static final int PORTION = 500;

    private final String fileName;
    private final String title;
    private final List<Fact> facts;
    private final List<ListColumn<T>> columns;
    private final List<Column<T>> forFile;
    private final Table.Page<T> rows;
    private @Nullable Function<T, Component> detail;

    private Extract(String fileName, String title, List<Fact> facts, List<ListColumn<T>> columns, Table.Page<T> rows) {
        this.fileName = fileName;
        this.title = title;
        this.facts = facts;
        this.columns = columns.stream().filter(column -> !column.isControl()).toList();
        this.forFile = this.columns.stream().map(ListColumn::forFile).toList();
        this.rows = rows;
    }

    /**
     * What is asked for now.
     *
     * @param name the beginning of the file's name, in letters, digits and dashes
     * @param title what a reader calls it, with its period
     * @param filters what it is narrowed to, in words
     */
    public static <T> Extract<T> of(
            String name,
            String title,
            List<Fact> filters,
            List<ListColumn<T>> columns,
            Table.Page<T> rows,
            Clock clock) {
        List<Fact> facts = new ArrayList<>(List.of(new Fact(translated("export.shows"), title)));
        facts.addAll(filters);
        facts.add(new Fact(translated("export.as-of"), Formats.here().shortMoment(LocalDateTime.now(clock))));
        facts.add(new Fact(translated("export.by"), Caller.now().name()));
        facts.add(new Fact(translated("export.with"), "Koploper"));
        return new Extract<>(name + "-" + LocalDate.now(clock), title, facts, columns, rows);
    }

    /** The same of rows that are all there already. */
    public static <T> Extract<T> of(String name, String title, List<ListColumn<T>> columns, List<T> rows, Clock clock) {
        List<T> all = List.copyOf(rows);
        return of(
                name,
                title,
                List.of(),
                columns,
                (offset, limit) -> all.stream().skip(offset).limit(limit).toList(),
                clock);
    }

    /** Printed below each row. */
    public Extract<T> with(Function<T, Component> explanation) {
        detail = explanation;
        return this;
    }

    String fileName(String ending) {
        return fileName + "." + ending;
    }

    List<Fact> facts() {
        return facts;
    }

    List<ListColumn<T>> shownColumns() {
        return columns.stream().filter(ListColumn::isOnScreen).toList();
    }

    @Nullable
    Component detailOf(T row) {
        return detail == null ? null : detail.apply(row);
    }

    /** The first rows, one more than are copied or printed where there are more. */
    List<T> first() {
        return rows.read(0, SHORT + 1);
    }

    void csv(Notation notation, OutputStream out) throws IOException {
        CsvFile.write(table(), notation, out);
    }

    void xlsx(OutputStream out) throws IOException {
        XlsxFile.write(table(), title, out);
    }

    private Table<T> table() {
        return new Table<>(new About(translated("export.what"), facts), forFile, Table.Rows.paged(rows, PORTION));
    }

    /** Headers and rows with tabs between, as spreadsheets paste them. */
    String tabbed(List<T> shown) {
        Notation notation = Notation.of(Formats.here().locale());
        StringBuilder text = new StringBuilder(columns.stream()
                .map(ListColumn::headerText)
                .map(Extract::oneLine)
                .collect(Collectors.joining("\t")));
        for (T row : shown) {
            text.append('\n')
                    .append(forFile.stream()
                            .map(column -> notation.write(column.content().apply(row)))
                            .map(Extract::oneLine)
                            .collect(Collectors.joining("\t")));
        }
        return text.toString();
    }

    private static String oneLine(String cell) {
        return Formulas.defused(cell.replaceAll("\\s+", " "));
    }

    private static String translated(String key) {
        return I18NProvider.translate(key);
    }
}
