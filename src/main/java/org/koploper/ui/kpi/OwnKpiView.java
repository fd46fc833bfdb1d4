package org.koploper.ui.kpi;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.audit.Trail;
import org.koploper.kpi.Kpis;
import org.koploper.kpi.OwnKpi;
import org.koploper.kpi.OwnKpiChangedMeanwhile;
import org.koploper.kpi.OwnKpiRefused;
import org.koploper.kpi.OwnKpiRefused.Fault;
import org.koploper.kpi.OwnKpiState;
import org.koploper.kpi.OwnKpiTerms;
import org.koploper.kpi.OwnKpiValues;
import org.koploper.kpi.OwnKpiVersion;
import org.koploper.kpi.OwnKpis;
import org.koploper.records.RecordShelf;
import org.koploper.ui.kit.SaveButton;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Screen;

/** One KPI of the organisation's own, or a new one: built as a sentence, with what it reads beside it. */
@Route("admin/own-kpis/:key(new|own-[a-z0-9-]{1,56})")
@RolesAllowed("ADMIN")
class OwnKpiView extends Screen implements BeforeEnterObserver {

    static final String KEY = "key";
    private static final String NEW = "new";

    private final OwnKpis own;
    private final OwnKpiValues values;
    private final OwnKpiUses uses;
    private final Kpis kpis;
    private final RecordShelf shelf;
    private final Trail trail;
    private final Lists lists;
    private final Clock clock;
    private String heading = getTranslation("own-kpis.new");
    private @Nullable OwnKpiState state;

    OwnKpiView(
            OwnKpis own,
            OwnKpiValues values,
            OwnKpiUses uses,
            Kpis kpis,
            RecordShelf shelf,
            Trail trail,
            Lists lists,
            Clock clock) {
        this.own = own;
        this.values = values;
        this.uses = uses;
        this.kpis = kpis;
        this.shelf = shelf;
        this.trail = trail;
        this.lists = lists;
        this.clock = clock;
    }

    static void openNew(UI ui) {
        open(ui, NEW);
    }

    private static void open(UI ui, String key) {
        ui.navigate("admin/own-kpis/" + key);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get(KEY).orElseThrow();
        Optional<OwnKpiState> found = own.find(key);
        if (found.isEmpty() && !key.equals(NEW)) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        state = found.orElse(null);
        show(event.getLocation());
    }

    private void again(String key) {
        getUI().ifPresent(ui -> {
            state = own.find(key).orElse(null);
            show(ui.getInternals().getActiveViewLocation());
        });
    }

    private void show(Location location) {
        OwnKpiState now = state;
        heading = now == null ? getTranslation("own-kpis.new") : OwnKpiTexts.name(now.newest());
        OwnKpiPreview preview = new OwnKpiPreview(kpis, clock);
        Building building = new Building(preview);
        removeAll();
        if (now != null) {
            add(toolbar(now));
        }
        Tile what = new Tile(getTranslation("own-kpis.definition"), building.form, building.actions());
        Div cards = new Div(what, new Tile(getTranslation("own-kpis.preview"), preview));
        cards.addClassName("kp-cards");
        if (now != null) {
            cards.add(uses.tile(now));
        }
        add(cards);
        if (now != null) {
            add(new H2(getTranslation("own-kpis.versions")), versions(now, location));
            building.form.show(now.newest().terms());
        }
        building.look();
    }

    private Component toolbar(OwnKpiState now) {
        Div toolbar = new Div(
                OwnKpisView.badge(now),
                new Button(
                        getTranslation(now.retired() ? "own-kpis.bring-back" : "own-kpis.retire"),
                        click -> retire(now, !now.retired())));
        toolbar.addClassName("kp-toolbar");
        return toolbar;
    }

    private void retire(OwnKpiState now, boolean retired) {
        try {
            turn(now.key(), retired);
        } catch (OwnKpiRefused refused) {
            UndoToast.say(OwnKpiTexts.fault(refused.faults().getFirst()));
            return;
        }
        UndoToast.say(
                getTranslation(retired ? "own-kpis.retired-done" : "own-kpis.back", OwnKpiTexts.name(now.newest())),
                () -> turn(now.key(), !retired));
    }

    private void turn(String key, boolean retired) {
        if (retired) {
            own.retire(key);
        } else {
            own.bringBack(key);
        }
        again(key);
    }

    private Component versions(OwnKpiState now, Location location) {
        var list = lists.<OwnKpiVersion>of("admin/own-kpi", "own-kpis.versions")
                .columns(
                        ListColumn.<OwnKpiVersion>number(
                                "version",
                                "own-kpis.version",
                                one -> BigDecimal.valueOf(one.kpi().version())),
                        ListColumn.<OwnKpiVersion>text("name", "own-kpis.name", one -> OwnKpiTexts.name(one.kpi()))
                                .main(),
                        ListColumn.<OwnKpiVersion>text(
                                        "what",
                                        "own-kpis.what",
                                        one -> OwnKpiTexts.sentence(one.kpi().terms()))
                                .wide(),
                        ListColumn.<OwnKpiVersion>moment(
                                "at", "own-kpis.made-at", clock.getZone(), OwnKpiVersion::madeAt),
                        ListColumn.<OwnKpiVersion>text("by", "own-kpis.made-by", OwnKpiVersion::madeBy),
                        ListColumn.<OwnKpiVersion>text("reason", "own-kpis.reason", OwnKpiVersion::reason))
                .few(now::versions, (one, asked) -> true);
        list.show(location);
        return list;
    }

    @Override
    public String heading() {
        return heading;
    }

    /** The form with what it reads, and its way to be saved. */
    private final class Building {

        private final OwnKpiPreview preview;
        private final OwnKpiForm form = new OwnKpiForm(values, shelf, this::look);

        Building(OwnKpiPreview preview) {
            this.preview = preview;
        }

        /** Says at once what cannot be read; what is only missing is said when it is saved. */
        void look() {
            OwnKpiTerms terms = form.terms();
            List<Fault> faults = own.faults(state == null ? null : state.key(), terms).stream()
                    .filter(OwnKpiForm::isAboutTheNumber)
                    .toList();
            form.say(faults);
            if (faults.isEmpty()) {
                preview.show(terms);
            } else {
                preview.showNothing();
            }
        }

        Component actions() {
            Div actions = new Div(new SaveButton(getTranslation("own-kpis.save"), this::save));
            actions.addClassName("kp-actions");
            return actions;
        }

        private void save() {
            OwnKpiState now = state;
            if (now == null) {
                saved(() -> own.create(form.terms()));
            } else {
                save(now.newest(), form.terms());
            }
        }

        private void save(OwnKpi before, OwnKpiTerms terms) {
            try {
                saved(() -> own.change(before.key(), before.version(), terms, form.reason()));
            } catch (OwnKpiChangedMeanwhile meanwhile) {
                OwnKpi theirs = own.find(before.key()).orElseThrow().newest();
                OwnKpiConflict conflict = new OwnKpiConflict(before.terms(), terms, theirs.terms());
                conflict.dialog(
                                OwnKpiTexts.name(theirs),
                                trail.last("own-kpi", before.key()),
                                clock,
                                () -> again(before.key()),
                                () -> save(theirs, conflict.merged()))
                        .open();
            }
        }

        private void saved(java.util.function.Supplier<OwnKpi> work) {
            try {
                OwnKpi kpi = work.get();
                UndoToast.say(getTranslation("own-kpis.saved", OwnKpiTexts.name(kpi), kpi.version()));
                if (state == null) {
                    getUI().ifPresent(ui -> open(ui, kpi.key()));
                } else {
                    again(kpi.key());
                }
            } catch (OwnKpiRefused refused) {
                form.say(refused.faults());
            }
        }
    }
}
