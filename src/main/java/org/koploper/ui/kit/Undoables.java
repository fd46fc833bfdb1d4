package org.koploper.ui.kit;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;

/**
 * The last actions on this page that can be undone, also after their toast has gone: nobody depends on its timer. Each
 * one finds out by itself whether it still can be.
 */
public final class Undoables {

    private static final int MOST = 5;

    private final List<Undoable> all = new ArrayList<>();

    private Undoables() {}

    /** Those of the present page, the newest first. */
    public static List<Undoable> here() {
        return of(UI.getCurrent()).all.reversed().stream().toList();
    }

    /** Keeps one more; the oldest is forgotten where there are too many. */
    static Undoable keep(String text, Runnable undo) {
        List<Undoable> all = of(UI.getCurrent()).all;
        Undoable kept = new Undoable(text, undo, all);
        all.add(kept);
        if (all.size() > MOST) {
            all.removeFirst();
        }
        return kept;
    }

    private static Undoables of(UI page) {
        Undoables found = ComponentUtil.getData(page, Undoables.class);
        if (found == null) {
            found = new Undoables();
            ComponentUtil.setData(page, Undoables.class, found);
        }
        return found;
    }

    /** Something that was done. */
    public static final class Undoable {

        private final String text;
        private final Runnable undo;
        private final List<Undoable> among;

        private Undoable(String text, Runnable undo, List<Undoable> among) {
            this.text = text;
            this.undo = undo;
            this.among = among;
        }

        /** What was done, in words. */
        public String text() {
            return text;
        }

        /** Takes it back, once however often it is asked to. */
        public void undo() {
            if (among.remove(this)) {
                undo.run();
            }
        }
    }
}
