package org.koploper.ui.intake;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.koploper.intake.Templates;
import org.koploper.intake.Uploads;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.ui.kit.FileUpload;

/** What kind of records, and the file. */
class ChooseStep extends Div {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Uploads uploads;
    private final Templates templates;
    private final Way.Mover mover;
    private final Paragraph means = new Paragraph();
    private final Div template = new Div();
    private final Span refusal = new Span();
    private final FileUpload upload = new FileUpload((int) Uploads.MOST_BYTES, this::arrived, refusal::setText);
    /** Read by the request that brings the file, which holds no lock of the session. */
    private volatile String chosen;

    ChooseStep(Uploads uploads, Templates templates, RecordKinds kinds, String wanted, Way.Mover mover) {
        this.uploads = uploads;
        this.templates = templates;
        this.mover = mover;
        addClassName("kp-form");
        template.addClassName("kp-actions");
        List<String> names = kinds.all().stream()
                .map(RecordKind::name)
                .sorted(Comparator.comparing(this::name))
                .toList();
        chosen = names.contains(wanted) ? wanted : names.getFirst();
        Select<String> kind = new Select<>();
        kind.setLabel(getTranslation("import.kind"));
        kind.setItems(names);
        kind.setItemLabelGenerator(this::name);
        kind.setValue(chosen);
        kind.addValueChangeListener(change -> choose(change.getValue(), change.isFromClient()));
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
        add(kind, means, template, upload, refusal);
        choose(chosen, false);
    }

    private String name(String kind) {
        return getTranslation("kind." + kind);
    }

    private void choose(String kind, boolean byUser) {
        chosen = kind;
        means.setText(getTranslation("kind." + kind + ".means"));
        template.removeAll();
        template.add(
                new Anchor(
                        download(
                                () -> templates.csv(kind).getBytes(StandardCharsets.UTF_8),
                                kind + ".csv",
                                "text/csv;charset=utf-8"),
                        getTranslation("import.template", name(kind))),
                new Anchor(
                        download(() -> templates.xlsx(kind), kind + ".xlsx", XLSX),
                        getTranslation("import.template-xlsx")));
        if (byUser) {
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(null, new Location("import", QueryParameters.simple(Map.of("kind", kind))));
        }
    }

    private static DownloadHandler download(Supplier<byte[]> content, String name, String type) {
        return DownloadHandler.fromInputStream(event -> {
            byte[] bytes = content.get();
            return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
        });
    }

    private void arrived(UploadEvent event) throws IOException {
        Optional<org.koploper.intake.Upload> kept = uploads.keep(event.getInputStream(), event.getFileName(), chosen);
        if (kept.isEmpty()) {
            event.reject(upload.tooBig(Uploads.MOST_BYTES));
            return;
        }
        event.getUI().access(() -> mover.to(kept.get().id(), Step.FORMAT));
    }
}
