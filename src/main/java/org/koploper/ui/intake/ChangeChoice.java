package org.koploper.ui.intake;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.ColumnChange;
import org.koploper.intake.DatePattern;
import org.koploper.intake.DecimalSign;
import org.koploper.intake.FileFormat;
import org.koploper.intake.Mapping;
import org.koploper.intake.Sentences;
import org.koploper.records.Field;

/** What is done with the cells of a column before they are read, and where that needs it, with what. */
class ChangeChoice extends Div {

    private static final String AS_IT_IS = "asItIs";

    private final Way way;
    private final ColumnsStep step;
    private final String header;

    ChangeChoice(Way way, ColumnsStep step, String header, Field field) {
        this.way = way;
        this.step = step;
        this.header = header;
        addClassName("kp-change");
        ColumnChange now = step.given().transforms().get(header);
        List<String> changes = new ArrayList<>(List.of(AS_IT_IS));
        changes.addAll(ColumnChange.offered(field));
        if (otherHeaders().isEmpty()) {
            changes.remove(ColumnChange.WITH_COLUMN);
        }
        Select<String> change = select("import.transform", changes, now == null ? AS_IT_IS : now.change());
        change.setId("change-" + header);
        change.setItemLabelGenerator(name -> getTranslation("import.transform." + name));
        change.addValueChangeListener(chosen -> decide(
                chosen.getValue().equals(AS_IT_IS)
                        ? null
                        : new ColumnChange(chosen.getValue(), likely(chosen.getValue())),
                "change-" + header));
        add(change);
        if (now != null) {
            with(now);
        }
        step.flaw("transforms." + header).ifPresent(flaw -> {
            change.setErrorMessage(Sentences.of(flaw.code(), flaw.args(), getLocale()));
            change.setInvalid(true);
        });
    }

    private void with(ColumnChange now) {
        List<String> values = switch (now.change()) {
            case ColumnChange.WITH_COLUMN -> otherHeaders();
            case ColumnChange.DATE_FORMAT -> FormatStep.with(now.value(), FormatStep.DATES);
            case ColumnChange.DECIMAL -> List.of(".", ",");
            default -> List.of();
        };
        if (values.isEmpty()) {
            return;
        }
        Select<String> value = select("import.transform-with." + now.change(), values, now.value());
        value.setId("change-with-" + header);
        value.setItemLabelGenerator(text -> switch (now.change()) {
            case ColumnChange.DATE_FORMAT ->
                FormatStep.DATES.contains(text) ? getTranslation("import.dates." + text) : text;
            case ColumnChange.DECIMAL -> getTranslation("import.decimal." + text);
            default -> text;
        });
        value.addValueChangeListener(
                chosen -> decide(new ColumnChange(now.change(), chosen.getValue()), "change-with-" + header));
        add(value);
    }

    private Select<String> select(String label, List<String> items, @Nullable String now) {
        Select<String> select = new Select<>();
        select.setLabel(getTranslation(label));
        select.setItems(items);
        if (now != null && items.contains(now)) {
            select.setValue(now);
        }
        return select;
    }

    private void decide(@Nullable ColumnChange change, String focus) {
        Mapping mapping = step.given().withColumns(step.decidedColumns()).withTransform(header, change);
        step.decide(mapping, focus);
    }

    private List<String> otherHeaders() {
        return way.preview().detection().format().header().stream()
                .filter(name -> !name.isEmpty() && !name.equals(header))
                .toList();
    }

    /** What is probably meant, so that every choice can be carried out at once. */
    private @Nullable String likely(String change) {
        FileFormat format = way.preview().detection().format();
        DatePattern dates = format.datePattern(header);
        return switch (change) {
            case ColumnChange.WITH_COLUMN -> {
                List<String> unused = otherHeaders().stream()
                        .filter(name -> way.preview()
                                .mapping()
                                .columns()
                                .getOrDefault(name, "")
                                .isEmpty())
                        .toList();
                yield unused.isEmpty() ? otherHeaders().getFirst() : unused.getFirst();
            }
            case ColumnChange.DATE_FORMAT -> dates == null ? FormatStep.DATES.getFirst() : dates.pattern();
            case ColumnChange.DECIMAL -> format.decimalSign() == DecimalSign.COMMA ? "." : ",";
            default -> null;
        };
    }
}
