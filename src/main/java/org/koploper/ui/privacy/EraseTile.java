package org.koploper.ui.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.koploper.people.PersonRef;
import org.koploper.privacy.Erasure;
import org.koploper.privacy.Held;
import org.koploper.privacy.NotErased;
import org.koploper.privacy.Obstacle;
import org.koploper.privacy.Outlook;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;

/** What erasing somebody would do, with counts; what stands in the way; and the way to do it. */
class EraseTile extends Tile {

    private final Erasure erasure;
    private final PersonRef person;
    private final Runnable done;

    EraseTile(Erasure erasure, PersonRef person, Runnable done) {
        super(I18NProvider.translate("data.erase-title", person.name()));
        this.erasure = erasure;
        this.person = person;
        this.done = done;
        addClassName("kp-erase");
        Outlook outlook = erasure.outlook(person.id());
        if (outlook.obstacles().contains(Obstacle.ERASED)) {
            add(new Paragraph(sentence(Obstacle.ERASED)));
            return;
        }
        add(new Paragraph(getTranslation("data.erase-intro")));
        if (!outlook.goes().isEmpty()) {
            part("data.goes", "data.goes-text", outlook.goes());
        }
        part("data.rewritten", "data.rewritten-text", outlook.rewritten());
        part("data.stays", "data.stays-text", outlook.stays());
        if (outlook.possible()) {
            Button erase = new Button(getTranslation("data.erase"), click -> ask());
            erase.addThemeVariants(ButtonVariant.ERROR);
            add(erase);
        } else {
            add(
                    new H3(getTranslation("data.erase-not-yet")),
                    list(outlook.obstacles().stream().map(EraseTile::sentence).toList()));
        }
    }

    private void part(String title, String text, List<Held> held) {
        add(
                new H3(getTranslation(title)),
                new Paragraph(getTranslation(text)),
                list(held.stream()
                        .map(one -> getTranslation("data.held", PrivacyWords.name(one), PrivacyWords.rows(one)))
                        .toList()));
    }

    private static UnorderedList list(Collection<String> lines) {
        return new UnorderedList(lines.stream().map(ListItem::new).toArray(ListItem[]::new));
    }

    private static String sentence(Obstacle obstacle) {
        return I18NProvider.translate(
                "data.obstacle." + obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void ask() {
        ConfirmWithReason.of("data.erase-question", "data.erase", person.name())
                .says(getTranslation("data.erase-for-ever"))
                .reason(getTranslation("data.erase-why"), Erasure.LONGEST_REASON, true)
                .typed(person.name())
                .destroys()
                .thenUnlessRefused(reason -> erase(Objects.requireNonNull(reason)));
    }

    private Optional<String> erase(String reason) {
        try {
            String name = erasure.erase(person.id(), getTranslation("data.former"), reason);
            UndoToast.say(getTranslation("data.erased", name));
            done.run();
            return Optional.empty();
        } catch (NotErased refused) {
            return Optional.of(String.join(
                    " ", refused.obstacles().stream().map(EraseTile::sentence).toList()));
        }
    }
}
