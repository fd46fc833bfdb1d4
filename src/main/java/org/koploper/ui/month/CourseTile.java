package org.koploper.ui.month;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.function.Consumer;
import org.koploper.kpi.GoalCurve;
import org.koploper.ui.kit.GoalCourse;
import org.koploper.ui.kit.Tile;

/** The month day by day, against what is expected and against the year before. */
class CourseTile extends Tile {

    /**
     * @param asTable whether the table is open at first
     * @param toggled told when the reader opens or closes it
     */
    CourseTile(GoalCurve curve, boolean asTable, Consumer<Boolean> toggled) {
        super(I18NProvider.translate("month.course"));
        addClassName("kp-wide");
        add(GoalCourse.of(curve).withTable(asTable, toggled));
    }
}
