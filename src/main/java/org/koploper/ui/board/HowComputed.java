package org.koploper.ui.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import org.koploper.game.Board;
import org.koploper.game.BoardQuery;
import org.koploper.game.By;
import org.koploper.game.Growth;
import org.koploper.game.Leaderboard;
import org.koploper.game.Level;
import org.koploper.game.Standing;
import org.koploper.ui.kit.Formats;

/** What the number is, who is ranked and how equal values stand, what the arrows compare with, where the numbers come from. */
class HowComputed extends NativeDetails {

    private final Div text = new Div();

    private static final int FEWEST = 6;

    HowComputed(Board board, List<Standing> ranked, LocalDate today) {
        addClassName("kp-details");
        setContent(text);
        setSummaryText(getTranslation("board.how"));
        BoardQuery query = board.query();
        Formats formats = Formats.here();
        say("metric." + query.metric().key() + ".how");
        if (query.by() == By.GROWTH) {
            say("by.growth.how", formats.period(Growth.base(query.period(), today)));
        } else if (query.by() == By.GOAL) {
            say("by.goal.how");
        }
        say("tie." + query.tieRule().key() + ".how");
        if (query.level() == Level.PERSON) {
            say("board.days-rule", Leaderboard.FEWEST_DAYS);
        }
        say("board.previous", formats.period(query.period().previous()));
        say("board.source");
        if (ranked.size() >= FEWEST) {
            for (int percent : new int[] {10, 25, 50}) {
                int last = Math.max(1, ranked.size() * percent / 100) - 1;
                say(
                        "board.needed",
                        percent,
                        Values.of(board).score(ranked.get(last).score()));
            }
        }
    }

    private void say(String key, Object... values) {
        text.add(new Paragraph(getTranslation(key, values)));
    }
}
