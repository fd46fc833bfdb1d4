package org.koploper.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.koploper.people.Careers;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.Reach;
import org.koploper.records.Field;
import org.koploper.records.Filter;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordRow;
import org.koploper.records.RecordShelf;
import org.koploper.sales.CrossSelling;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealStage;
import org.koploper.sales.NextFamily;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.NextFamilies;
import org.koploper.ui.kit.Tile;

/** The newest records of other kinds that refer to one, as far as the user may see them. */
@org.springframework.stereotype.Component
class Related {

    private static final int SHOWN = 10;

    /** As many as the story of a customer looks back on, so that a kind is read once for both. */
    private static final int MOST = 20;

    private final RecordShelf shelf;
    private final Directory directory;
    private final Careers careers;
    private final Reach reach;
    private final DealDesk desk;
    private final CrossSelling crossSelling;
    private final Clock clock;

    Related(
            RecordShelf shelf,
            Directory directory,
            Careers careers,
            Reach reach,
            DealDesk desk,
            CrossSelling crossSelling,
            Clock clock) {
        this.shelf = shelf;
        this.desk = desk;
        this.crossSelling = crossSelling;
        this.directory = directory;
        this.careers = careers;
        this.reach = reach;
        this.clock = clock;
    }

    /** One tile per kind that has some, and an invitation where the user may add one. */
    Component of(RecordKind kind, RecordRow row) {
        Div tiles = new Div();
        tiles.addClassName("kp-related");
        Map<String, List<RecordRow>> read = new HashMap<>();
        BiFunction<RecordKind, String, List<RecordRow>> newest = (other, field) ->
                read.computeIfAbsent(other.name(), name -> shelf.page(name, newest(other, field, row)));
        if (kind.name().equals("customers")) {
            tiles.add(new CustomerStory(shelf, row.externalId(), other -> newest.apply(other, "customer")).tile());
            propose(crossSelling.forCustomer(row.externalId()), tiles);
        }
        if (kind.name().equals("deals")) {
            tiles.add(DealStory.tile(desk.states(row.externalId())));
            if (DealStage.WON.name().equals(row.values().get("stage"))) {
                propose(crossSelling.forDeal(row.externalId()), tiles);
            }
        }
        if (kind.name().equals("people")) {
            directory
                    .personByExternalId(row.externalId())
                    .map(PersonRef::id)
                    .filter(reach::seesPerson)
                    .ifPresent(person -> tiles.add(PersonStory.tile(careers.of(person), LocalDate.now(clock))));
        }
        for (RecordKind other : shelf.kinds()) {
            other.fields().stream()
                    .filter(field -> kind.name().equals(field.references()))
                    .findFirst()
                    .ifPresent(field -> tiles.add(tile(other, field, row, newest.apply(other, field.name()))));
        }
        return tiles;
    }

    private static void propose(List<NextFamily> families, Div into) {
        if (!families.isEmpty()) {
            into.add(NextFamilies.tile(families));
        }
    }

    private static RecordQuery newest(RecordKind other, String field, RecordRow row) {
        return new RecordQuery("", Map.of(field, new Filter.Names(row.externalId())), newest(other), true, 0, MOST);
    }

    private Tile tile(RecordKind other, Field field, RecordRow row, List<RecordRow> found) {
        List<RecordRow> rows = found.stream().limit(SHOWN).toList();
        int all = found.size() < MOST ? found.size() : shelf.count(other.name(), newest(other, field.name(), row));
        Tile tile = new Tile(RecordWords.kind(other.name()));
        if (rows.isEmpty()) {
            Paragraph none = new Paragraph(I18NProvider.translate("records.none", RecordWords.many(other.name())));
            none.addClassName("kp-quiet");
            tile.add(none);
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("kp-related-list");
            rows.forEach(one -> list.add(line(other, field, one)));
            tile.add(list);
        }
        Div links = new Div();
        links.addClassName("kp-actions");
        if (all > rows.size()) {
            links.add(new Anchor(
                    RecordAddress.about("records/" + other.name(), field.name(), row.externalId()),
                    I18NProvider.translate("records.all", Formats.here().number(all))));
        }
        if (shelf.mayCreate(other.name())) {
            links.add(new Anchor(
                    RecordAddress.about("record/" + other.name(), field.name(), row.externalId()),
                    I18NProvider.translate("records.add", RecordWords.one(other.name()))));
        }
        if (other.name().equals("survey-answers-customer")) {
            question(field, row).ifPresent(links::add);
        }
        tile.add(links);
        return tile;
    }

    /** The way to ask the customer, or the one of a deal that was won; empty for other records. */
    private static Optional<Component> question(Field field, RecordRow row) {
        boolean asks = field.name().equals("customer")
                || field.name().equals("deal")
                        && DealStage.WON.name().equals(row.values().get("stage"))
                        && row.values().get("customer") != null;
        return asks
                ? Optional.of(new Anchor(
                        RecordAddress.about("questions", field.name(), row.externalId()),
                        I18NProvider.translate("questions.ask-customer")))
                : Optional.empty();
    }

    /** Newest first, by the first date that the kind has. */
    static String newest(RecordKind kind) {
        return Stream.of("closedOn", "happenedAt", "sentOn", "weekStart")
                .filter(name ->
                        kind.fields().stream().anyMatch(field -> field.name().equals(name)))
                .findFirst()
                .or(() -> kind.fields().stream()
                        .filter(field -> field.column() != null
                                && (field.type() == Field.Type.DATE || field.type() == Field.Type.DATE_TIME))
                        .map(Field::name)
                        .findFirst())
                .orElse("externalId");
    }

    private static ListItem line(RecordKind kind, Field through, RecordRow row) {
        Anchor link = new Anchor(RecordAddress.of(kind.name(), row.externalId()), row.label());
        Span more = new Span(String.join(
                " · ",
                kind.fields().stream()
                        .filter(field -> !field.name().equals(through.name())
                                && !List.of("externalId", "name", "currency", "splits", "overlays")
                                        .contains(field.name()))
                        .map(field -> RecordWords.value(kind, field, row))
                        .filter(Objects::nonNull)
                        .filter(value -> !value.isEmpty())
                        .limit(4)
                        .toList()));
        more.addClassName("kp-quiet");
        return new ListItem(link, more);
    }
}
