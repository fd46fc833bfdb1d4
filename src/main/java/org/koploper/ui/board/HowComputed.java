package org.koploper.ui.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.koploper.game.Board;
import org.koploper.game.Standing;
import org.koploper.ui.kit.Formats;

/** What the number is, how equal values stand, what the arrows compare with, and what it took to be among the best. */
class HowComputed extends NativeDetails {

    private final Div text = new Div();

    private static final int FEWEST = 6;

    HowComputed(Board board, List<Standing> ranked) {
        addClassName("kp-details");
        setContent(text);
        setSummaryText(getTranslation("board.how"));
        String previous = Formats.here().period(board.query().period().previous());
        text.add(
                new Paragraph(getTranslation("metric." + board.query().metric().key() + ".how")),
                new Paragraph(getTranslation("tie." + board.query().tieRule().key() + ".how")),
                new Paragraph(getTranslation("board.previous", previous)));
        if (ranked.size() >= FEWEST) {
            for (int percent : new int[] {10, 25, 50}) {
                int last = Math.max(1, ranked.size() * percent / 100) - 1;
                text.add(new Paragraph(getTranslation(
                        "board.needed",
                        percent,
                        Values.of(board).write(ranked.get(last).value()))));
            }
        }
    }
}
