package org.koploper.ui.setup;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.koploper.people.FirstStart;
import org.koploper.people.Founding.Start;
import org.koploper.people.SetupRefused;
import org.koploper.people.SetupRefused.About;
import org.koploper.period.HolidayCalendar;

/** What the product begins with, and the organisation; demo data bring their own. */
final class OrganisationStep extends SetupStep {

    /** What is usual there: proposed until something else was chosen. */
    private record Usual(String country, String currency, ZoneId zone) {}

    private static final List<Usual> USUAL = List.of(
            new Usual("BE", "EUR", ZoneId.of("Europe/Brussels")),
            new Usual("NL", "EUR", ZoneId.of("Europe/Amsterdam")),
            new Usual("GB", "GBP", ZoneId.of("Europe/London")));

    private final Answers answers;
    private final RadioButtonGroup<Start> begin = new RadioButtonGroup<>(getTranslation("setup.start"));
    private final TextField name = new TextField(getTranslation("setup.organisation"));
    private final Select<HolidayCalendar> country = new Select<>();
    private final ComboBox<Currency> currency = new ComboBox<>(getTranslation("setup.currency"));
    private final ComboBox<ZoneId> zone = new ComboBox<>(getTranslation("setup.zone"));
    private final Div house = new Div(name, country, currency, zone);
    private final Paragraph ofDemo = new Paragraph(getTranslation("setup.demo-organisation"));

    OrganisationStep(boolean demoFits, Answers answers, Runnable on) {
        super("setup.next", on);
        this.answers = answers;
        begin.setItems(demoFits ? List.of(Start.values()) : List.of(Start.EMPTY, Start.IMPORT));
        begin.setRenderer(new ComponentRenderer<>(this::explained));
        begin.setValue(demoFits || answers.start != Start.DEMO ? answers.start : Start.EMPTY);
        begin.addValueChangeListener(change -> offer());
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(FirstStart.LONGEST_NAME);
        name.setValue(answers.organisation);
        country.setLabel(getTranslation("setup.country"));
        country.setHelperText(getTranslation("setup.country-help"));
        country.setItems(HolidayCalendar.values());
        country.setItemLabelGenerator(item -> Locale.of("", item.name()).getDisplayCountry(answers.language));
        country.setValue(HolidayCalendar.valueOf(answers.country));
        country.addValueChangeListener(change -> propose(change.getOldValue(), change.getValue()));
        currency.setItems(currencies());
        currency.setItemLabelGenerator(item -> item.getCurrencyCode() + " · " + item.getDisplayName(answers.language));
        currency.setValue(Currency.getInstance(answers.currency));
        zone.setHelperText(getTranslation("setup.zone-help"));
        zone.setItems(zones());
        zone.setItemLabelGenerator(item -> item.getId().replace('_', ' '));
        zone.setValue(answers.zone);
        forgive(name, currency, zone);
        house.addClassName("kp-form");
        ofDemo.addClassName("kp-note");
        ask(begin, ofDemo, house);
        leadOnFrom(name);
        offer();
    }

    private Div explained(Start item) {
        Span title = new Span(getTranslation("setup.start-" + item.name().toLowerCase(Locale.ROOT)));
        title.addClassName("kp-strong");
        Span text = new Span(getTranslation("setup.start-" + item.name().toLowerCase(Locale.ROOT) + "-text"));
        text.addClassName("kp-quiet");
        Div both = new Div(title, text);
        both.addClassName("kp-cell");
        return both;
    }

    private void offer() {
        boolean demo = begin.getValue() == Start.DEMO;
        ofDemo.setVisible(demo);
        house.setVisible(!demo);
    }

    /** What was usual before follows the country; what somebody chose stays. */
    private void propose(HolidayCalendar before, HolidayCalendar now) {
        Usual old = usual(before);
        Usual proposed = usual(now);
        if (Objects.equals(currency.getValue(), Currency.getInstance(old.currency()))) {
            currency.setValue(Currency.getInstance(proposed.currency()));
        }
        if (old.zone().equals(zone.getValue())) {
            zone.setValue(proposed.zone());
        }
    }

    private static Usual usual(HolidayCalendar calendar) {
        return USUAL.stream()
                .filter(usual -> usual.country().equals(calendar.name()))
                .findFirst()
                .orElseThrow();
    }

    /** Those that some country uses today, ours first. */
    private static List<Currency> currencies() {
        Set<Currency> inUse = Arrays.stream(Locale.getISOCountries())
                .map(code -> Currency.getInstance(Locale.of("", code)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<String> first = List.of("EUR", "GBP");
        return inUse.stream()
                .sorted(java.util.Comparator.comparing((Currency item) -> !first.contains(item.getCurrencyCode()))
                        .thenComparing(Currency::getCurrencyCode))
                .toList();
    }

    /** Those of places that people know: continents and cities. */
    private static List<ZoneId> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id ->
                        id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .sorted()
                .map(ZoneId::of)
                .toList();
    }

    @Override
    void keep() {
        answers.start = begin.getValue();
        answers.organisation = name.getValue();
        answers.country = country.getValue().name();
        if (currency.getValue() != null) {
            answers.currency = currency.getValue().getCurrencyCode();
        }
        if (zone.getValue() != null) {
            answers.zone = zone.getValue();
        }
    }

    @Override
    boolean complete() {
        keep();
        clear(name, currency, zone);
        if (answers.start == Start.DEMO) {
            return true;
        }
        if (name.getValue().isBlank()) {
            return refuse(name, getTranslation("setup.organisation-missing"));
        }
        if (currency.getValue() == null) {
            return refuse(currency, getTranslation("setup.choose"));
        }
        return zone.getValue() != null || refuse(zone, getTranslation("setup.choose"));
    }

    @Override
    boolean show(SetupRefused refused) {
        if (refused.about() == About.START) {
            begin.setErrorMessage(getTranslation(refused.key()));
            begin.setInvalid(true);
            return true;
        }
        if (refused.about() != About.ORGANISATION) {
            return false;
        }
        refuse(name, getTranslation(refused.key()));
        return true;
    }
}
