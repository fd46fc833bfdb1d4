package org.koploper.ui.month;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.game.LiveBoards;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.ledger.Statement;
import org.koploper.period.Period;
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.AsOfStamp;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Live;
import org.koploper.ui.kit.LiveHost;
import org.koploper.ui.kit.PeriodPicker;
import org.koploper.ui.kit.Told;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Guarded;
import org.koploper.ui.shell.Screen;
import org.koploper.views.CardOrder;
import org.koploper.views.OwnCards;

/** The home of who sells: what was earned, how far the goal is, where one stands, what to do next, which deals count. */
@Route("my/month")
@RolesAllowed("REP")
class MonthView extends Screen implements BeforeEnterObserver {

    private static final String SCREEN = "my/month";
    private static final String TABLE = "table";

    private final MonthCards reading;
    private final OwnCards ownCards;
    private final Clock clock;
    private final AsOfStamp stamp;
    private final LiveHost cards = new LiveHost();
    private final Told told = new Told();
    private @Nullable Period month;
    private @Nullable CardOrder order;
    private @Nullable BigDecimal earned;
    private Address address = Address.NONE;

    MonthView(MonthCards reading, LiveBoards live, OwnCards ownCards, AsOf asOf, Clock clock) {
        this.reading = reading;
        this.ownCards = ownCards;
        this.stamp = asOf.stamp(Numbers.SALES);
        this.clock = clock;
        Live.keep(this, live, this::again);
        cards.addClassNames("kp-cards", "kp-month-cards");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        LocalDate today = LocalDate.now(clock);
        Period read = address.month(today);
        month = read;
        earned = null;
        CardOrder own = ownCards.of(SCREEN, MonthCard.keys());
        order = own;
        Div toolbar = new Div(
                new PeriodPicker(
                        read,
                        period -> UI.getCurrent()
                                .navigate(
                                        MonthView.class,
                                        address.with("p", period.key()).query())),
                stamp);
        toolbar.addClassNames("kp-toolbar", "kp-month-toolbar");
        removeAll();
        add(toolbar, told, cards, new CardArranger(own, this::arrange));
        show(read, own);
    }

    private void show(Period read, CardOrder own) {
        MonthCards.Read found = reading.of(Caller.now().self(), read);
        stamp.at(clock.instant());
        MonthCards.Toggle table = new MonthCards.Toggle(address.get(TABLE).isPresent(), this::remember);
        cards.removeAll();
        own.cards().stream()
                .filter(CardOrder.Card::shown)
                .flatMap(card -> MonthCard.of(card.key()).stream())
                .forEach(card -> cards.add(Guarded.card(card.title(), () -> found.card(card, table))));
        if (!found.hidesPay()
                && own.cards().stream()
                        .anyMatch(card -> card.shown() && card.key().equals(MonthCard.EARNED.key()))) {
            tell(found.statement());
        }
    }

    /** Says a change of what was earned; not the first amount, which everybody reads anyway. */
    private void tell(Statement statement) {
        BigDecimal before = earned;
        earned = statement.total();
        if (before != null && before.compareTo(statement.total()) != 0) {
            told.say(getTranslation("month.now-earned", Formats.here().money(statement.total(), statement.currency())));
            cards.getChildren()
                    .filter(EarnedTile.class::isInstance)
                    .map(EarnedTile.class::cast)
                    .forEach(tile -> tile.countFrom(before, statement));
        }
    }

    /** Whether the table is open stands in the address, without a step that the back button would have to undo. */
    private void remember(boolean open) {
        address = address.with(TABLE, open ? "on" : null);
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(SCREEN, address.query()));
    }

    private void arrange(CardOrder changed) {
        ownCards.keep(SCREEN, changed);
        order = changed;
        again();
    }

    private void again() {
        if (month != null && order != null) {
            show(month, order);
        }
    }

    @Override
    public String heading() {
        Period now = month;
        return now == null
                ? getTranslation("menu.month")
                : getTranslation("month.heading", Formats.here().month(YearMonth.from(now.from())));
    }
}
