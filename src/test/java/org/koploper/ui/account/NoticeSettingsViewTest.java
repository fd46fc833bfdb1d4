package org.koploper.ui.account;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.access.Role;
import org.koploper.notice.Choices;
import org.koploper.notice.MailMode;
import org.koploper.notice.NoticeKind;
import org.koploper.notice.NoticeSettings;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;

class NoticeSettingsViewTest extends ScreenTest {

    private Choices own() {
        return context.getBean(NoticeSettings.class).own();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyChoosesForThemselvesAndIsToldWhereNoMailIsSent(Role role) {
        Browser browser = in(scene.as(role));
        browser.open("account/notices");

        assertThat(browser.heading()).isEqualTo("Notice settings");
        assertThat(browser.text()).contains("not set up to send mail", "Time zone: Europe/Brussels");
        List<String> named = _find(Select.class).stream()
                .map(select -> select.getAriaLabel().orElseThrow().toString())
                .toList();
        assertThat(named).as("all kinds but the account's safety").hasSize(role == Role.ADMIN ? 8 : 6);
        assertThat(named.stream().anyMatch(name -> name.contains("Import")))
                .as("imports and webhooks are told to administrators alone")
                .isEqualTo(role == Role.ADMIN);
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsChosenIsKeptAndCanBeUndone() {
        in(scene.asAn()).open("account/notices");
        _setValue((Select<MailMode>) _find(Select.class).getFirst(), MailMode.AT_ONCE);
        _setValue(_get(TimePicker.class, spec -> spec.withLabel("From")), LocalTime.of(18, 30));
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("Quiet on public holidays")), true);
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(own().of(NoticeKind.STATEMENT).mail()).isEqualTo(MailMode.AT_ONCE);
        assertThat(own().quiet().from()).isEqualTo(LocalTime.of(18, 30));
        assertThat(own().quiet().holidays()).isTrue();

        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(own().of(NoticeKind.STATEMENT).mail()).isEqualTo(MailMode.DIGEST);
        assertThat(own().quiet().from()).isEqualTo(LocalTime.of(19, 0));
    }

    @Test
    void aMissingTimeIsSaidAtItsField() {
        in(scene.asAn()).open("account/notices");
        TimePicker to = _get(TimePicker.class, spec -> spec.withLabel("Until"));
        to.setValue(null);
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(to.isInvalid()).isTrue();
        assertThat(own().quiet().to()).isEqualTo(LocalTime.of(7, 0));
    }

    @Test
    void whatIsAboutTheOwnAccountCannotBeSwitchedOff() {
        in(scene.asAn());
        NoticeSettings settings = context.getBean(NoticeSettings.class);
        settings.choose(settings.own().with(NoticeKind.SECURITY, new Choices.Choice(false, MailMode.OFF)));

        assertThat(own().of(NoticeKind.SECURITY)).isEqualTo(new Choices.Choice(true, MailMode.AT_ONCE));
    }
}
