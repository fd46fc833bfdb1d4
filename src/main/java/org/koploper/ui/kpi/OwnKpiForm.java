package org.koploper.ui.kpi;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koploper.kpi.Counted;
import org.koploper.kpi.KpiDirection;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.kpi.OwnKpiRefused.Fault;
import org.koploper.kpi.OwnKpiRefused.Place;
import org.koploper.kpi.OwnKpiTerms;
import org.koploper.kpi.OwnKpiValues;
import org.koploper.kpi.OwnKpis;
import org.koploper.kpi.OwnPart;
import org.koploper.records.RecordShelf;

/** A KPI as a sentence that one fills in: what is counted, by what it is divided, how it is shown and what it is called. */
class OwnKpiForm extends Div {

    private final PartFields part;
    private final PartFields whole;
    private final Select<KpiUnit> unit = new Select<>();
    private final RadioButtonGroup<KpiDirection> direction = new RadioButtonGroup<>();
    private final TextField nameEn = new TextField(getTranslation("own-kpis.name-en"));
    private final TextArea meansEn = new TextArea(getTranslation("own-kpis.means-en"));
    private final TextField nameNl = new TextField(getTranslation("own-kpis.name-nl"));
    private final TextArea meansNl = new TextArea(getTranslation("own-kpis.means-nl"));
    private final TextField reason = new TextField(getTranslation("own-kpis.reason"));
    private final Paragraph sentence = new Paragraph();
    private final Runnable changed;
    private boolean filling = true;

    /** @param changed told after every change of what is counted or how it is shown */
    OwnKpiForm(OwnKpiValues values, RecordShelf shelf, Runnable changed) {
        this.changed = changed;
        addClassName("kp-form");
        part = new PartFields(getTranslation("own-kpis.part"), false, values, shelf, this::sides);
        whole = new PartFields(getTranslation("own-kpis.whole"), true, values, shelf, this::sides);
        unit.setLabel(getTranslation("own-kpis.unit"));
        unit.setItemLabelGenerator(OwnKpiTexts::unit);
        unit.addValueChangeListener(chosen -> look());
        direction.setLabel(getTranslation("own-kpis.direction"));
        direction.setItems(KpiDirection.values());
        direction.setItemLabelGenerator(OwnKpiTexts::direction);
        direction.setValue(KpiDirection.HIGHER);
        Stream.of(nameEn, nameNl).forEach(name -> name.setMaxLength(OwnKpis.LONGEST_NAME));
        Stream.of(meansEn, meansNl).forEach(means -> {
            means.setMaxLength(OwnKpis.LONGEST_MEANING);
            means.setHelperText(getTranslation("own-kpis.means-hint"));
        });
        Stream.<TextFieldBase<?, String>>of(nameEn, nameNl, meansEn, meansNl).forEach(field -> {
            field.setRequiredIndicatorVisible(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
        });
        reason.setMaxLength(OwnKpis.LONGEST_REASON);
        reason.setHelperText(getTranslation("own-kpis.reason-hint"));
        reason.setVisible(false);
        sentence.addClassName("kp-strong");
        sentence.getElement().setAttribute("aria-live", "polite");
        add(part, whole, unit, direction, sentence, nameEn, meansEn, nameNl, meansNl, reason);
        part.show(OwnPart.of(Counted.REVENUE));
        unit.setItems(units());
        unit.setValue(units().getFirst());
        filling = false;
        sentence.setText(OwnKpiTexts.sentence(terms()));
    }

    /** Fills it with what there is; a change needs its reason. */
    void show(OwnKpiTerms terms) {
        filling = true;
        part.show(terms.part());
        whole.show(terms.whole());
        unit.setItems(units());
        unit.setValue(terms.unit());
        direction.setValue(terms.direction());
        nameEn.setValue(terms.en().name());
        meansEn.setValue(terms.en().explanation());
        nameNl.setValue(terms.nl().name());
        meansNl.setValue(terms.nl().explanation());
        reason.setVisible(true);
        reason.setRequiredIndicatorVisible(true);
        filling = false;
        look();
    }

    private List<KpiUnit> units() {
        return OwnKpiTerms.units(
                part.part().orElseThrow().what(),
                whole.part().map(OwnPart::what).orElse(null));
    }

    private void sides() {
        if (filling) {
            return;
        }
        KpiUnit before = unit.getValue();
        List<KpiUnit> units = units();
        unit.setItems(units);
        unit.setValue(units.contains(before) ? before : units.getFirst());
        look();
    }

    private void look() {
        if (!filling && unit.getValue() != null) {
            sentence.setText(OwnKpiTexts.sentence(terms()));
            changed.run();
        }
    }

    OwnKpiTerms terms() {
        return new OwnKpiTerms(
                new Words(nameEn.getValue().strip(), meansEn.getValue().strip()),
                new Words(nameNl.getValue().strip(), meansNl.getValue().strip()),
                unit.getValue(),
                direction.getValue(),
                part.part().orElseThrow(),
                whole.part().orElse(null));
    }

    String reason() {
        return reason.getValue();
    }

    /** Each of them at its field, all other fields without. */
    void say(List<Fault> faults) {
        part.say(words(faults, Place.PART));
        whole.say(words(faults, Place.WHOLE));
        say(unit, faults, Place.UNIT);
        say(nameEn, faults, Place.NAME_EN);
        say(meansEn, faults, Place.MEANS_EN);
        say(nameNl, faults, Place.NAME_NL);
        say(meansNl, faults, Place.MEANS_NL);
        say(reason, faults, Place.REASON);
    }

    private static void say(HasValidationProperties field, List<Fault> faults, Place place) {
        String words = words(faults, place);
        field.setErrorMessage(words);
        field.setInvalid(!words.isEmpty());
    }

    private static String words(List<Fault> faults, Place place) {
        return faults.stream()
                .filter(fault -> fault.place() == place)
                .map(OwnKpiTexts::fault)
                .collect(Collectors.joining(" "));
    }

    /** As long as there is none of those, there is a number to look at. */
    static boolean isAboutTheNumber(Fault fault) {
        return fault.place() == Place.PART || fault.place() == Place.WHOLE || fault.place() == Place.UNIT;
    }
}
