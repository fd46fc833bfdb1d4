package org.koploper.ui.effort;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.List;

/** What the words of these screens mean, one sentence each. */
class Terms extends NativeDetails {

    private static final List<String> TERMS =
            List.of("calls", "decisionMakers", "meetings", "callbacksShort", "callbacksLong", "other", "minutes");

    Terms() {
        DescriptionList list = new DescriptionList();
        TERMS.forEach(term -> list.add(
                new DescriptionList.Term(getTranslation("field." + term)),
                new DescriptionList.Description(getTranslation("effort.means." + term))));
        setSummaryText(getTranslation("effort.terms"));
        setContent(list);
        addClassName("kp-details");
    }
}
