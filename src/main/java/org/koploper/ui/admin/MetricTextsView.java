package org.koploper.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Metric;
import org.koploper.kpi.MetricTexts;
import org.koploper.kpi.MetricWording;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.sales.WaitingDays;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.shell.Languages;
import org.koploper.ui.shell.Screen;

/** What each KPI is called and how it is explained, in each language: as the product says it, or in own words. */
@Route("admin/kpis")
@RolesAllowed("ADMIN")
class MetricTextsView extends Screen {

    private final MetricTexts texts;
    private final MetricWording wording;
    private final Div cards = new Div();

    MetricTextsView(MetricTexts texts, MetricWording wording, WaitingDays waitingDays) {
        this.texts = texts;
        this.wording = wording;
        cards.addClassName("kp-cards");
        add(new Paragraph(getTranslation("kpis.intro")), cards, new WaitingDaysTile(waitingDays));
        show();
    }

    private void show() {
        cards.removeAll();
        for (Metric metric : Metric.values()) {
            Tile tile = new Tile(getTranslation("metric." + metric.key()));
            MetricTexts.LANGUAGES.forEach(language -> tile.add(block(metric, language)));
            cards.add(tile);
        }
    }

    private Div block(Metric metric, String language) {
        Optional<Words> own = wording.of(metric.key(), language);
        Words now = own.orElseGet(() -> ofTheProduct(metric, language));
        String name = getTranslation("kpis.language." + language);
        H3 title = new H3(name);
        Paragraph called = new Paragraph(now.name());
        called.addClassName("kp-strong");
        called.getElement().setAttribute("lang", language);
        Paragraph explained = new Paragraph(now.explanation());
        explained.getElement().setAttribute("lang", language);
        Button change = new Button(
                getTranslation("kpis.change"),
                click -> new MetricTextDialog(name, now, words -> word(metric, language, own.orElse(null), words))
                        .open());
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel(getTranslation("kpis.change-of", now.name(), name));
        Div actions = new Div(
                own.isPresent()
                        ? new StatusBadge("kpis.own-words", Tone.NEUTRAL)
                        : new StatusBadge("kpis.product-words", Tone.NEUTRAL),
                change);
        actions.addClassName("kp-actions");
        if (own.isPresent()) {
            Button reset = new Button(getTranslation("kpis.reset"), click -> word(metric, language, own.get(), null));
            reset.addThemeVariants(ButtonVariant.TERTIARY);
            reset.setAriaLabel(getTranslation("kpis.reset-of", now.name(), name));
            actions.add(reset);
        }
        Div block = new Div(title, called, explained, actions);
        block.addClassName("kp-wording");
        return block;
    }

    private static Words ofTheProduct(Metric metric, String language) {
        Locale locale = Languages.ofTag(language).orElseThrow();
        String key = "metric." + metric.key();
        return new Words(Languages.ofTheProduct(key, locale), Languages.ofTheProduct(key + ".how", locale));
    }

    private void word(Metric metric, String language, @Nullable Words before, @Nullable Words words) {
        boolean asTheProduct = words == null || words.equals(ofTheProduct(metric, language));
        texts.word(metric, language, asTheProduct ? null : words);
        show();
        UndoToast.say(
                getTranslation(
                        asTheProduct ? "kpis.reset-done" : "kpis.changed", getTranslation("kpis.language." + language)),
                () -> {
                    texts.word(metric, language, before);
                    show();
                });
    }

    @Override
    public String heading() {
        return getTranslation("admin.kpis");
    }
}
