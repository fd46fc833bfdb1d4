package org.koploper.ui.board;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;
import org.koploper.game.BoardNames;
import org.koploper.ui.kit.UndoToast;

/** The own choice to be an anonymous colleague to others, and for human resources whether people have it. */
class NamesShown extends NativeDetails {

    private final BoardNames names;
    private final Runnable changed;
    private final Div content = new Div();

    /** @param changed told after every change */
    NamesShown(BoardNames names, Runnable changed) {
        this.names = names;
        this.changed = changed;
        addClassName("kp-details");
        setSummaryText(getTranslation("board.names"));
        content.addClassName("kp-form");
        setContent(content);
        CurrentUser user = Caller.now();
        boolean allowed = names.mayHide();
        if (user.has(Role.HR) || user.has(Role.ADMIN)) {
            Checkbox allow = new Checkbox(getTranslation("board.names.allow"), allowed);
            allow.addValueChangeListener(change -> {
                names.allowHiding(change.getValue());
                said(change.getValue() ? "board.names.allowed" : "board.names.forbidden");
            });
            content.add(allow);
        }
        if (user.has(Role.REP)) {
            content.add(allowed ? ownChoice() : new Paragraph(getTranslation("board.names.not-allowed")));
        }
        setVisible(content.getChildren().findAny().isPresent());
    }

    private Checkbox ownChoice() {
        Checkbox hide = new Checkbox(getTranslation("board.names.hide"), names.hidesMe());
        hide.setHelperText(getTranslation("board.names.hide-text"));
        hide.addValueChangeListener(change -> {
            names.hideMe(change.getValue());
            said(change.getValue() ? "board.names.hidden" : "board.names.shown");
        });
        return hide;
    }

    private void said(String key) {
        UndoToast.say(getTranslation(key));
        changed.run();
    }
}
