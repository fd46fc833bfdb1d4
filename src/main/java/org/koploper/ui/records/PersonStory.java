package org.koploper.ui.records;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.koploper.people.Careers.Stay;
import org.koploper.ui.kit.AuditTimeline;
import org.koploper.ui.kit.AuditTimeline.Entry;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;

/** In which team, under whom, as what and how much somebody works: today in a sentence, and every stretch of days in a line. */
final class PersonStory {

    /** From the first day there is: nobody said since when. */
    private static final int ALWAYS = 1900;

    private PersonStory() {}

    static Tile tile(List<Stay> stays, LocalDate today) {
        Tile tile = new Tile(I18NProvider.translate("person.story"));
        String now = stays.stream()
                .filter(stay -> stay.holdsOn(today))
                .sorted(Comparator.comparing(Stay::what))
                .map(PersonStory::what)
                .collect(Collectors.joining(", "));
        tile.add(new Paragraph(
                now.isEmpty()
                        ? I18NProvider.translate("person.nothing-today")
                        : I18NProvider.translate("person.today", now)));
        tile.add(new AuditTimeline(stays.stream()
                .map(stay -> Entry.of(what(stay), when(stay, today)).holding(stay.holdsOn(today)))
                .toList()));
        return tile;
    }

    private static String what(Stay stay) {
        return switch (stay.what()) {
            case TEAM -> I18NProvider.translate("person.in-team", stay.name());
            case MANAGER -> I18NProvider.translate("person.reports-to", stay.name());
            case JOB_ROLE -> I18NProvider.translate("person.job-role", stay.name());
            case WORK ->
                stay.share() == null || stay.share().compareTo(BigDecimal.ONE) == 0
                        ? I18NProvider.translate("person.full-time")
                        : I18NProvider.translate(
                                "person.part-time", Formats.here().rate(stay.share()));
        };
    }

    private static String when(Stay stay, LocalDate today) {
        Formats formats = Formats.here();
        boolean always = stay.from().getYear() <= ALWAYS;
        LocalDate to = stay.to();
        if (to == null) {
            return always
                    ? I18NProvider.translate("person.always")
                    : I18NProvider.translate(
                            stay.from().isAfter(today) ? "person.from" : "person.since", formats.date(stay.from()));
        }
        return always
                ? I18NProvider.translate("person.until", formats.date(to))
                : I18NProvider.translate("person.from-to", formats.date(stay.from()), formats.date(to));
    }
}
