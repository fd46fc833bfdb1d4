package org.koploper.ui.month;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.koploper.game.Kudos;
import org.koploper.game.Win;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;

/**
 * The newest wins of the own team, and the kudos it got, by day: who and when, what wins were worth, and never what they
 * pay.
 */
class WinsTile extends Tile {

    /** Of each of both. */
    static final int MOST = 5;

    private final Formats formats = Formats.here();

    WinsTile(List<Win> wins, List<Kudos.Given> kudos) {
        super(I18NProvider.translate("month.wins"));
        addClassName("kp-wins");
        if (wins.isEmpty()) {
            add(new Paragraph(getTranslation("month.no-wins")));
        }
        if (wins.isEmpty() && kudos.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-deals");
        Stream.concat(
                        wins.stream().map(win -> new Item(win.on(), item(win))),
                        kudos.stream().map(given -> new Item(given.on(), item(given))))
                .sorted(Comparator.comparing(Item::on).reversed())
                .forEach(item -> list.add(item.shown()));
        add(list);
    }

    private record Item(LocalDate on, ListItem shown) {}

    private ListItem item(Kudos.Given given) {
        Span what = new Span(
                given.giver() == null
                        ? getTranslation("month.kudos-anonymous", given.receiver())
                        : getTranslation("month.kudos", given.giver(), given.receiver()));
        Span on = new Span(formats.date(given.on()));
        on.addClassName("kp-quiet");
        Div words = new Div(what, on);
        words.addClassName("kp-cell");
        return new ListItem(words);
    }

    private ListItem item(Win win) {
        Span who = new Span(win.name() == null ? getTranslation("board.anonymous") : win.name());
        who.addClassName("kp-strong");
        Span what = new Span(
                win.deals().compareTo(BigDecimal.ONE) == 0
                        ? getTranslation("month.win-one", formats.date(win.on()))
                        : getTranslation(
                                "month.win",
                                formats.number(win.deals().setScale(2, RoundingMode.HALF_UP)),
                                formats.date(win.on())));
        what.addClassName("kp-quiet");
        Div words = new Div(who, what);
        words.addClassName("kp-cell");
        Span worth = new Span(money(win));
        worth.addClassName("kp-number");
        return new ListItem(words, worth);
    }

    private String money(Win win) {
        String currency = win.currency();
        BigDecimal revenue = win.revenue();
        return currency == null ? formats.number(revenue) : formats.wholeMoney(revenue, Currency.getInstance(currency));
    }
}
