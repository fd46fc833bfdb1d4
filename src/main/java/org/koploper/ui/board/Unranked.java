package org.koploper.ui.board;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.koploper.game.Board;
import org.koploper.game.Standing;

/** Who has no place, each with the reason; open where the user is among them. */
class Unranked extends NativeDetails {

    private final Div text = new Div();

    Unranked(Board board, List<Standing> others) {
        Values values = Values.of(board);
        setSummaryText(getTranslation("board.unranked", others.size()));
        for (Standing row : others) {
            Standing.Reason reason = row.reason();
            text.add(new Paragraph(
                    reason == null
                            ? Who.of(row)
                            : row.value() == null
                                    ? getTranslation("board.unranked-row", Who.of(row), getTranslation(reason.key()))
                                    : getTranslation(
                                            "board.unranked-value",
                                            Who.of(row),
                                            values.write(row.value()),
                                            getTranslation(reason.key()))));
        }
        setContent(text);
        addClassName("kp-details");
        setOpen(others.stream().anyMatch(Standing::self));
    }
}
