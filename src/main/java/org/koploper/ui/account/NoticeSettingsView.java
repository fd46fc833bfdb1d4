package org.koploper.ui.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.koploper.access.Caller;
import org.koploper.notice.Choices;
import org.koploper.notice.Choices.Choice;
import org.koploper.notice.MailMode;
import org.koploper.notice.NoticeKind;
import org.koploper.notice.NoticeSettings;
import org.koploper.notice.Quiet;
import org.koploper.ui.kit.SaveButton;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.shell.Screen;

/** Where and when one wants to be told of what. */
@Route("account/notices")
@PermitAll
class NoticeSettingsView extends Screen {

    private static final Duration STEP = Duration.ofMinutes(30);

    private final NoticeSettings settings;
    private final Map<NoticeKind, Row> rows = new EnumMap<>(NoticeKind.class);
    private final TimePicker from = time("notice.quiet-from");
    private final TimePicker to = time("notice.quiet-to");
    private final Checkbox weekends = new Checkbox(getTranslation("notice.quiet-weekends"));
    private final Checkbox holidays = new Checkbox(getTranslation("notice.quiet-holidays"));

    NoticeSettingsView(NoticeSettings settings, Clock clock) {
        this.settings = settings;
        Div kinds = new Div();
        kinds.addClassName("kp-notice-kinds");
        for (NoticeKind kind : NoticeKind.values()) {
            if (kind.isFor(Caller.now().roles())) {
                kinds.add(kind(kind));
            }
        }
        Div times = new Div(from, to);
        times.addClassName("kp-toolbar");
        Button save = new SaveButton(getTranslation("notice.save"), this::save);
        add(
                new Paragraph(getTranslation("notice.settings-text")),
                mailNote(),
                kinds,
                new H2(getTranslation("notice.quiet")),
                new Paragraph(
                        getTranslation("notice.quiet-text", clock.getZone().getId())),
                times,
                new Div(weekends),
                new Div(holidays),
                save);
        addClassName("kp-notice-settings");
        show(settings.own());
    }

    private Div mailNote() {
        NoticeSettings.MailWay way = settings.mailWay();
        Div note = new Div(new Paragraph(getTranslation(
                "notice.mail-way." + way.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        note.addClassName(way == NoticeSettings.MailWay.OPEN ? "kp-quiet" : "kp-note");
        return note;
    }

    private TimePicker time(String key) {
        TimePicker picker = new TimePicker(getTranslation(key));
        picker.setStep(STEP);
        picker.setLocale(UI.getCurrent().getLocale());
        picker.setRequiredIndicatorVisible(true);
        return picker;
    }

    private Div kind(NoticeKind kind) {
        String key = kind.name().toLowerCase(Locale.ROOT);
        String name = getTranslation("notice.kind." + key);
        Div row = new Div(new H2(name), new Paragraph(getTranslation("notice.kind." + key + ".text")));
        row.addClassName("kp-notice-kind");
        if (kind.isFree()) {
            Row choice = new Row(new Checkbox(getTranslation("notice.in-bell")), new Select<>());
            choice.bell.setAriaLabel(getTranslation("notice.in-bell-of", name));
            choice.mail.setLabel(getTranslation("notice.by-mail"));
            choice.mail.setAriaLabel(getTranslation("notice.by-mail-of", name));
            choice.mail.setItems(MailMode.values());
            choice.mail.setItemLabelGenerator(mode -> getTranslation(
                    "notice.mail-mode." + mode.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            rows.put(kind, choice);
            Div fields = new Div(choice.bell, choice.mail);
            fields.addClassName("kp-toolbar");
            row.add(fields);
        }
        return row;
    }

    private void show(Choices choices) {
        rows.forEach((kind, row) -> {
            row.bell.setValue(choices.of(kind).bell());
            row.mail.setValue(choices.of(kind).mail());
        });
        from.setValue(choices.quiet().from());
        to.setValue(choices.quiet().to());
        weekends.setValue(choices.quiet().weekends());
        holidays.setValue(choices.quiet().holidays());
    }

    private void save() {
        for (TimePicker picker : new TimePicker[] {from, to}) {
            picker.setErrorMessage(getTranslation("notice.time-missing"));
            picker.setInvalid(picker.getValue() == null);
            if (picker.isInvalid()) {
                picker.focus();
                return;
            }
        }
        Choices before = settings.own();
        Choices wanted =
                before.with(new Quiet(from.getValue(), to.getValue(), weekends.getValue(), holidays.getValue()));
        for (Map.Entry<NoticeKind, Row> row : rows.entrySet()) {
            wanted = wanted.with(
                    row.getKey(),
                    new Choice(
                            row.getValue().bell.getValue(), row.getValue().mail.getValue()));
        }
        settings.choose(wanted);
        UndoToast.say(getTranslation("notice.saved"), () -> {
            settings.choose(before);
            show(before);
        });
    }

    @Override
    public String heading() {
        return getTranslation("notice.settings-heading");
    }

    private record Row(Checkbox bell, Select<MailMode> mail) {}
}
