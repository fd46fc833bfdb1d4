package org.koploper.ui.kpi;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Counted;
import org.koploper.kpi.Grouping;
import org.koploper.kpi.Only;
import org.koploper.kpi.OwnKpiValues;
import org.koploper.kpi.OwnPart;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordShelf;

/** One side of a KPI: what is counted, and what of it. Asked is only what its facts can say. */
class PartFields extends Div {

    private final RecordShelf shelf;
    private final ComboBox<Counted> what;
    private final Div aspects = new Div();
    private final Map<Grouping, MultiSelectComboBox<String>> only = new LinkedHashMap<>();
    private final Map<String, String> products = new HashMap<>();
    private final Runnable changed;

    /**
     * @param label of what is counted
     * @param optional whether there may be no such side
     * @param changed told after every change
     */
    PartFields(String label, boolean optional, OwnKpiValues values, RecordShelf shelf, Runnable changed) {
        this.shelf = shelf;
        this.changed = changed;
        addClassName("kp-form");
        what = new ComboBox<>(label);
        what.setItems(Counted.values());
        what.setItemLabelGenerator(OwnKpiTexts::counted);
        what.setClearButtonVisible(optional);
        what.setRequiredIndicatorVisible(!optional);
        if (optional) {
            what.setPlaceholder(getTranslation("own-kpis.by-nothing"));
        }
        what.addValueChangeListener(chosen -> {
            if (chosen.getValue() == null && !optional) {
                what.setValue(chosen.getOldValue());
                return;
            }
            offer();
            changed.run();
        });
        aspects.addClassName("kp-form");
        for (Grouping aspect :
                List.of(Grouping.FAMILY, Grouping.PRODUCT, Grouping.SEGMENT, Grouping.REGION, Grouping.SOURCE)) {
            only.put(aspect, field(aspect, label, values));
        }
        only.values().forEach(aspects::add);
        add(what, aspects);
        offer();
    }

    private MultiSelectComboBox<String> field(Grouping aspect, String side, OwnKpiValues values) {
        MultiSelectComboBox<String> field =
                new MultiSelectComboBox<>(getTranslation("own-kpis.only-these." + aspect.key()));
        field.setAriaLabel(side + ", " + getTranslation("own-kpis.only-these." + aspect.key()));
        field.setPlaceholder(getTranslation("own-kpis.everything"));
        field.setClearButtonVisible(true);
        if (aspect == Grouping.PRODUCT) {
            field.setItemLabelGenerator(this::product);
            field.setItems(query ->
                    shelf
                            .choices("products", query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                            .stream()
                            .map(this::remembered));
        } else {
            field.setItems(values.of(aspect));
        }
        field.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                changed.run();
            }
        });
        return field;
    }

    private String remembered(RecordRef product) {
        products.put(product.externalId(), product.label());
        return product.externalId();
    }

    private String product(String externalId) {
        return products.computeIfAbsent(
                externalId,
                id -> shelf.choice("products", id).map(RecordRef::label).orElse(id));
    }

    private void offer() {
        List<Grouping> possible =
                what.getValue() == null ? List.of() : what.getValue().aspects();
        only.forEach((aspect, field) -> {
            field.setVisible(possible.contains(aspect));
            if (!field.isVisible()) {
                field.clear();
            }
        });
    }

    void show(@Nullable OwnPart part) {
        what.setValue(part == null ? null : part.what());
        offer();
        only.forEach((aspect, field) -> field.setValue(
                part == null
                        ? List.of()
                        : List.copyOf(part.only().values().getOrDefault(aspect, new java.util.TreeSet<>()))));
    }

    /** Empty where nothing is chosen. */
    Optional<OwnPart> part() {
        Counted counted = what.getValue();
        if (counted == null) {
            return Optional.empty();
        }
        Only all = Only.EVERYTHING;
        for (Map.Entry<Grouping, MultiSelectComboBox<String>> field : only.entrySet()) {
            all = all.with(field.getKey(), field.getValue().getValue());
        }
        return Optional.of(new OwnPart(counted, all));
    }

    /** Says what is wrong, or with an empty text that nothing is. */
    void say(String wrong) {
        what.setErrorMessage(wrong);
        what.setInvalid(!wrong.isEmpty());
    }
}
