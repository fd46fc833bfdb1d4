package org.koploper.ui.intake;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.koploper.intake.Sentences;
import org.koploper.records.Field;

/** Values that all rows get where the file has no column or an empty cell. */
class SameForAll extends Div {

    private final Way way;
    private final ColumnsStep step;
    private final Div form = new Div();
    private final ComboBox<Field> another = new ComboBox<>();
    private final List<Field> offered = new ArrayList<>();

    SameForAll(Way way, ColumnsStep step) {
        this.way = way;
        this.step = step;
        form.addClassName("kp-form");
        var columns = way.preview().mapping().columns();
        for (Field field : way.kind().fields()) {
            boolean useful = field.required() && field.type() != Field.Type.TEXT || field.type() == Field.Type.CURRENCY;
            boolean kept = step.given().defaults().containsKey(field.name());
            if (kept || useful && !columns.containsValue(field.name())) {
                form.add(valueOf(field));
            } else if (!field.name().equals("externalId")) {
                offered.add(field);
            }
        }
        another.setLabel(getTranslation("import.default-another"));
        another.setId("default-another");
        another.setItems(offered);
        another.setItemLabelGenerator(field -> step.words(field.name()));
        another.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                offer(change.getValue());
            }
        });
        form.add(another);
        add(new H2(getTranslation("import.defaults")), new Paragraph(getTranslation("import.defaults-text")), form);
    }

    private void offer(Field field) {
        TextField value = valueOf(field);
        form.addComponentAtIndex(form.getComponentCount() - 1, value);
        offered.remove(field);
        another.clear();
        another.setItems(List.copyOf(offered));
        value.focus();
    }

    private TextField valueOf(Field field) {
        TextField text = new TextField(step.words(field.name()));
        text.setHelperText(
                field.codes().isEmpty()
                        ? getTranslation("import.default-example", field.example())
                        : getTranslation("import.default-codes", String.join(", ", field.codes())));
        text.setId("default-" + field.name());
        text.setValue(step.given().defaults().getOrDefault(field.name(), ""));
        text.addValueChangeListener(change -> step.remember(
                step.given().withDefault(field.name(), change.getValue().strip())));
        step.flaw("defaults." + field.name()).ifPresent(flaw -> {
            text.setErrorMessage(Sentences.of(flaw.code(), flaw.args(), getLocale()));
            text.setInvalid(true);
        });
        return text;
    }
}
