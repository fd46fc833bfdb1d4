package org.koploper.ui.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import org.koploper.access.AccountRefused;
import org.koploper.access.Accounts;
import org.koploper.access.ViewAs;
import org.koploper.people.PersonRef;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.Draft;

/** Asks why somebody is looked at the product as, says what that means, and opens the product anew as that person. */
final class ViewAsQuestion {

    private final ViewAs viewAs;

    ViewAsQuestion(ViewAs viewAs) {
        this.viewAs = viewAs;
    }

    void ask(PersonRef person) {
        ConfirmWithReason.of("view-as.title", "view-as.start", person.name())
                .says(I18NProvider.translate("view-as.text", person.name(), ViewAs.LONGEST.toMinutes()))
                .reason(I18NProvider.translate("accounts.why"), Accounts.LONGEST_REASON, true)
                .thenUnlessRefused(reason -> {
                    try {
                        viewAs.start(person.id(), reason);
                    } catch (AccountRefused refused) {
                        return Optional.of(I18NProvider.translate(Refusals.key(refused)));
                    }
                    Draft.forgetAll();
                    UI.getCurrent().getPage().setLocation(".");
                    return Optional.empty();
                });
    }
}
