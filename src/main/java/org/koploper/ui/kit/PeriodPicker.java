package org.koploper.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;

/**
 * Chooses a period: its kind, the one before, the one after, or two dates. It only tells the choice; the screen puts it
 * into its address and is loaded again, so that the back button undoes it. At most one on a screen.
 */
public class PeriodPicker extends Div {

    private static final String ID = "kp-period-";

    private final Period period;
    private final LocalDate today;
    private final Consumer<Period> chosen;

    /** @param kinds those to choose from; with a single one there is nothing to choose but before and after */
    public PeriodPicker(Period period, List<PeriodKind> kinds, LocalDate today, Consumer<Period> chosen) {
        this.period = period;
        this.today = today;
        this.chosen = chosen;
        addClassName("kp-period");
        Skeleton.before(this);
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("period.choose"));
        if (kinds.size() > 1) {
            add(kindOf(kinds));
        }
        Span label = new Span(Formats.here().period(period));
        label.addClassName("kp-period-label");
        Div steps = new Div(step("‹", "previous", period.previous()), label, step("›", "next", period.next()));
        steps.addClassName("kp-period-steps");
        add(steps);
        if (period.kind() == PeriodKind.CUSTOM) {
            add(from(), to());
        }
    }

    /** Months only. */
    public static PeriodPicker ofMonths(Period month, LocalDate today, Consumer<Period> chosen) {
        return new PeriodPicker(month, List.of(PeriodKind.MONTH), today, chosen);
    }

    private Select<PeriodKind> kindOf(List<PeriodKind> kinds) {
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

    private Button step(String sign, String part, Period to) {
        Button button = new Button(sign, click -> choose(to, part));
        button.setId(ID + part);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        String words = getTranslation("period." + part, Formats.here().period(to));
        button.setAriaLabel(words);
        button.setTooltipText(words);
        Shortcut.on(button, part.equals("next") ? "]" : "[", getTranslation("keys.period-" + part));
        return button;
    }

    /** The screen brings a new picker, in which the keyboard stays on the same part. */
    private void choose(Period period, String part) {
        chosen.accept(period);
        Focus.stayOn(ID + part);
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
