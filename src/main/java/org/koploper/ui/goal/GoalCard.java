package org.koploper.ui.goal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.koploper.kpi.Acceptance;
import org.koploper.kpi.GoalStand;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;

/** One goal in a list: whose, of what, until when, and where it stands; it leads on to the goal itself. */
class GoalCard extends Tile {

    GoalCard(GoalStand stand, Acceptance acceptance) {
        super(stand.agreed().name());
        // below the heading of its level; there are several of one name, so it is no landmark
        setTitle(stand.agreed().name(), 3);
        setAriaRole("article");
        Paragraph what = new Paragraph(link(stand));
        Paragraph when = new Paragraph(GoalWords.reading(stand.agreed().terms().reading()) + " · "
                + Formats.here().period(stand.period()));
        when.addClassName("kp-quiet");
        add(what, when, GoalsView.way(stand));
        if (acceptance != Acceptance.NOT_ASKED) {
            add(new Div(GoalWords.badge(acceptance)));
        }
    }

    static RouterLink link(GoalStand stand) {
        return new RouterLink(
                GoalWords.kpi(stand.kpi()), GoalView.class, new RouteParameters(GoalView.ID, stand.externalId()));
    }
}
