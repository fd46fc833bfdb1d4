package org.koploper.ui.intake;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.koploper.intake.Import;
import org.koploper.intake.Imports;
import org.koploper.intake.Undo;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.shell.Screen;

/** One import: how far it is while it runs; then what became of it, and the way back. */
@Route("import/:id([0-9]{1,18})")
@RolesAllowed("ADMIN")
public class ImportPage extends Screen implements BeforeEnterObserver {

    private static final String ID = "id";

    private final Imports imports;
    private final Undo undo;
    private final Clock clock;
    private String heading = getTranslation("menu.import");

    ImportPage(Imports imports, Undo undo, Clock clock) {
        this.imports = imports;
        this.undo = undo;
        this.clock = clock;
        addClassName("kp-import");
    }

    /** Leads to that import. */
    public static RouteParameters of(long id) {
        return new RouteParameters(new RouteParam(ID, String.valueOf(id)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        event.getRouteParameters().getLong(ID).flatMap(imports::find).ifPresentOrElse(this::show, this::gone);
    }

    private void show(Import found) {
        heading = getTranslation("import.heading-done", found.fileName());
        add(new ResultStep(imports, undo, found, clock, again()));
    }

    private void gone() {
        heading = getTranslation("menu.import");
        add(new EmptyState(getTranslation("import.gone"), getTranslation("import.gone-text"), again()));
    }

    private RouterLink again() {
        return new RouterLink(getTranslation("import.another"), ImportView.class);
    }

    @Override
    public String heading() {
        return heading;
    }
}
