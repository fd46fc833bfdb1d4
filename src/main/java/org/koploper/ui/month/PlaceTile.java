package org.koploper.ui.month;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.List;
import org.koploper.game.Board;
import org.koploper.game.Standing;
import org.koploper.ui.board.Ranks;
import org.koploper.ui.board.Values;
import org.koploper.ui.board.Who;
import org.koploper.ui.kit.RankDelta;
import org.koploper.ui.kit.Tile;

/** The own place, with the two above and the two below and how far each is away. */
class PlaceTile extends Tile {

    private static final int AROUND = 2;

    private final Values values;

    PlaceTile(Board board) {
        super(I18NProvider.translate("month.place"));
        this.values = Values.of(board);
        List<Standing> ranked = Ranks.of(board);
        int own = 0;
        while (own < ranked.size() && !ranked.get(own).self()) {
            own++;
        }
        if (own == ranked.size()) {
            add(new Paragraph(getTranslation("month.no-place")));
        } else {
            add(place(ranked.get(own), ranked.size()), neighbours(ranked, own));
        }
        add(new Paragraph(new Anchor(
                "leaderboard/" + board.query().metric().key() + "?p="
                        + board.query().period().key(),
                getTranslation(
                        "month.to-board",
                        getTranslation("metric." + board.query().metric().key())))));
    }

    private Div place(Standing self, int of) {
        Span rank = new Span(getTranslation("month.rank", self.rank()));
        rank.addClassName("kp-figure");
        Div line = new Div(rank);
        if (self.rank() != null) {
            line.add(new RankDelta(self.rank(), self.previousRank()));
        }
        line.add(new Span(getTranslation("month.of", of)));
        line.addClassName("kp-place");
        return line;
    }

    private UnorderedList neighbours(List<Standing> ranked, int own) {
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-neighbours");
        for (int i = Math.max(0, own - AROUND); i < Math.min(ranked.size(), own + AROUND + 1); i++) {
            Standing row = ranked.get(i);
            Span rank = new Span(getTranslation("month.rank", row.rank()));
            rank.addClassName("kp-rank");
            ListItem item = new ListItem(rank, new Span(Who.of(row)));
            if (i == own) {
                item.addClassName("kp-strong");
                item.add(number(values.write(row.value())));
            } else {
                item.add(number(distance(row, ranked.get(own))));
            }
            list.add(item);
        }
        return list;
    }

    private String distance(Standing row, Standing self) {
        BigDecimal there = row.value();
        BigDecimal here = self.value();
        if (there == null || here == null) {
            return "";
        }
        BigDecimal difference = there.subtract(here);
        if (difference.signum() == 0) {
            return getTranslation("month.level");
        }
        return getTranslation(
                difference.signum() > 0 ? "month.ahead" : "month.behind", values.difference(difference.abs()));
    }

    private static Span number(String text) {
        Span number = new Span(text);
        number.addClassName("kp-number");
        return number;
    }
}
