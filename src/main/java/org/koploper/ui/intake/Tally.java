package org.koploper.ui.intake;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.koploper.intake.Import;
import org.koploper.intake.Sentences;
import org.koploper.ui.kit.Formats;

/** How many rows were (or would be) new, changed, unchanged and left out; or why nothing was done. */
class Tally extends Div {

    Tally(Import made) {
        String reason = made.reason();
        if (reason != null) {
            Paragraph why = new Paragraph(Sentences.of(reason, List.of(), getLocale()));
            why.addClassName("kp-note");
            add(why);
        }
        DescriptionList list = new DescriptionList();
        list.addClassName("kp-tally");
        count(list, "import.created", made.counts().created(), "");
        count(list, "import.changed", made.counts().changed(), "");
        count(list, "import.unchanged", made.counts().unchanged(), "kp-quiet");
        count(list, "import.rejected", made.counts().rejected(), made.counts().rejected() > 0 ? "kp-bad" : "kp-quiet");
        add(list);
    }

    private void count(DescriptionList list, String key, int count, String tone) {
        Span number = new Span(Formats.here().number(count));
        number.addClassName("kp-figure");
        if (!tone.isEmpty()) {
            number.addClassName(tone);
        }
        DescriptionList.Description value = new DescriptionList.Description(number);
        Div pair = new Div(new DescriptionList.Term(getTranslation(key)), value);
        list.getElement().appendChild(pair.getElement());
    }
}
