package org.koploper.kpi;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiReason.Code;
import org.springframework.stereotype.Component;

/** Which formula a KPI has here, and what it makes of numbers. */
@Component
class KpiMaking {

    private final Kept kept;

    KpiMaking(Kept kept) {
        this.kept = kept;
    }

    /**
     * Null where there is none on this level or basis.
     *
     * @param asked null: the usual basis of the KPI
     */
    @Nullable
    Formula formula(Kpi kpi, KpiScope scope, @Nullable KpiBasis asked) {
        KpiBasis basis = asked == null ? kpi.bases().getFirst() : asked;
        return kpi.levels().contains(scope.kind()) && kpi.bases().contains(basis)
                ? KpiFormulas.of(kpi, basis, kept.read())
                : null;
    }

    static Reading notHere(Indicator kpi) {
        return new Reading(kpi, null, null, null, null, null, KpiReason.of(Code.NOT_HERE));
    }

    /** The number, with what there is to know about where it comes from. */
    static Reading made(Formula formula, Numbers numbers) {
        if (!numbers.slot().hasBegun()) {
            return numbers.none(Code.NOT_BEGUN);
        }
        // what is read together with others may stand beside amounts that it is not made of
        boolean amounts = formula.measures().stream().anyMatch(Measure::needsRate);
        Set<String> withoutRate = amounts ? numbers.sums().withoutRate() : Set.of();
        Code origin = formula.origin();
        return formula.making()
                .of(numbers)
                .noting(withoutRate.isEmpty() ? null : KpiReason.of(Code.NO_RATE, String.join(", ", withoutRate)))
                .noting(origin == null ? null : KpiReason.of(origin));
    }
}
