package org.koploper.ui.period;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.koploper.access.Caller;
import org.koploper.ledger.NotClosed;
import org.koploper.ledger.PayMonth;
import org.koploper.ledger.PeriodClose;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** The months of the organisation: which are final, and the one that can be closed next. */
@Route("periods")
@RolesAllowed("FINANCE")
class PeriodsView extends Screen implements BeforeEnterObserver {

    /** The address that also asks to close the next month. */
    static final String CLOSE = "periods?close=next";

    private final PeriodClose close;
    private final Listing<PeriodRow> list;
    private final Div next = new Div();

    PeriodsView(PeriodClose close, Clock clock, Lists lists) {
        this.close = close;
        list = lists.<PeriodRow>of("periods", "menu.periods")
                .columns(
                        ListColumn.<PeriodRow>text("month", "periods.month", PeriodsView::month)
                                .main(),
                        ListColumn.<PeriodRow>text(
                                        "state",
                                        "periods.state",
                                        row -> getTranslation(
                                                PeriodWords.state(row.month().state())))
                                .shown(row -> PeriodWords.badge(row.month().state()))
                                .tight(),
                        ListColumn.number(
                                "people",
                                "periods.people",
                                row -> BigDecimal.valueOf(row.month().people())),
                        ListColumn.money("total", "periods.total", PeriodRow::total, PeriodRow::currency),
                        ListColumn.moment(
                                "closed",
                                "periods.closed",
                                clock.getZone(),
                                row -> row.month().closing() == null
                                        ? null
                                        : row.month().closing().at()),
                        ListColumn.text("by", "periods.by", row -> row.month().closedBy()),
                        ListColumn.day(
                                "payable",
                                "periods.payable",
                                row -> row.month().closing() == null
                                        ? null
                                        : row.month().closing().payableOn()))
                .none(() -> new EmptyState(getTranslation("periods.none"), getTranslation("periods.none-text")))
                .few(() -> PeriodRow.of(close.months()), (row, asked) -> true);
        add(new Paragraph(getTranslation("periods.intro")), next, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
        list.show(event.getLocation());
        if (Address.of(event.getLocation()).get("close").isPresent()
                && !Caller.now().onlyLooks()) {
            closable(close.months()).ifPresent(this::ask);
        }
    }

    private static String month(PeriodRow row) {
        return Formats.here().month(row.month().month());
    }

    private static Optional<PayMonth> closable(List<PayMonth> months) {
        return months.stream()
                .filter(month -> month.state() == PayMonth.State.CLOSABLE)
                .findFirst();
    }

    private void refresh() {
        next.removeAll();
        next.addClassName("kp-cards");
        List<PayMonth> months = close.months();
        next.add(closing(months), payment());
    }

    private Component closing(List<PayMonth> months) {
        Tile tile = new Tile(getTranslation("periods.next"));
        Optional<PayMonth> closable = closable(months);
        if (closable.isEmpty()) {
            tile.add(new Paragraph(getTranslation("periods.nothing-to-close")));
            return tile;
        }
        PayMonth month = closable.get();
        String name = Formats.here().month(month.month());
        tile.add(new Paragraph(getTranslation(
                "periods.next-text", name, Formats.here().number(month.people()), PeriodWords.totals(month))));
        if (!Caller.now().onlyLooks()) {
            Button button = new Button(getTranslation("periods.close", name), click -> ask(month));
            button.addThemeVariants(ButtonVariant.PRIMARY);
            tile.add(button);
        }
        return tile;
    }

    private Component payment() {
        Tile tile = new Tile(getTranslation("periods.payment"));
        IntegerField days = new IntegerField(getTranslation("periods.payable-days"));
        days.setMin(0);
        days.setMax(PeriodClose.MOST_DAYS);
        days.setStepButtonsVisible(true);
        days.setValue(close.payableDays());
        days.setReadOnly(Caller.now().onlyLooks());
        days.setSuffixComponent(new Span(getTranslation("periods.days")));
        days.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null && !days.isInvalid()) {
                close.payAfter(change.getValue());
                UndoToast.say(
                        getTranslation("periods.payable-saved", Formats.here().number(change.getValue())));
            }
        });
        tile.add(new Paragraph(getTranslation("periods.payment-text")), days);
        return tile;
    }

    private void ask(PayMonth month) {
        String name = Formats.here().month(month.month());
        ConfirmWithReason question = ConfirmWithReason.of("periods.close-question", "periods.close-now", name)
                .says(getTranslation("periods.close-text", name, Formats.here().number(month.people())));
        month.totals().forEach((currency, total) -> question.amount(getTranslation("periods.total"), total, currency));
        question.typed(name).destroys().thenUnlessRefused(said -> close(month, name));
    }

    private Optional<String> close(PayMonth month, String name) {
        try {
            PayMonth closed = close.close(month.month(), month.totals());
            UndoToast.say(getTranslation(
                    "periods.done",
                    name,
                    Formats.here().date(Objects.requireNonNull(closed.closing()).payableOn())));
            UI.getCurrent().navigate(PeriodsView.class);
            return Optional.empty();
        } catch (NotClosed refused) {
            refresh();
            list.refresh();
            return Optional.of(PeriodWords.sentence(refused));
        }
    }

    @Override
    public String heading() {
        return getTranslation("periods.heading");
    }
}
