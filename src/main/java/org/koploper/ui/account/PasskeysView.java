package org.koploper.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.koploper.access.Passkeys;
import org.koploper.access.Passkeys.Passkey;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.shell.Screen;

/** The own passkeys: what one has, one more, one less. */
@Route("account/passkeys")
@PermitAll
class PasskeysView extends Screen {

    private final Passkeys passkeys;
    private final Clock clock;
    private final UnorderedList list = new UnorderedList();
    private final ExportedList exported = new ExportedList(list, this::extract);
    private final Paragraph none = new Paragraph(getTranslation("passkeys.none"));

    PasskeysView(Passkeys passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.clock = clock;
        list.addClassName("kp-sessions");
        add(new Paragraph(getTranslation("passkeys.intro")), exported, none);
        if (passkeys.offered()) {
            add(new Button(
                    getTranslation("passkeys.add"), click -> new AddPasskeyDialog(passkeys, this::added).open()));
        } else {
            add(new Paragraph(getTranslation("passkeys.not-offered")));
        }
        show();
    }

    private Extract<Passkey> extract() {
        return Extract.of(
                "passkeys",
                heading(),
                List.of(
                        ListColumn.<Passkey>text("name", "passkeys.label", Passkey::label),
                        ListColumn.<Passkey>moment("added", "column.added", clock.getZone(), Passkey::created),
                        ListColumn.<Passkey>moment("used", "column.used", clock.getZone(), Passkey::lastUsed)),
                passkeys.own(),
                clock);
    }

    private void show() {
        List<Passkey> own = passkeys.own();
        list.removeAll();
        own.forEach(key -> list.add(item(key)));
        exported.setVisible(!own.isEmpty());
        none.setVisible(own.isEmpty());
    }

    private ListItem item(Passkey key) {
        Span label = new Span(key.label());
        label.addClassName("kp-strong");
        Instant used = key.lastUsed();
        Span when = new Span(
                used == null
                        ? getTranslation("passkeys.never-used", moment(key.created()))
                        : getTranslation("passkeys.used", moment(key.created()), moment(used)));
        when.addClassName("kp-quiet");
        Div words = new Div(label, when);
        words.addClassName("kp-cell");
        Button remove = new Button(getTranslation("passkeys.remove"), click -> confirmRemoval(key));
        remove.setAriaLabel(getTranslation("passkeys.remove-this", key.label()));
        return new ListItem(words, remove);
    }

    private void confirmRemoval(Passkey key) {
        ConfirmWithReason.of("passkeys.remove-title", "passkeys.remove", key.label())
                .says(getTranslation("passkeys.remove-text"))
                .destroys()
                .then(() -> {
                    passkeys.remove(key);
                    show();
                    UndoToast.say(getTranslation("passkeys.removed", key.label()));
                });
    }

    private void added(String label) {
        show();
        UndoToast.say(getTranslation("passkeys.added", label));
    }

    private String moment(Instant moment) {
        return Formats.here().moment(moment, clock.getZone(), LocalDate.now(clock));
    }

    @Override
    public String heading() {
        return getTranslation("passkeys.heading");
    }
}
