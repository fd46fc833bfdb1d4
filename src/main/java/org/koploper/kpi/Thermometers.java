package org.koploper.kpi;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.koploper.period.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many go on at each step from lead to order, and where too many do not. As many statements for all as for one. */
@Service
public class Thermometers {

    /** Three steps of leads, each and both together, and the one of quotes. */
    private static final List<Kpi> STEPS =
            List.of(Kpi.LEAD_TO_APPOINTMENT, Kpi.APPOINTMENT_TO_SALE, Kpi.LEAD_TO_SALE, Kpi.QUOTE_TO_ORDER);

    private final Kpis kpis;
    private final Maturity maturity;
    private final Clock clock;

    Thermometers(Kpis kpis, Maturity maturity, Clock clock) {
        this.kpis = kpis;
        this.maturity = maturity;
        this.clock = clock;
    }

    /**
     * The steps in their order, and where most is lost.
     *
     * @param leads how many leads came in
     * @param young whether too many deals of the period are still open to compare its leads with earlier ones
     */
    public record Readout(Reading leads, List<Conversion> steps, Leak leak, boolean young) {

        public Readout {
            steps = List.copyOf(steps);
        }

        /** That step. */
        public Conversion of(Kpi kpi) {
            return steps.stream().filter(step -> step.kpi() == kpi).findFirst().orElseThrow();
        }
    }

    /** For a person, a team or the organisation; from today's point of view. */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Readout of(KpiScope scope, Period period) {
        boolean whole = scope.kind() == KpiScope.Kind.ORGANISATION;
        List<Kpi> asked = List.of(Kpi.NEW_LEADS, STEPS.get(0), STEPS.get(1), STEPS.get(2), STEPS.get(3));
        Map<Kpi, Reading> now = kpis.together(asked, scope, period, null);
        Map<Kpi, Reading> before = kpis.together(STEPS, scope, before(period), null);
        Map<Kpi, Reading> everybody = whole ? null : kpis.together(STEPS, KpiScope.organisation(), period, null);
        List<Conversion> steps = STEPS.stream()
                .map(step -> Conversion.of(
                        read(now, step), read(before, step), everybody == null ? null : read(everybody, step)))
                .toList();
        boolean mature = maturity.of(period);
        List<Conversion> apart =
                steps.stream().filter(step -> step.kpi() != Kpi.LEAD_TO_SALE).toList();
        return new Readout(read(now, Kpi.NEW_LEADS), steps, Leak.among(apart, mature), !mature);
    }

    /** The period before, cut so that as many of its days count. */
    private Period before(Period period) {
        Period before = period.previous();
        LocalDate today = LocalDate.now(clock);
        if (!today.isBefore(period.to()) || today.isBefore(period.from())) {
            return before;
        }
        LocalDate last = before.from().plusDays(ChronoUnit.DAYS.between(period.from(), today));
        return new Period(before.from(), last.isAfter(before.to()) ? before.to() : last);
    }

    private static Reading read(Map<Kpi, Reading> readings, Kpi kpi) {
        return Objects.requireNonNull(readings.get(kpi));
    }
}
