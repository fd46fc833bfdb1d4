package org.koploper.ui.kpi;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.audit.Trail;
import org.koploper.kpi.KpiDirection;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.MetricWording.Words;
import org.koploper.kpi.OwnKpiTerms;
import org.koploper.kpi.OwnPart;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Edited;

/** Two people changed the same KPI: what each of them made of it, field by field. */
final class OwnKpiConflict {

    private final OwnKpiTerms read;
    private final OwnKpiTerms mine;
    private final OwnKpiTerms theirs;
    private final Edited<OwnPart> part;
    private final Edited<OwnPart> whole;
    private final Edited<KpiUnit> unit;
    private final Edited<KpiDirection> direction;
    private final Edited<Words> en;
    private final Edited<Words> nl;

    OwnKpiConflict(OwnKpiTerms read, OwnKpiTerms mine, OwnKpiTerms theirs) {
        this.read = read;
        this.mine = mine;
        this.theirs = theirs;
        part = edited("own-kpis.part", OwnKpiTerms::part, OwnKpiTexts::part);
        whole = edited("own-kpis.whole", OwnKpiTerms::whole, OwnKpiTexts::part);
        unit = edited("own-kpis.unit", OwnKpiTerms::unit, OwnKpiTexts::unit);
        direction = edited("own-kpis.direction", OwnKpiTerms::direction, OwnKpiTexts::direction);
        en = edited("own-kpis.name-en", OwnKpiTerms::en, OwnKpiConflict::said);
        nl = edited("own-kpis.name-nl", OwnKpiTerms::nl, OwnKpiConflict::said);
    }

    private <T> Edited<T> edited(
            String label, Function<OwnKpiTerms, @Nullable T> field, Function<? super T, String> words) {
        return new Edited<>(translate(label), field.apply(read), field.apply(mine), field.apply(theirs), words);
    }

    private static String said(Words words) {
        return words.name() + ": " + words.explanation();
    }

    /** What both want: mine where I changed it, otherwise theirs. */
    OwnKpiTerms merged() {
        return new OwnKpiTerms(
                Objects.requireNonNull(en.merged()),
                Objects.requireNonNull(nl.merged()),
                Objects.requireNonNull(unit.merged()),
                Objects.requireNonNull(direction.merged()),
                Objects.requireNonNull(part.merged()),
                whole.merged());
    }

    ConflictDialog dialog(String what, Optional<Trail.Last> last, Clock clock, Runnable loadAgain, Runnable keepMine) {
        return new ConflictDialog(
                what,
                ConflictDialog.who(last, clock),
                List.of(part, whole, unit, direction, en, nl),
                loadAgain,
                keepMine);
    }
}
