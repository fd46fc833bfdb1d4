package org.koploper.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;

/** When something is called a difference on this screen, in plain sentences. */
class HowCompared extends NativeDetails {

    HowCompared() {
        List<String> sentences = Stream.of("others", "chance", "many", "open", "order", "goal", "moved")
                .toList();
        setSummaryText(getTranslation("dashboard.how"));
        setContent(new Div(sentences.stream()
                .map(one -> new Paragraph(getTranslation("dashboard.how." + one)))
                .toArray(Component[]::new)));
        addClassName("kp-details");
    }
}
