package org.koploper.ui.admin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import org.koploper.sales.WaitingDays;
import org.koploper.sales.WaitingQuery;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;

/** After how many days without contact a quote waits, for everybody who does not ask for another number. */
class WaitingDaysTile extends Tile {

    private final WaitingDays setting;

    WaitingDaysTile(WaitingDays setting) {
        super(I18NProvider.translate("kpis.waiting"));
        this.setting = setting;
        AmountField field = new AmountField(
                getTranslation("kpis.waiting-days"),
                getTranslation("commercial.days-unit"),
                BigDecimal.valueOf(setting.get()));
        field.setId("kpis-waiting-days");
        field.addValueChangeListener(change -> {
            var typed = field.amount().flatMap(WaitingQuery::days);
            field.setInvalid(typed.isEmpty());
            field.setErrorMessage(
                    typed.isPresent()
                            ? null
                            : getTranslation("commercial.days-wrong", String.valueOf(WaitingQuery.MOST_DAYS)));
            typed.filter(days -> days != setting.get()).ifPresent(days -> set(field, days));
        });
        add(new Paragraph(getTranslation("kpis.waiting-text")), field);
    }

    private void set(AmountField field, int days) {
        int before = setting.get();
        setting.set(days);
        UndoToast.say(getTranslation("kpis.waiting-set", Formats.here().number((long) days)), () -> {
            setting.set(before);
            field.setValue(Formats.here().number((long) before));
        });
    }
}
