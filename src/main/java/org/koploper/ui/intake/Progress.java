package org.koploper.ui.intake;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;
import org.koploper.intake.Import;
import org.koploper.intake.Imports;
import org.koploper.ui.kit.Formats;

/** A large file on its way: how many rows are through, asked every second; then on to what comes after. */
class Progress extends Div {

    private static final int EVERY_MILLIS = 1_000;

    private final Imports imports;
    private final long id;
    private final Runnable after;
    private final Paragraph rows = new Paragraph();
    private @Nullable Registration asking;

    Progress(Imports imports, Import running, Runnable after) {
        this.imports = imports;
        this.id = running.id();
        this.after = after;
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("import.running"));
        rows.getElement().setAttribute("role", "status");
        add(new Paragraph(getTranslation("import.running-text")), bar, rows);
        say(running);
    }

    private void say(Import now) {
        rows.setText(getTranslation(
                "import.rows-through", Formats.here().number(now.counts().rows())));
    }

    private void ask() {
        imports.find(id).ifPresent(now -> {
            if (now.state() == Import.State.RUNNING) {
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
