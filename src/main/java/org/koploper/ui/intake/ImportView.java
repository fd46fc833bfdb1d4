package org.koploper.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.koploper.intake.Imports;
import org.koploper.intake.Preview;
import org.koploper.intake.Templates;
import org.koploper.intake.Undo;
import org.koploper.intake.Upload;
import org.koploper.intake.Uploads;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Stepper;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** Brings a file in, step by step; the address says which file and which step. */
@Route("import")
@RolesAllowed("ADMIN")
class ImportView extends Screen implements BeforeEnterObserver, Way.Mover {

    private final Uploads uploads;
    private final Imports imports;
    private final Templates templates;
    private final RecordKinds kinds;
    private final Undo undo;
    private final Clock clock;
    private String heading = getTranslation("menu.import");

    ImportView(Uploads uploads, Imports imports, Templates templates, RecordKinds kinds, Undo undo, Clock clock) {
        this.templates = templates;
        this.undo = undo;
        this.uploads = uploads;
        this.imports = imports;
        this.kinds = kinds;
        this.clock = clock;
        addClassName("kp-import");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Address address = Address.of(event.getLocation());
        removeAll();
        heading = getTranslation("menu.import");
        Optional<String> run = address.get("run");
        Optional<String> id = address.get("id");
        if (run.isPresent()) {
            // addresses of before imports had a page of their own
            run.flatMap(ImportView::number)
                    .ifPresentOrElse(
                            number -> event.forwardTo(ImportPage.class, ImportPage.of(number), QueryParameters.empty()),
                            this::gone);
        } else if (id.isPresent()) {
            id.flatMap(uploads::find)
                    .ifPresentOrElse(
                            upload -> show(
                                    upload,
                                    address.get("step").flatMap(Step::ofKey).orElse(Step.FORMAT)),
                            this::gone);
        } else {
            start(address);
        }
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private void start(Address address) {
        add(
                new ChooseStep(uploads, templates, kinds, address.get("kind").orElse("deals"), this),
                new ImportHistory(imports, clock));
    }

    private void gone() {
        add(new EmptyState(getTranslation("import.gone"), getTranslation("import.gone-text"), again()));
    }

    private Component again() {
        return new RouterLink(getTranslation("import.another"), ImportView.class);
    }

    private void show(Upload upload, Step asked) {
        heading = getTranslation("import.heading", upload.fileName());
        Long taken = upload.committed();
        if (taken != null) {
            imports.find(taken)
                    .ifPresentOrElse(
                            found ->
                                    add(trail(upload, Step.DONE), new ResultStep(imports, undo, found, clock, again())),
                            this::gone);
            return;
        }
        RecordKind kind = kinds.find(upload.kind()).orElseThrow();
        Preview preview = uploads.preview(upload);
        Way way = new Way(uploads, imports, clock, kind, upload, preview, this);
        Step step = asked == Step.CHOOSE || asked == Step.DONE || !FormatStep.isAnswered(preview) ? Step.FORMAT : asked;
        add(trail(upload, step));
        Div what = new Div(new Paragraph(
                getTranslation("import.what", upload.fileName(), getTranslation("kind." + upload.kind() + ".many"))));
        what.addClassName("kp-quiet");
        add(
                what,
                switch (step) {
                    case COLUMNS -> new ColumnsStep(way);
                    case CHECK -> new CheckStep(way);
                    default -> new FormatStep(way);
                });
    }

    @Override
    public void to(String upload, Step step) {
        UI.getCurrent().navigate(ImportView.class, QueryParameters.simple(Map.of("id", upload, "step", step.key())));
    }

    @Override
    public void again(String upload, Step step, String focus) {
        removeAll();
        uploads.find(upload).ifPresentOrElse(found -> show(found, step), this::gone);
        // the field is a new one: without this the keyboard would start at the top again
        getElement().executeJs("setTimeout(() => document.getElementById($0)?.focus())", focus);
    }

    /** Those behind lead back, until all is done. */
    private Stepper trail(Upload upload, Step now) {
        return new Stepper(
                getTranslation("import.steps"),
                Arrays.stream(Step.values())
                        .map(step -> {
                            String name = getTranslation("import.step." + step.key());
                            boolean back = step.compareTo(now) < 0 && now != Step.DONE;
                            return new Stepper.Step(name, back ? back(name, upload, step) : null);
                        })
                        .toList(),
                now.ordinal());
    }

    private static RouterLink back(String name, Upload upload, Step step) {
        RouterLink link = new RouterLink(name, ImportView.class);
        if (step != Step.CHOOSE) {
            link.setQueryParameters(QueryParameters.simple(Map.of("id", upload.id(), "step", step.key())));
        }
        return link;
    }

    @Override
    public String heading() {
        return heading;
    }
}
