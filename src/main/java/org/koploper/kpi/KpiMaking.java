package org.koploper.kpi;

import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiReason.Code;
import org.koploper.storage.Once;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which formula a KPI has here, and what it makes of numbers. */
@Component
class KpiMaking {

    private final JdbcClient jdbc;

    KpiMaking(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                ? KpiFormulas.of(kpi, basis, keeps())
                : null;
    }

    static Reading notHere(Kpi kpi) {
        return new Reading(kpi, null, null, null, null, null, KpiReason.of(Code.NOT_HERE));
    }

    static Reading made(Formula formula, Numbers numbers) {
        if (!numbers.slot().hasBegun()) {
            return numbers.none(Code.NOT_BEGUN);
        }
        var withoutRate = numbers.sums().withoutRate();
        Code origin = formula.origin();
        return formula.making()
                .of(numbers)
                .noting(withoutRate.isEmpty() ? null : KpiReason.of(Code.NO_RATE, String.join(", ", withoutRate)))
                .noting(origin == null ? null : KpiReason.of(origin));
    }

    private Keeps keeps() {
        return Once.read(
                new AskedWhatIsKept(),
                () -> jdbc.sql("""
                        select case when exists (select 1 from quotes) then 1 else 0 end as quotes,
                          case when exists (select 1 from deals) then 1 else 0 end as deals
                        from organisation where id = 1
                        """)
                        .query((row, n) -> new Keeps(row.getInt("quotes") == 1, row.getInt("deals") == 1))
                        .single());
    }

    private record AskedWhatIsKept() {}
}
