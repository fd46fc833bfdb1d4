package org.koploper.ui.records;

import com.vaadin.flow.component.UI;
import org.koploper.intake.Sentences;
import org.koploper.records.Issue;

/** What is wrong with a record, in the words that imports use too. */
final class Refused {

    private Refused() {}

    static String sentence(Issue issue) {
        return Sentences.of(issue.code(), issue.args(), UI.getCurrent().getLocale());
    }
}
