package org.koploper.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.koploper.intake.Import;
import org.koploper.intake.Imports;
import org.koploper.intake.RejectedFile;
import org.koploper.intake.Undo;
import org.koploper.ui.kit.Formats;

/** What became of a file. */
class ResultStep extends Div {

    ResultStep(Imports imports, Undo undo, Import made, Clock clock, Component again) {
        Formats formats = Formats.here();
        add(new Paragraph(getTranslation(
                made.committed() ? "import.taken-by" : "import.tried-by",
                getTranslation("kind." + made.kind()),
                made.startedBy(),
                formats.moment(made.startedAt(), clock.getZone(), LocalDate.now(clock)))));
        if (Progress.isUnderWay(made)) {
            add(new Progress(imports, clock, made, () -> UI.getCurrent().refreshCurrentRoute(false)));
            return;
        }
        if (made.undoneAt() != null) {
            Paragraph undone = new Paragraph(getTranslation(
                    "import.undone-by",
                    made.undoneBy(),
                    formats.moment(made.undoneAt(), clock.getZone(), LocalDate.now(clock))));
            undone.addClassName("kp-note");
            add(undone);
        }
        add(new Tally(made));
        if (made.committed()) {
            imports.affected(made.id())
                    .ifPresent(affected -> add(new Paragraph(getTranslation(
                            "import.affected",
                            formats.number(affected.people()),
                            formats.date(affected.from()),
                            formats.date(affected.to())))));
        }
        Div actions = new Div();
        actions.addClassName("kp-actions");
        if (made.counts().rejected() > 0) {
            Locale locale = getLocale();
            int out = made.counts().rejected();
            actions.add(
                    new Anchor(
                            (DownloadHandler) event -> rejected(imports, made, locale, event),
                            out == 1
                                    ? getTranslation("import.rejected-file-one")
                                    : getTranslation("import.rejected-file", formats.number(out))),
                    new Anchor(
                            (DownloadHandler) event -> rejectedXlsx(imports, made, locale, event),
                            getTranslation("import.rejected-xlsx")));
        }
        if (undo.isPossible(made)) {
            actions.add(new UndoButton(undo, made));
        }
        actions.add(again);
        add(actions, new ChangeList(imports, made, clock), new ProblemList(imports, made, clock));
    }

    private static void rejectedXlsx(Imports imports, Import made, Locale locale, DownloadEvent event)
            throws IOException {
        event.setFileName("rejected-" + made.id() + ".xlsx");
        event.setContentType(ChooseStep.XLSX);
        try (OutputStream out = event.getOutputStream()) {
            RejectedFile file = imports.rejected(made.id()).orElseThrow();
            file.writeXlsx(out, locale);
        }
    }

    private static void rejected(Imports imports, Import made, Locale locale, DownloadEvent event) throws IOException {
        event.setFileName("rejected-" + made.id() + ".csv");
        event.setContentType("text/csv;charset=utf-8");
        try (Writer out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            // the mark by which spreadsheets know that it is UTF-8
            out.write('\ufeff');
            imports.rejected(made.id()).ifPresent(file -> file.write(out, locale));
        }
    }
}
