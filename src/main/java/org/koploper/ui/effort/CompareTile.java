package org.koploper.ui.effort;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.EffortCounts;
import org.koploper.kpi.EffortRatio;
import org.koploper.kpi.EffortShare;
import org.koploper.people.PersonRef;
import org.koploper.statistics.Interval;
import org.koploper.statistics.TwoProportions;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;

/** Two people side by side: what lies between them, and whether chance alone may have put it there. */
class CompareTile extends Tile {

    private final List<PersonRef> people;
    private final BiConsumer<String, @Nullable String> choose;

    /** One of the two, with all weeks of the period together. */
    record Side(PersonRef person, EffortCounts counts) {}

    /**
     * @param people whom the reader may choose among
     * @param choose the parameter of the address and the person's external id; null for nobody
     */
    CompareTile(
            List<PersonRef> people,
            @Nullable Side first,
            @Nullable Side second,
            BiConsumer<String, @Nullable String> choose) {
        super(I18NProvider.translate("effort.compare"));
        this.people = people;
        this.choose = choose;
        addClassName("kp-wide");
        Div choice = new Div(
                field("first", "effort.first", first == null ? null : first.person()),
                field("with", "effort.second", second == null ? null : second.person()));
        choice.addClassName("kp-toolbar");
        add(new Paragraph(getTranslation("effort.compare-text")), choice);
        if (first != null && second != null) {
            add(compared(first, second));
        }
    }

    private ComboBox<PersonRef> field(String name, String label, @Nullable PersonRef value) {
        ComboBox<PersonRef> field = new ComboBox<>(getTranslation(label));
        field.setId("effort-" + name);
        field.setItems(people);
        field.setItemLabelGenerator(PersonRef::name);
        field.setClearButtonVisible(true);
        field.setValue(value);
        field.addValueChangeListener(change -> {
            choose.accept(
                    name, change.getValue() == null ? null : change.getValue().externalId());
            Focus.stayOn("effort-" + name);
        });
        return field;
    }

    private Component compared(Side first, Side second) {
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        Cells.header(head, getTranslation("effort.ratio"), "col");
        Cells.header(head, first.person().name(), "col").addClassName("kp-number");
        Cells.header(head, second.person().name(), "col").addClassName("kp-number");
        Cells.header(head, getTranslation("effort.difference"), "col").addClassName("kp-number");
        Cells.header(head, getTranslation("effort.verdict"), "col");
        for (EffortRatio ratio : EffortRatio.values()) {
            EffortShare one = ratio.of(first.counts());
            EffortShare two = ratio.of(second.counts());
            NativeTableRow row = table.getBody().addRow();
            Cells.header(row, getTranslation("effort.ratio." + ratio.key()), "row");
            number(row, EffortWords.share(one));
            number(row, EffortWords.share(two));
            Optional<TwoProportions> both =
                    one.proportion().flatMap(known -> two.proportion().map(other -> new TwoProportions(known, other)));
            number(row, both.map(this::difference).orElseGet(() -> getTranslation("effort.none")));
            NativeTableCell said = row.addDataCell();
            said.setText(both.map(this::verdict).orElseGet(() -> getTranslation("effort.too-little")));
            said.addClassName("kp-sentence");
        }
        table.addClassName("kp-compare");
        return Cells.scrolled(table, getTranslation("effort.compare"));
    }

    private static void number(NativeTableRow row, String text) {
        NativeTableCell cell = row.addDataCell();
        cell.setText(text);
        cell.addClassName("kp-number");
    }

    private String difference(TwoProportions both) {
        Interval interval = both.interval();
        return getTranslation(
                "effort.points-between", points(both.difference()), points(interval.low()), points(interval.high()));
    }

    private static String points(double difference) {
        return Formats.here().points(BigDecimal.valueOf(difference));
    }

    private String verdict(TwoProportions both) {
        String chance = EffortWords.chance(both.byChance());
        return getTranslation(both.differ() ? "effort.differ" : "effort.may-be-chance", chance);
    }
}
