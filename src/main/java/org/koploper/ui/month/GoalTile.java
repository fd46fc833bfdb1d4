package org.koploper.ui.month;

import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.koploper.kpi.Goal;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;
import org.koploper.ui.kit.PaceBar;
import org.koploper.ui.kit.Paces;
import org.koploper.ui.kit.Tile;

/** How far the goal is, and what each remaining working day has to bring. */
class GoalTile extends Tile {

    /** @param whom to ask where no goal is agreed */
    GoalTile(Goal goal, WorkingDays days, LocalDate today, String whom) {
        super(I18NProvider.translate("month.goal"));
        if (goal.target() == null) {
            add(
                    new Paragraph(getTranslation("month.no-target", whom)),
                    new Paragraph(getTranslation("month.sold", Paces.amount(goal.value(), goal))));
        } else {
            add(new PaceBar(getTranslation("month.goal"), Paces.of(goal)));
        }
        Period period = goal.period();
        if (period.contains(today)) {
            add(new Paragraph(getTranslation("month.working-day", days.elapsed(period, today), days.count(period))));
            needed(goal, days, today);
        }
        NativeDetails how =
                new NativeDetails(getTranslation("board.how"), new Paragraph(getTranslation("metric.revenue.how")));
        how.addClassName("kp-details");
        add(how);
    }

    private void needed(Goal goal, WorkingDays days, LocalDate today) {
        BigDecimal target = goal.target();
        if (target == null || goal.value().compareTo(target) >= 0) {
            return;
        }
        BigDecimal missing = target.subtract(goal.value());
        int left = days.count(new Period(today, goal.period().to()));
        add(new Paragraph(
                switch (left) {
                    case 0 -> getTranslation("month.needed-none", Paces.amount(missing, goal));
                    case 1 -> getTranslation("month.needed-last", Paces.amount(missing, goal));
                    default ->
                        getTranslation(
                                "month.needed",
                                Paces.amount(missing, goal),
                                // rounded up: what is promised must be enough
                                Paces.amount(missing.divide(BigDecimal.valueOf(left), 0, RoundingMode.UP), goal),
                                left);
                }));
    }
}
