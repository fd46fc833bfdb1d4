package org.koploper.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.koploper.export.Table;
import org.koploper.intake.Import;
import org.koploper.intake.Imports;
import org.koploper.records.Counts;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** Earlier imports, newest first; those that only tried too. */
class ImportHistory extends Div {

    private static final int AT_ONCE = 20;

    private final Imports imports;
    private final Clock clock;
    private final UnorderedList list = new UnorderedList();

    ImportHistory(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
        list.addClassName("kp-history");
        add(new H2(getTranslation("import.history")));
        if (more(Long.MAX_VALUE)) {
            addComponentAtIndex(1, new ExportedList(list, this::extract));
        } else {
            add(new Paragraph(getTranslation("import.history-empty")));
        }
    }

    private Extract<Import> extract() {
        return Extract.of(
                "imports",
                getTranslation("import.history"),
                List.of(),
                List.of(
                        ListColumn.<Import>text("file", "column.file", Import::fileName),
                        ListColumn.<Import>text("kind", "column.kind", made -> getTranslation("kind." + made.kind())),
                        ListColumn.<Import>moment("at", "column.when", clock.getZone(), Import::startedAt),
                        ListColumn.<Import>text("by", "column.by", Import::startedBy),
                        ListColumn.<Import>text(
                                "state", "column.state", made -> state(made).getText()),
                        count("created", "column.created", Counts::created),
                        count("changed", "column.changed", Counts::changed),
                        count("rejected", "column.rejected", Counts::rejected)),
                Table.Page.following((last, limit) -> imports.list(last == null ? Long.MAX_VALUE : last.id(), limit)),
                clock);
    }

    private static ListColumn<Import> count(String key, String header, ToIntFunction<Counts> count) {
        return ListColumn.number(key, header, made -> BigDecimal.valueOf(count.applyAsInt(made.counts())));
    }

    /** Shows those older than that one; false when there are none. */
    private boolean more(long olderThan) {
        List<Import> portion = imports.list(olderThan, AT_ONCE);
        portion.forEach(made -> list.add(row(made)));
        if (portion.size() == AT_ONCE) {
            Button more = new Button(getTranslation("import.older"));
            more.addClickListener(click -> {
                remove(more);
                more(portion.getLast().id());
            });
            add(more);
        }
        return !portion.isEmpty();
    }

    private ListItem row(Import made) {
        RouterLink link = new RouterLink(made.fileName(), ImportPage.class, ImportPage.of(made.id()));
        Formats formats = Formats.here();
        Span when = new Span(getTranslation(
                "import.history-row",
                getTranslation("kind." + made.kind()),
                formats.moment(made.startedAt(), clock.getZone(), LocalDate.now(clock)),
                made.startedBy()));
        when.addClassName("kp-quiet");
        Span counts = new Span(getTranslation(
                "import.history-counts",
                formats.number(made.counts().created()),
                formats.number(made.counts().changed()),
                formats.number(made.counts().rejected())));
        return new ListItem(link, state(made), when, counts);
    }

    private static StatusBadge state(Import made) {
        if (made.undoneAt() != null) {
            return new StatusBadge("import.state.undone", Tone.NEUTRAL);
        }
        if (made.undoneRows() != null) {
            return new StatusBadge("import.state.running", Tone.NEUTRAL);
        }
        return switch (made.state()) {
            case RUNNING -> new StatusBadge("import.state.running", Tone.NEUTRAL);
            case FAILED -> new StatusBadge("import.state.failed", Tone.BAD);
            case DONE ->
                made.committed()
                        ? new StatusBadge("import.state.done", Tone.GOOD)
                        : new StatusBadge("import.state.tried", Tone.NEUTRAL);
        };
    }
}
