package org.koploper.ui.intake;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Import;
import org.koploper.intake.Imports;
import org.koploper.ui.kit.Formats;

/** A large file on its way in, or back: how many rows are through, asked every second; then on to what comes after. */
class Progress extends Div {

    private static final int EVERY_MILLIS = 1_000;

    private final Imports imports;
    private final Clock clock;
    private final long id;
    private final Runnable after;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph rows = new Paragraph();
    private @Nullable Registration asking;

    Progress(Imports imports, Clock clock, Import running, Runnable after) {
        this.imports = imports;
        this.clock = clock;
        this.id = running.id();
        this.after = after;
        bar.setMax(100);
        boolean back = isGoingBack(running);
        bar.getElement().setAttribute("aria-label", getTranslation(back ? "import.undoing" : "import.running"));
        rows.getElement().setAttribute("role", "status");
        add(new Paragraph(getTranslation(back ? "import.undoing-text" : "import.running-text")), bar, rows);
        if (!back) {
            Button stop = new Button(getTranslation("import.stop"), click -> imports.cancel(id));
            stop.setDisableOnClick(true);
            add(stop);
        }
        say(running);
    }

    /** Whether there is something to wait for. */
    static boolean isUnderWay(Import made) {
        return made.state() == Import.State.RUNNING || isGoingBack(made);
    }

    private static boolean isGoingBack(Import made) {
        return made.undoneRows() != null;
    }

    private void say(Import now) {
        Integer gone = now.undoneRows();
        if (gone != null) {
            bar.setValue(now.percentUndone());
            rows.setText(getTranslation("import.undone-rows", Formats.here().number(gone), now.percentUndone()));
            return;
        }
        Integer percent = now.percent();
        Integer total = now.totalRows();
        bar.setIndeterminate(percent == null);
        Formats formats = Formats.here();
        if (percent == null || total == null) {
            rows.setText(getTranslation(
                    "import.rows-through", formats.number(now.counts().rows())));
            return;
        }
        bar.setValue(percent);
        rows.setText(getTranslation(
                "import.rows-of",
                formats.number(now.counts().rows()),
                formats.number(total),
                percent,
                formats.number((int) now.rowsPerSecond(clock.instant()))));
    }

    private void ask() {
        imports.find(id).ifPresent(now -> {
            if (isUnderWay(now)) {
                say(now);
            } else {
                after.run();
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        UI ui = attach.getUI();
        ui.setPollInterval(EVERY_MILLIS);
        asking = ui.addPollListener(poll -> ask());
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        detach.getUI().setPollInterval(-1);
        if (asking != null) {
            asking.remove();
        }
    }
}
