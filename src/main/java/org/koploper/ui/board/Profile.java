package org.koploper.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.game.Board;
import org.koploper.game.BoardRivals;
import org.koploper.game.Kudos;
import org.koploper.game.Leaderboard;
import org.koploper.game.Leaderboard.PastRank;
import org.koploper.game.Level;
import org.koploper.game.Standing;
import org.koploper.ui.kit.Busy;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.UndoToast;

/** The card of one row: the team, where somebody stood before, kudos for them, and the private choice to compare with them. */
class Profile extends Popover {

    private static final int PAST = 4;

    /** @param changed told when the choice of whom to compare with has changed */
    Profile(
            Component opener,
            Board board,
            Standing row,
            Leaderboard leaderboard,
            BoardRivals rivals,
            Kudos kudos,
            Runnable changed) {
        setTarget(opener);
        setOpenOnClick(false);
        setModal(true);
        setPosition(PopoverPosition.BOTTOM_START);
        setAriaLabel(Who.of(row));
        Div content = new Div(new H2(Who.of(row)));
        content.addClassName("kp-profile");
        if (row.team() != null) {
            content.add(new Paragraph(row.team()));
        }
        content.add(new Paragraph(
                getTranslation("board.profile.now", row.rank(), Values.of(board).score(row.score()))));
        content.add(new Paragraph(getTranslation("board.profile.before")), past(board, row, leaderboard));
        if (board.query().level() == Level.PERSON && !row.self() && Caller.now().person() != null) {
            content.add(praise(row, kudos));
        }
        if (board.query().level() == Level.PERSON && !row.self() && Caller.now().has(Role.REP)) {
            content.add(rival(row, rivals, changed));
        }
        add(content);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                removeFromParent();
            }
        });
    }

    private UnorderedList past(Board board, Standing row, Leaderboard leaderboard) {
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-states");
        List<PastRank> past = leaderboard.past(board.query(), row.id(), PAST);
        past.forEach(rank -> list.add(new ListItem(
                new Span(rank.rank() == null ? getTranslation("board.profile.none") : String.valueOf(rank.rank())),
                new Span(Formats.here().period(rank.period())))));
        return list;
    }

    /** Once a day to each. */
    private Div praise(Standing row, Kudos kudos) {
        PersonId person = new PersonId(row.id());
        if (kudos.gaveToday(person)) {
            Paragraph done = new Paragraph(getTranslation("board.kudos.today", Who.of(row)));
            done.addClassName("kp-quiet");
            return new Div(done);
        }
        Button give = Busy.on(new Button(getTranslation("board.kudos.give")), () -> {
            kudos.give(person);
            close();
            UndoToast.say(getTranslation("board.kudos.given", Who.of(row)), () -> kudos.takeBack(person));
        });
        return new Div(give);
    }

    private Div rival(Standing row, BoardRivals rivals, Runnable changed) {
        PersonId person = new PersonId(row.id());
        boolean chosen = rivals.mine().filter(person::equals).isPresent();
        Button choice = new Button(getTranslation(chosen ? "board.rival.end" : "board.rival.choose"), click -> {
            rivals.choose(chosen ? null : person);
            close();
            UndoToast.say(getTranslation(chosen ? "board.rival.ended" : "board.rival.chosen", Who.of(row)));
            changed.run();
        });
        Paragraph secret = new Paragraph(getTranslation("board.rival.text"));
        secret.addClassName("kp-quiet");
        return new Div(choice, secret);
    }
}
