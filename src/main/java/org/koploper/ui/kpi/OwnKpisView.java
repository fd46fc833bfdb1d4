package org.koploper.ui.kpi;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import org.koploper.kpi.OwnKpiState;
import org.koploper.kpi.OwnKpis;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.list.Filter;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Screen;

/** The KPIs that the organisation made: what each is, and in which version. */
@Route("admin/own-kpis")
@RolesAllowed("ADMIN")
class OwnKpisView extends Screen implements BeforeEnterObserver {

    private final Listing<OwnKpiState> list;

    OwnKpisView(OwnKpis own, Clock clock, Lists lists) {
        Filter<String> text = Filter.text("own-kpis.search", "own-kpis.search-hint");
        list = lists.<OwnKpiState>of("admin/own-kpis", "admin.own-kpis")
                .columns(
                        ListColumn.<OwnKpiState>text("name", "own-kpis.name", one -> OwnKpiTexts.name(one.newest()))
                                .shown(OwnKpisView::link)
                                .sortable()
                                .main(),
                        ListColumn.<OwnKpiState>text(
                                        "what",
                                        "own-kpis.what",
                                        one -> OwnKpiTexts.sentence(one.newest().terms()))
                                .wide(),
                        ListColumn.<OwnKpiState>text(
                                "unit",
                                "own-kpis.unit",
                                one -> OwnKpiTexts.unit(one.newest().unit())),
                        ListColumn.<OwnKpiState>number(
                                        "version",
                                        "own-kpis.version",
                                        one -> BigDecimal.valueOf(one.newest().version()))
                                .sortable(),
                        ListColumn.<OwnKpiState>moment(
                                        "changed",
                                        "own-kpis.changed-at",
                                        clock.getZone(),
                                        one -> one.versions().getFirst().madeAt())
                                .sortable(),
                        ListColumn.<OwnKpiState>text("state", "own-kpis.state", one -> getTranslation(state(one)))
                                .shown(OwnKpisView::badge)
                                .sortable(),
                        ListColumn.<OwnKpiState>text("key", "own-kpis.key", OwnKpiState::key)
                                .fileOnly())
                .filters(text)
                .none(() -> new EmptyState(getTranslation("own-kpis.none"), getTranslation("own-kpis.none-text")))
                .few(
                        own::list,
                        (one, asked) -> text.finds(
                                asked,
                                OwnKpiTexts.name(one.newest()),
                                OwnKpiTexts.sentence(one.newest().terms())));
        Button add = new Button(getTranslation("own-kpis.new"), click -> getUI().ifPresent(OwnKpiView::openNew));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div toolbar = new Div(add);
        toolbar.addClassName("kp-toolbar");
        add(new Paragraph(getTranslation("own-kpis.intro")), toolbar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.show(event.getLocation());
    }

    private static RouterLink link(OwnKpiState one) {
        return new RouterLink(
                OwnKpiTexts.name(one.newest()), OwnKpiView.class, new RouteParameters(OwnKpiView.KEY, one.key()));
    }

    static String state(OwnKpiState one) {
        return one.retired() ? "own-kpis.retired" : "own-kpis.in-use";
    }

    static StatusBadge badge(OwnKpiState one) {
        return new StatusBadge(state(one), one.retired() ? Tone.NEUTRAL : Tone.GOOD);
    }

    @Override
    public String heading() {
        return getTranslation("admin.own-kpis");
    }
}
