package org.koploper.ui.records;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.koploper.people.PersonRef;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordShelf;
import org.springframework.stereotype.Component;

/** Makes forms for a week of effort. */
@Component
public class WeekForms {

    private final RecordShelf shelf;
    private final RecordEdits edits;
    private final FieldEditors editors;
    private final Clock clock;

    WeekForms(RecordShelf shelf, RecordEdits edits, FieldEditors editors, Clock clock) {
        this.shelf = shelf;
        this.edits = edits;
        this.editors = editors;
        this.clock = clock;
    }

    /**
     * Of that person, who is the caller.
     *
     * @param week a Monday, today at the latest
     * @param go shows another week, by its Monday
     * @param changed told when something was saved or taken back
     */
    public WeekForm of(PersonRef self, LocalDate week, Consumer<LocalDate> go, Runnable changed) {
        return new WeekForm(shelf, edits, editors, clock, self, week, go, changed);
    }
}
