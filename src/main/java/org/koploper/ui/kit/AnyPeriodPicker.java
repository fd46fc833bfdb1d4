package org.koploper.ui.kit;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;

/**
 * Chooses a period of any kind: the kind, the one before and after, and for a stretch of days its first and last. Apart from
 * {@link PeriodPicker}, so that screens of months load no date fields.
 */
public class AnyPeriodPicker extends PeriodPicker {

    private final Period period;
    private final LocalDate today;
    private final List<PeriodKind> kinds;

    public AnyPeriodPicker(Period period, LocalDate today, Consumer<Period> chosen) {
        this(period, today, List.of(PeriodKind.values()), chosen);
    }

    /** @param kinds those that can be chosen, the one of the period among them */
    public AnyPeriodPicker(Period period, LocalDate today, List<PeriodKind> kinds, Consumer<Period> chosen) {
        super(period, chosen);
        this.kinds = List.copyOf(kinds);
        this.period = period;
        this.today = today;
        addComponentAsFirst(kind());
        if (period.kind() == PeriodKind.CUSTOM) {
            add(from(), to());
        }
    }

    private Select<PeriodKind> kind() {
        Select<PeriodKind> select = new Select<>();
        select.setAriaLabel(getTranslation("period.kind"));
        select.setItems(kinds);
        select.setItemLabelGenerator(
                kind -> getTranslation("period." + kind.name().toLowerCase(Locale.ROOT)));
        select.setValue(period.kind());
        select.setId(ID + "kind");
        select.addValueChangeListener(change -> choose(ofKind(change.getValue()), "kind"));
        return select;
    }

    /** Of the new kind, around today where the present choice holds today, otherwise around its first day. */
    private Period ofKind(PeriodKind kind) {
        LocalDate day = period.contains(today) ? today : period.from();
        if (kind != PeriodKind.CUSTOM) {
            return kind.around(day);
        }
        // a stretch that is none of the others, to be changed with the two date fields that now appear
        return new Period(day.minusDays(29), day);
    }

    private DatePicker from() {
        DatePicker field = Dates.field(getTranslation("period.from"));
        field.setId(ID + "from");
        field.setValue(period.from());
        field.setMax(period.to());
        field.addValueChangeListener(change -> {
            if (change.getValue() != null && !change.getValue().isAfter(period.to())) {
                choose(new Period(change.getValue(), period.to()), "from");
            }
        });
        return field;
    }

    private DatePicker to() {
        DatePicker field = Dates.field(getTranslation("period.to"));
        field.setId(ID + "to");
        field.setValue(period.to());
        field.setMin(period.from());
        field.addValueChangeListener(change -> {
            if (change.getValue() != null && !change.getValue().isBefore(period.from())) {
                choose(new Period(period.from(), change.getValue()), "to");
            }
        });
        return field;
    }
}
