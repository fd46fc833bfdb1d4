package org.koploper.ui.month;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.koploper.ledger.Statement;
import org.koploper.ui.kit.Money;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.Tile;

/** What was earned so far this month, and the way to why. */
class EarnedTile extends Tile {

    /** @param whom to ask where there is no plan */
    EarnedTile(Statement statement, String whom) {
        super(com.vaadin.flow.i18n.I18NProvider.translate("month.earned"));
        if (statement.plan() == null && statement.lines().isEmpty()) {
            add(new Paragraph(getTranslation("month.no-plan")), new Paragraph(getTranslation("statement.ask", whom)));
            return;
        }
        Money total = new Money(statement.total(), statement.currency());
        total.addClassName("kp-figure");
        Div badges = new Div(new StatusBadge("statement.provisional", StatusBadge.Tone.WARN));
        badges.addClassName("kp-actions");
        if (statement.total().signum() < 0) {
            badges.add(new StatusBadge("statement.clawback", StatusBadge.Tone.BAD));
        }
        Anchor why = new Anchor(
                "statements/" + statement.person().id() + "/" + statement.period(), getTranslation("month.why"));
        add(total, badges, new Paragraph(why));
    }
}
