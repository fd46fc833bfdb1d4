package org.koploper.ui.account;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinService;
import java.util.Objects;
import java.util.function.Consumer;
import org.koploper.access.Accounts;
import org.koploper.access.Device;
import org.koploper.access.PasskeyRefused;
import org.koploper.access.Passkeys;
import org.koploper.access.Passkeys.Begun;
import org.koploper.ui.kit.FormDialog;

/** Adds a passkey: what to call it, the own password, and then the question of the device itself. */
class AddPasskeyDialog extends FormDialog {

    /** Answers with what the device made, or with the name of the fault behind a sign that begins no JSON. */
    private static final String MAKE = """
            try {
              const asked = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse($0));
              return navigator.credentials.create({ publicKey: asked })
                .then(made => JSON.stringify(made.toJSON()), fault => '!' + fault.name);
            } catch (fault) {
              return '!' + fault.name;
            }
            """;

    private static final String HAS_ONE = "!InvalidStateError";

    private final Passkeys passkeys;
    private final Consumer<String> after;
    private final TextField label = new TextField(getTranslation("passkeys.label"));
    private final PasswordField password = new PasswordField(getTranslation("password.current"));
    private final Paragraph refusal = new Paragraph();

    AddPasskeyDialog(Passkeys passkeys, Consumer<String> after) {
        super("passkeys.add", "passkeys.add-submit");
        this.passkeys = passkeys;
        this.after = after;
        label.setValue(DeviceWords.of(here(), this));
        label.setHelperText(getTranslation("passkeys.label-hint"));
        label.setMaxLength(Passkeys.LONGEST_LABEL);
        label.setRequiredIndicatorVisible(true);
        password.getElement().setAttribute("autocomplete", "current-password");
        password.setVisible(passkeys.asksForPassword());
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
        ask(label, password, refusal);
    }

    private static Device here() {
        return Device.of(
                Objects.requireNonNullElse(VaadinService.getCurrentRequest().getHeader("User-Agent"), ""));
    }

    @Override
    protected void submit() {
        password.setInvalid(false);
        refusal.setText("");
        label.setInvalid(label.getValue().isBlank());
        if (label.isInvalid()) {
            label.setErrorMessage(getTranslation("passkeys.label-missing"));
            label.focus();
            return;
        }
        Begun begun;
        try {
            begun = passkeys.begin(password.getValue());
        } catch (PasskeyRefused refused) {
            refuse(refused);
            return;
        }
        getElement().executeJs(MAKE, begun.json()).then(String.class, made -> made(begun, made));
    }

    private void made(Begun begun, String made) {
        if (made.startsWith("!")) {
            refusal.setText(getTranslation(made.equals(HAS_ONE) ? "passkeys.has-one" : "passkeys.not-made"));
            return;
        }
        try {
            passkeys.add(begun, label.getValue(), made);
        } catch (PasskeyRefused refused) {
            refuse(refused);
            return;
        }
        close();
        after.accept(label.getValue().strip());
    }

    private void refuse(PasskeyRefused refused) {
        String words = getTranslation(refused.key(), Accounts.SHORTEST_PASSWORD);
        if (refused.key().startsWith("password.")) {
            password.setErrorMessage(words);
            password.setInvalid(true);
            password.focus();
        } else {
            refusal.setText(words);
        }
    }
}
