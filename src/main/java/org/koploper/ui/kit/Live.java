package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import org.koploper.game.LiveBoards;

/** Keeps an open screen current. */
public final class Live {

    private Live() {}

    /** Runs {@code refresh} in the screen's own thread whenever results changed, from when it is opened until it is left. */
    public static void keep(Component screen, LiveBoards boards, Runnable refresh) {
        screen.addAttachListener(attach -> {
            UI ui = attach.getUI();
            LiveBoards.Registration listening = boards.onChange(() -> ui.access(refresh::run));
            screen.addDetachListener(detach -> {
                listening.remove();
                detach.unregisterListener();
            });
        });
    }
}
