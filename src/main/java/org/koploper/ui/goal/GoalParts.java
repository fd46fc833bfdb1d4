package org.koploper.ui.goal;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.math.MathContext;
import org.koploper.kpi.AgreedGoal;
import org.koploper.kpi.GoalDetail;
import org.koploper.kpi.GoalStand;
import org.koploper.kpi.GoalTerms;
import org.koploper.ui.kit.Pace;
import org.koploper.ui.kit.PaceBar;
import org.koploper.ui.kit.Tile;

/** Of what a goal is a part, and what its parts come to; they need not add up, so the gap is said. */
class GoalParts extends Tile {

    GoalParts(GoalDetail goal) {
        super(translate("goal.parts"));
        AgreedGoal parent = goal.parent();
        if (parent != null) {
            Paragraph above = new Paragraph(translate("goal.part-of") + " ");
            above.add(link(parent));
            add(above);
        }
        if (!goal.parts().isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("kp-goal-tree");
            goal.parts().forEach(part -> list.add(item(part)));
            GoalTerms terms = goal.stand().agreed().terms();
            add(list);
            if (terms.reading().isSum()) {
                BigDecimal all = goal.parts().stream().map(GoalStand::target).reduce(BigDecimal.ZERO, BigDecimal::add);
                add(new Paragraph(gap(all, terms)));
            }
        }
    }

    private static ListItem item(GoalStand part) {
        ListItem item = new ListItem(link(part.agreed()));
        Pace pace = GoalWords.pace(part);
        if (pace != null) {
            item.add(new PaceBar(part.agreed().name(), pace));
        }
        return item;
    }

    private static RouterLink link(AgreedGoal goal) {
        return new RouterLink(
                translate(
                        "goal.link", goal.name(), GoalWords.amount(goal.terms().target(), goal.terms())),
                GoalView.class,
                new RouteParameters(GoalView.ID, goal.externalId()));
    }

    /** What the parts come to, and what is missing to the whole, or is more than it. */
    static String gap(BigDecimal all, GoalTerms terms) {
        BigDecimal gap = terms.target().subtract(all);
        String sum = GoalWords.amount(all, terms);
        String part = org.koploper.ui.kit.Formats.here().percent(all.divide(terms.target(), MathContext.DECIMAL64));
        return switch (gap.signum()) {
            case 1 -> translate("goal.gap", sum, part, GoalWords.amount(gap, terms));
            case -1 -> translate("goal.more-than", sum, part, GoalWords.amount(gap.negate(), terms));
            default -> translate("goal.no-gap", sum);
        };
    }
}
