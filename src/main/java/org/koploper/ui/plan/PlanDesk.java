package org.koploper.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.PlanRef;
import org.koploper.commission.TriedPlan;
import org.koploper.commission.document.PlanFault;
import org.koploper.ui.kit.Busy;
import org.koploper.ui.kit.FileUpload;

/** Where a plan document is read, written, tried, taken from a file and given as one. */
class PlanDesk extends Div {

    private static final int MOST_BYTES = 1 << 20;

    private final PlanEditor editor;
    private final TrialResults results;
    private final Paragraph refusal = new Paragraph();
    private final Div saving = new Div();
    private final Consumer<TriedPlan> seen;
    private final boolean writes;
    private @Nullable PlanRef plan;
    private int version = 1;

    /** @param seen is told of each document that can be read */
    PlanDesk(boolean writes, String fileName, UnaryOperator<String> file, Consumer<TriedPlan> seen) {
        this.writes = writes;
        this.editor = new PlanEditor(writes);
        this.results = new TrialResults(writes);
        this.seen = seen;
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
        Div toolbar =
                new Div(Busy.on(new Button(getTranslation("plans.text.try")), this::attempt), download(fileName, file));
        toolbar.addClassName("kp-toolbar");
        add(toolbar);
        if (writes) {
            FileUpload upload = new FileUpload(MOST_BYTES, this::arrived, refusal::setText);
            upload.setAcceptedFileTypes(".yml", ".yaml", ".json");
            upload.addClassName("kp-plan-file");
            add(upload, refusal);
        }
        saving.addClassName("kp-plan-save");
        add(editor, saving, results);
    }

    /** Shows a document as one that is saved, and what it comes to under that plan; null where it names its own. */
    void show(String document, @Nullable PlanRef under, int number) {
        plan = under;
        version = number;
        editor.show(document);
        if (writes) {
            editor.keep("plan/" + (under == null ? "" : under.id()));
        }
        attempt();
    }

    /** Below the text: what saves it. */
    Div saving() {
        return saving;
    }

    String text() {
        return editor.text();
    }

    boolean dirty() {
        return editor.dirty();
    }

    /** What is there is saved, or given up. */
    void settled() {
        editor.settled();
    }

    void refuse(PlanFault fault) {
        editor.refuse(fault);
    }

    /** Tries what is written; empty when it cannot be read, which is said below the text. */
    Optional<TriedPlan> attempt() {
        editor.clear();
        try {
            TriedPlan tried = TriedPlan.of(editor.text(), plan, version);
            results.show(tried);
            seen.accept(tried);
            return Optional.of(tried);
        } catch (PlanFault fault) {
            results.clear();
            editor.refuse(fault);
            return Optional.empty();
        }
    }

    /** What stands in the field, so that it can be kept and tried elsewhere before it is saved. */
    private Anchor download(String name, UnaryOperator<String> file) {
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            byte[] bytes = file.apply(editor.text()).getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes), name, "application/yaml;charset=utf-8", bytes.length);
        });
        return new Anchor(handler, getTranslation("plans.text.download"));
    }

    private void arrived(UploadEvent event) throws IOException {
        byte[] bytes = event.getInputStream().readNBytes(MOST_BYTES);
        event.getUI().access(() -> {
            refusal.setText("");
            editor.replace(new String(bytes, StandardCharsets.UTF_8));
            attempt();
        });
    }
}
