package org.koploper.ui.board;

import com.vaadin.flow.i18n.I18NProvider;
import org.koploper.game.Standing;

/** How a row of a board is called. */
public final class Who {

    private Who() {}

    /** The name, or "anonymous colleague" where the person hides it from the reader. */
    public static String of(Standing row) {
        String name = row.name();
        return name == null ? I18NProvider.translate("board.anonymous") : name;
    }
}
