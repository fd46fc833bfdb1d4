package org.koploper.ui.records;

import com.vaadin.flow.component.UI;
import org.koploper.intake.Sentences;
import org.koploper.records.Issue;

/** What is wrong with a record, in the words that imports use too. */
public final class Refused {

    private Refused() {}

    /** The sentence about it, in the language of the reader. */
    public static String sentence(Issue issue) {
        return Sentences.of(issue.code(), issue.args(), UI.getCurrent().getLocale());
    }
}
