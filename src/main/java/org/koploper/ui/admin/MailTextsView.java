package org.koploper.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.notice.MailDesk;
import org.koploper.notice.MailKind;
import org.koploper.notice.MailTexts;
import org.koploper.notice.MailWords;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.shell.Screen;

/** What each kind of mail says, in each language: as the product says it, or in own words. */
@Route("admin/mail-texts")
@RolesAllowed("ADMIN")
class MailTextsView extends Screen {

    private final MailTexts texts;
    private final MailDesk desk;
    private final Div cards = new Div();

    MailTextsView(MailTexts texts, MailDesk desk) {
        this.texts = texts;
        this.desk = desk;
        cards.addClassName("kp-cards");
        add(new Paragraph(getTranslation("mail-texts.intro")), cards);
        show();
    }

    private void show() {
        cards.removeAll();
        Map<MailKind, Map<String, MailWords>> own = texts.own();
        for (MailKind mail : MailKind.values()) {
            Tile tile = new Tile(name(mail));
            MailTexts.LANGUAGES.forEach(language -> tile.add(
                    block(mail, language, own.getOrDefault(mail, Map.of()).get(language))));
            cards.add(tile);
        }
    }

    private String name(MailKind mail) {
        return getTranslation(mail == MailKind.SEVERAL ? "mail-texts.several" : "notice.kind." + mail.key());
    }

    private Div block(MailKind mail, String language, @Nullable MailWords own) {
        MailWords now = own == null ? texts.standard(mail, language) : own;
        String languageName = getTranslation("kpis.language." + language);
        Div block = new Div(new H3(languageName));
        block.addClassName("kp-wording");
        Paragraph subject = new Paragraph(now.subject());
        subject.addClassName("kp-strong");
        subject.getElement().setAttribute("lang", language);
        block.add(subject);
        Stream.of(now.opening(), now.closing()).filter(text -> !text.isBlank()).forEach(text -> {
            Paragraph said = new Paragraph(text);
            said.addClassName("kp-lines");
            said.getElement().setAttribute("lang", language);
            block.add(said);
        });
        Button change = new Button(
                getTranslation("mail-texts.change"),
                click -> new MailTextDialog(
                                texts,
                                desk,
                                mail,
                                language,
                                name(mail) + ", " + languageName,
                                now,
                                words -> word(mail, language, own, words))
                        .open());
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel(getTranslation("mail-texts.change-of", name(mail), languageName));
        Div actions = new Div(
                own != null
                        ? new StatusBadge("kpis.own-words", Tone.NEUTRAL)
                        : new StatusBadge("mail-texts.standard", Tone.NEUTRAL),
                change);
        actions.addClassName("kp-actions");
        if (own != null) {
            Button reset = new Button(getTranslation("mail-texts.reset"), click -> word(mail, language, own, null));
            reset.addThemeVariants(ButtonVariant.TERTIARY);
            reset.setAriaLabel(getTranslation("mail-texts.reset-of", name(mail), languageName));
            actions.add(reset);
        }
        block.add(actions);
        return block;
    }

    private void word(MailKind mail, String language, @Nullable MailWords before, @Nullable MailWords words) {
        boolean standard = words == null || words.equals(texts.standard(mail, language));
        texts.word(mail, language, standard ? null : words);
        show();
        UndoToast.say(
                getTranslation(
                        standard ? "mail-texts.reset-done" : "mail-texts.changed",
                        name(mail),
                        getTranslation("kpis.language." + language)),
                () -> {
                    texts.word(mail, language, before);
                    show();
                });
    }

    @Override
    public String heading() {
        return getTranslation("admin.mail-texts");
    }
}
