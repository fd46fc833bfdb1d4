package org.koploper.ui.admin;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.koploper.kpi.MetricTexts;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.ui.kit.FormDialog;

/** Asks what a KPI is called and how it is explained in one language. */
class MetricTextDialog extends FormDialog {

    private final Consumer<Words> save;
    private final TextField name = new TextField(getTranslation("kpis.name"));
    private final TextArea explanation = new TextArea(getTranslation("kpis.explanation"));

    MetricTextDialog(String language, Words now, Consumer<Words> save) {
        super("kpis.title", "kpis.save", now.name(), language);
        this.save = save;
        name.setValue(now.name());
        name.setMaxLength(MetricTexts.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        explanation.setValue(now.explanation());
        explanation.setMaxLength(MetricTexts.LONGEST_EXPLANATION);
        explanation.setRequiredIndicatorVisible(true);
        explanation.setHelperText(getTranslation("kpis.explanation-hint"));
        ask(name, explanation);
    }

    @Override
    protected void submit() {
        name.setErrorMessage(getTranslation("kpis.name-missing"));
        name.setInvalid(name.getValue().isBlank());
        explanation.setErrorMessage(getTranslation("kpis.explanation-missing"));
        explanation.setInvalid(explanation.getValue().isBlank());
        if (name.isInvalid() || explanation.isInvalid()) {
            return;
        }
        save.accept(new Words(name.getValue().strip(), explanation.getValue().strip()));
        close();
    }
}
