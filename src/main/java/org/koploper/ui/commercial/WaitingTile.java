package org.koploper.ui.commercial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Location;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.koploper.people.PersonRef;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordRefused;
import org.koploper.records.Saved;
import org.koploper.sales.WaitingQuery;
import org.koploper.sales.WaitingQuote;
import org.koploper.sales.WaitingQuotes;
import org.koploper.ui.kit.AmountField;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.list.Asked;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.records.RecordAddress;

/** Quotes after which nobody has called, as work to be done: whom to call, what it is about, and that it was done. */
class WaitingTile extends Tile {

    /** More than anybody works off in a day; files hold all. */
    private static final int MOST = 500;

    private final WaitingQuotes quotes;
    private final RecordEdits edits;
    private final CommercialState state;
    private final PersonRef self;
    private final Clock clock;
    private final Listing<WaitingQuote> list;

    /** @param changed told of how many days, for the address */
    WaitingTile(
            WaitingQuotes quotes,
            RecordEdits edits,
            Lists lists,
            CommercialState state,
            PersonRef self,
            Clock clock,
            Consumer<Integer> changed) {
        super(I18NProvider.translate("commercial.waiting"));
        this.quotes = quotes;
        this.edits = edits;
        this.state = state;
        this.self = self;
        this.clock = clock;
        this.list = list(lists);
        addClassName("kp-wide");
        Div asked = new Div(days(changed));
        asked.addClassName("kp-toolbar");
        add(new Paragraph(getTranslation("commercial.waiting-text")), asked, list);
    }

    private AmountField days(Consumer<Integer> changed) {
        AmountField field = new AmountField(
                getTranslation("commercial.days"),
                getTranslation("commercial.days-unit"),
                BigDecimal.valueOf(state.days()));
        field.setId("commercial-days");
        field.addValueChangeListener(change -> {
            Optional<Integer> typed = field.amount().flatMap(WaitingQuery::days);
            field.setInvalid(typed.isEmpty());
            field.setErrorMessage(
                    typed.isPresent()
                            ? null
                            : getTranslation("commercial.days-wrong", String.valueOf(WaitingQuery.MOST_DAYS)));
            typed.filter(days -> days != state.days()).ifPresent(changed);
        });
        return field;
    }

    private Listing<WaitingQuote> list(Lists lists) {
        return lists.<WaitingQuote>of(CommercialView.SCREEN, "commercial.waiting")
                .columns(
                        ListColumn.<WaitingQuote>text("customer", "deals.customer", WaitingQuote::customer)
                                .shown(WaitingTile::customer)
                                .sortable()
                                .main(),
                        ListColumn.<WaitingQuote>text("quote", "commercial.quote", WaitingQuote::externalId)
                                .shown(WaitingTile::quote)
                                .sortable(),
                        ListColumn.<WaitingQuote>money(
                                        "value",
                                        "field.value",
                                        WaitingQuote::value,
                                        quote -> Currency.getInstance(quote.currency()))
                                .sortable(),
                        ListColumn.<WaitingQuote>text(
                                        "owner",
                                        "deal.owner",
                                        quote -> quote.owner().name())
                                .sortable(),
                        ListColumn.<WaitingQuote>day("sentOn", "field.sentOn", WaitingQuote::sentOn)
                                .sortable(),
                        ListColumn.<WaitingQuote>number(
                                        "days",
                                        "commercial.days-header",
                                        quote -> BigDecimal.valueOf(quote.days(LocalDate.now(clock))))
                                .sortable(),
                        ListColumn.<WaitingQuote>control("done", "commercial.follow-up", this::followUp))
                .sortedBy("sentOn")
                .atMost(MOST)
                .none(this::nothing)
                .reading(
                        (asked, offset, limit) -> quotes.rows(query(asked, offset, limit)),
                        asked -> quotes.count(query(asked, 0, 1), MOST + 1));
    }

    /** Shows what the address asks for. */
    void show(Location location) {
        list.show(location);
    }

    private WaitingQuery query(Asked asked, int offset, int limit) {
        WaitingQuery.Sort sort = switch (asked.sort()) {
            case "customer" -> WaitingQuery.Sort.CUSTOMER;
            case "quote" -> WaitingQuery.Sort.EXTERNAL_ID;
            case "value" -> WaitingQuery.Sort.VALUE;
            case "owner" -> WaitingQuery.Sort.OWNER;
            case "days" -> WaitingQuery.Sort.SINCE;
            default -> WaitingQuery.Sort.SENT_ON;
        };
        // many days are an early day
        boolean descending = asked.descending() != (sort == WaitingQuery.Sort.SINCE);
        return new WaitingQuery(
                state.days(),
                state.person() == null ? null : state.person().id(),
                state.team() == null ? null : state.team().id(),
                offset,
                limit,
                sort,
                descending);
    }

    private static Component customer(WaitingQuote quote) {
        String name = quote.customer();
        return quote.customerId() == null || name == null
                ? new Span(I18NProvider.translate("commercial.no-customer"))
                : new Anchor(RecordAddress.of("customers", quote.customerId()), name);
    }

    private static Component quote(WaitingQuote quote) {
        return new Anchor(RecordAddress.of("quotes", quote.externalId()), quote.externalId());
    }

    private Component followUp(WaitingQuote quote) {
        Button called = new Button(getTranslation("commercial.called"), click -> called(quote));
        called.addThemeVariants(ButtonVariant.TERTIARY);
        called.setAriaLabel(getTranslation("commercial.called-about", quote.externalId()));
        Anchor other = new Anchor(
                RecordAddress.about("record/activities", "quote", quote.externalId()),
                getTranslation("commercial.other-contact"));
        other.getElement()
                .setAttribute("aria-label", getTranslation("commercial.other-contact-about", quote.externalId()));
        Div both = new Div(called, other);
        both.addClassName("kp-follow-up");
        return both;
    }

    /** A call that was held just now, by whoever says so. */
    private void called(WaitingQuote quote) {
        Map<String, @Nullable Object> call = new HashMap<>();
        call.put("person", self.externalId());
        call.put("kind", "CALL");
        call.put("happenedAt", LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES));
        call.put("quote", quote.externalId());
        call.put("customer", quote.customerId());
        try {
            Saved saved = edits.create("activities", call);
            UndoToast.say(getTranslation("commercial.noted", quote.externalId()), () -> undo(saved));
        } catch (RecordRefused refused) {
            UndoToast.say(getTranslation("commercial.not-noted", quote.externalId()));
        }
        list.refresh();
    }

    private void undo(Saved saved) {
        edits.undo(saved);
        UndoToast.say(getTranslation("records.undone"));
        list.refresh();
    }

    private Component nothing() {
        boolean open = quotes.anyOpen(new WaitingQuery(
                state.days(),
                state.person() == null ? null : state.person().id(),
                state.team() == null ? null : state.team().id(),
                0,
                1,
                WaitingQuery.Sort.SENT_ON,
                false));
        return open
                ? new EmptyState(
                        getTranslation("commercial.all-called"),
                        getTranslation(
                                "commercial.all-called-text", Formats.here().number((long) state.days())))
                : new EmptyState(getTranslation("commercial.no-quotes"), getTranslation("commercial.no-quotes-text"));
    }
}
