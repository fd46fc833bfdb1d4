package org.koploper.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import org.koploper.intake.Mapping;
import org.koploper.ui.kit.Formats;

/** Says that a file is read like the last one with these columns, and lets that be forgotten. */
class RememberedNote extends Div {

    RememberedNote(Way way) {
        if (way.upload().given().equals(Mapping.NONE)) {
            return;
        }
        way.uploads().remembered(way.upload()).ifPresent(known -> {
            Button forget = new Button(getTranslation("import.forget"), click -> {
                way.uploads().forget(way.upload().id());
                way.mover().again(way.upload().id(), Step.FORMAT, "");
            });
            add(
                    new Paragraph(getTranslation(
                            "import.remembered",
                            known.by(),
                            Formats.here().moment(known.at(), way.clock().getZone(), LocalDate.now(way.clock())))),
                    forget);
        });
    }
}
