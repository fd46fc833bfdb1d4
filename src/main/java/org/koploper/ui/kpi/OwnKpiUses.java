package org.koploper.ui.kpi;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import org.koploper.kpi.AgreedGoal;
import org.koploper.kpi.GoalBook;
import org.koploper.kpi.GoalKpis;
import org.koploper.kpi.GoalQuery;
import org.koploper.kpi.OwnKpiState;
import org.koploper.period.Period;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;
import org.springframework.stereotype.Component;

/** Which goals have a KPI, each with the version that it was agreed with. */
@Component
class OwnKpiUses {

    private static final Period EVER = new Period(LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31));

    /** As many are named. */
    private static final int NAMED = 20;

    private final GoalBook goals;
    private final GoalKpis kpis;

    OwnKpiUses(GoalBook goals, GoalKpis kpis) {
        this.goals = goals;
        this.kpis = kpis;
    }

    Tile tile(OwnKpiState kpi) {
        List<AgreedGoal> found =
                goals.list(new GoalQuery(EVER, null, kpis.byKey(kpi.key()).orElseThrow(), true));
        Tile tile = new Tile(translate("own-kpis.uses"));
        if (found.isEmpty()) {
            tile.add(new Paragraph(translate("own-kpis.uses-none")));
            return tile;
        }
        UnorderedList list = new UnorderedList();
        found.stream().limit(NAMED).forEach(goal -> list.add(new ListItem(link(goal))));
        tile.add(new Paragraph(translate("own-kpis.uses-text", found.size())), list);
        return tile;
    }

    private static Anchor link(AgreedGoal goal) {
        return new Anchor(
                "goals/" + goal.externalId(),
                translate(
                        "own-kpis.use",
                        goal.name(),
                        Formats.here().period(goal.period()),
                        goal.terms().kpiVersion()));
    }
}
