package org.koploper.ui.admin;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Sentences;
import org.koploper.ui.kit.FormDialog;
import org.koploper.webhook.Webhook;
import org.koploper.webhook.WebhookEvent;
import org.koploper.webhook.WebhookRefused;
import org.koploper.webhook.Webhooks;

/** Asks which program is told what, and where it is reached. */
class WebhookDialog extends FormDialog {

    /** What is done with name, address and events; an answer that says no throws {@link WebhookRefused}. */
    interface Saving {
        void save(String name, String url, Set<WebhookEvent> events);
    }

    private final Saving saving;
    private final TextField name = new TextField(getTranslation("webhooks.name"));
    private final TextField url = new TextField(getTranslation("webhooks.url"));
    private final CheckboxGroup<WebhookEvent> events = new CheckboxGroup<>(getTranslation("webhooks.events"));

    /** @param before null for a new one */
    WebhookDialog(@Nullable Webhook before, Saving saving) {
        super(
                before == null ? "webhooks.new" : "webhooks.change-title",
                before == null ? "webhooks.add" : "webhooks.save");
        this.saving = saving;
        name.setHelperText(getTranslation("webhooks.name-hint"));
        name.setMaxLength(Webhooks.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        url.setHelperText(getTranslation("webhooks.url-hint"));
        url.setMaxLength(Webhooks.LONGEST_URL);
        url.setRequiredIndicatorVisible(true);
        events.setItems(WebhookEvent.choices());
        events.setItemLabelGenerator(event -> getTranslation(key(event)));
        events.setItemHelperGenerator(event -> getTranslation(key(event) + ".means"));
        events.setRequiredIndicatorVisible(true);
        ask(name, url, events);
        if (before == null) {
            ask(new Paragraph(getTranslation("webhooks.secret-later")));
        } else {
            name.setValue(before.name());
            url.setValue(before.url());
            events.setValue(before.events());
        }
    }

    /** Translation key of what an event is called. */
    static String key(WebhookEvent event) {
        return "webhooks.event." + event.key();
    }

    @Override
    protected void submit() {
        List.<HasValidation>of(name, url, events).forEach(field -> field.setInvalid(false));
        try {
            Set<WebhookEvent> chosen = EnumSet.noneOf(WebhookEvent.class);
            chosen.addAll(events.getValue());
            saving.save(name.getValue(), url.getValue(), chosen);
            close();
        } catch (WebhookRefused refused) {
            HasValidation field = switch (refused.field()) {
                case "name" -> name;
                case "url" -> url;
                default -> events;
            };
            field.setErrorMessage(
                    Sentences.of(refused.code(), List.of(), UI.getCurrent().getLocale()));
            field.setInvalid(true);
        }
    }
}
