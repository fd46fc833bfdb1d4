package org.koploper.ui.records;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;
import org.koploper.records.Filter;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordRow;
import org.koploper.records.RecordShelf;
import org.koploper.ui.kit.AuditTimeline;
import org.koploper.ui.kit.AuditTimeline.Entry;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;

/** What happened with a customer, newest first, as far as the user may see it, and one sentence that sums it up. */
final class CustomerStory {

    private static final List<String> KINDS = List.of("deals", "quotes", "leads", "invoices", "activities");
    private static final int MOST = 20;

    private final RecordShelf shelf;
    private final Function<RecordKind, List<RecordRow>> newest;
    private final Filter customer;

    /** @param newest the newest records of a kind about that customer */
    CustomerStory(RecordShelf shelf, String customer, Function<RecordKind, List<RecordRow>> newest) {
        this.shelf = shelf;
        this.newest = newest;
        this.customer = new Filter.Names(customer);
    }

    /** One thing that happened. */
    private record Event(LocalDate day, RecordKind kind, RecordRow row) {}

    Tile tile() {
        List<Event> events = new ArrayList<>();
        for (RecordKind kind : shelf.kinds()) {
            if (KINDS.contains(kind.name())) {
                newest.apply(kind).forEach(row -> {
                    LocalDate day = day(kind, row);
                    if (day != null) {
                        events.add(new Event(day, kind, row));
                    }
                });
            }
        }
        events.sort(Comparator.comparing(Event::day).reversed());
        Tile tile = new Tile(I18NProvider.translate("records.history"));
        tile.add(new Paragraph(sentence(events)));
        tile.add(new AuditTimeline(
                events.stream().limit(MOST).map(CustomerStory::entry).toList()));
        return tile;
    }

    private String sentence(List<Event> events) {
        Formats formats = Formats.here();
        String deals = I18NProvider.translate(
                "records.customer-deals",
                formats.number(deals()),
                formats.number(deals("WON")),
                formats.number(deals("PROSPECTING", "ENGAGING", "QUOTED")));
        return deals + " "
                + events.stream()
                        .filter(event -> event.kind().name().equals("activities"))
                        .findFirst()
                        .map(event -> I18NProvider.translate("records.customer-contact", formats.date(event.day())))
                        .orElseGet(() -> I18NProvider.translate("records.customer-no-contact"));
    }

    private int deals(String... stages) {
        Map<String, Filter> filters = stages.length == 0
                ? Map.of("customer", customer)
                : Map.of("customer", customer, "stage", new Filter.OneOf(Set.of(stages)));
        return shelf.kinds().stream().anyMatch(kind -> kind.name().equals("deals"))
                ? shelf.count("deals", new RecordQuery("", filters, null, false, 0, 1))
                : 0;
    }

    /** When it happened: the latest day that the record knows. */
    private static @Nullable LocalDate day(RecordKind kind, RecordRow row) {
        LocalDate latest = null;
        for (Field field : kind.fields()) {
            LocalDate day = switch (row.values().get(field.name())) {
                case LocalDate date -> date;
                case LocalDateTime moment -> moment.toLocalDate();
                case null, default -> null;
            };
            boolean happens = !field.name().equals("dueOn") && !field.name().equals("expiresOn");
            if (day != null && happens && (latest == null || day.isAfter(latest))) {
                latest = day;
            }
        }
        return latest;
    }

    private static Entry entry(Event event) {
        Anchor record = new Anchor(
                RecordAddress.of(event.kind().name(), event.row().externalId()),
                event.row().label());
        Span what = new Span(RecordWords.one(event.kind().name()) + told(event));
        return Entry.of(new Div(record, what), Formats.here().date(event.day()));
    }

    private static String told(Event event) {
        StringBuilder told = new StringBuilder();
        for (Field field : event.kind().fields()) {
            boolean telling = field.type() == Field.Type.CODE
                    || List.of("value", "amount").contains(field.name());
            String value = telling ? RecordWords.value(event.kind(), field, event.row()) : "";
            if (!value.isEmpty()) {
                told.append(" · ").append(value);
            }
        }
        return told.toString();
    }
}
