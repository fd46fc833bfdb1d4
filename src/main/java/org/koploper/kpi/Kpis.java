package org.koploper.kpi;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SignedInOnly;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads KPIs of persons, teams, customers and the organisation. The number of statements depends on no number of records. */
@Service
public class Kpis {

    /** The most stretches of time that one question may be taken apart into. */
    public static final int MOST_SLOTS = 1100;

    private final KpiAccess access;
    private final KnownReadings known;
    private final OwnReadings ownReadings;
    private final OwnKpiRows own;
    private final Clock clock;

    Kpis(KpiAccess access, KnownReadings known, OwnReadings ownReadings, OwnKpiRows own, Clock clock) {
        this.access = access;
        this.known = known;
        this.ownReadings = ownReadings;
        this.own = own;
        this.clock = clock;
    }

    /**
     * Every KPI, the numbered ones in their order, each followed by those that stand beside it; then those of the
     * organisation by key, without the retired ones.
     */
    @SignedInOnly
    public List<Indicator> catalogue() {
        List<Indicator> all = new ArrayList<>(List.of(Kpi.values()));
        own.all().stream()
                .filter(kpi -> !kpi.retired())
                .map(OwnKpiState::newest)
                .forEach(all::add);
        return all;
    }

    /**
     * The KPI of that key or number, a retired one too.
     *
     * @param version of its definition; null: the newest
     * @return empty when there is none, or none in that version
     */
    @SignedInOnly
    public Optional<Indicator> find(String keyOrNumber, @Nullable Integer version) {
        Optional<Indicator> ofCatalogue = Kpi.by(keyOrNumber).map(kpi -> kpi);
        return ofCatalogue
                .or(() -> own.find(keyOrNumber, version))
                .filter(found -> version == null || found.version() == version);
    }

    /**
     * One number.
     *
     * @param asOf the day a state is read on, and the last day that counts; null: today
     * @param basis null: the usual one of the KPI; one that it does not have is answered with a reason
     */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Reading read(
            Indicator kpi, KpiScope scope, Period period, @Nullable LocalDate asOf, @Nullable KpiBasis basis) {
        LocalDate day = day(asOf);
        List<Slot> slots = List.of(Slot.of("", period, day));
        return Objects.requireNonNull(readings(kpi, scope, slots, day, basis).get(""));
    }

    /**
     * Several at once, each on its usual basis: as many statements as the sources that they share, not as many as they are.
     *
     * @param kpis in any order, which is that of the answer
     * @param asOf as in {@link #read}
     */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Map<Kpi, Reading> together(List<Kpi> kpis, KpiScope scope, Period period, @Nullable LocalDate asOf) {
        return known.together(kpis, scope, period, day(asOf));
    }

    /**
     * The same taken apart, in the order of the keys; times in theirs, the empty ones included, others only where there is
     * something. By person only those whose numbers the reader may see.
     *
     * @throws IllegalArgumentException for more than {@value #MOST_SLOTS} stretches of time
     */
    @PreAuthorize("isAuthenticated() and @kpiAccess.sees(#scope)")
    @Transactional(readOnly = true)
    public Map<String, Reading> by(
            Indicator kpi,
            KpiScope scope,
            Period period,
            @Nullable LocalDate asOf,
            @Nullable KpiBasis basis,
            Grouping grouping) {
        LocalDate day = day(asOf);
        PeriodKind kind = grouping.kind();
        if (kind != null) {
            return readings(kpi, scope, Slot.within(period, kind, day, MOST_SLOTS), day, basis);
        }
        return access.seen(grouping, subjects(kpi, scope, Slot.of("", period, day), day, basis, grouping));
    }

    /**
     * The answers to all of these, in their order, each by the keys of its stretches: in as many statements for a hundred
     * questions as for one.
     *
     * @throws IllegalArgumentException for more than {@value #MOST_SLOTS} stretches in one of them
     * @throws AccessDeniedException when the caller may not see one of them
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<Map<String, Reading>> each(List<KpiQuestion> questions) {
        if (!access.seesAll(questions)) {
            throw new AccessDeniedException("No such numbers, or not yours to see");
        }
        LocalDate day = day(null);
        List<KnownReadings.Series> catalogue = new ArrayList<>();
        List<OwnReadings.Series> own = new ArrayList<>();
        for (KpiQuestion one : questions) {
            List<Slot> slots = Slot.within(one.period(), one.step(), day, MOST_SLOTS);
            switch (one.kpi()) {
                case Kpi kpi -> catalogue.add(known.series(kpi, one.scope(), slots, null));
                case OwnKpi kpi -> own.add(new OwnReadings.Series(kpi, one.scope(), slots));
            }
        }
        Iterator<Map<String, Reading>> ofKnown = known.each(catalogue, day).iterator();
        Iterator<Map<String, Reading>> ofOwn = ownReadings.each(own, day).iterator();
        return questions.stream()
                .map(one -> one.kpi() instanceof Kpi ? ofKnown.next() : ofOwn.next())
                .toList();
    }

    private Map<String, Reading> readings(
            Indicator kpi, KpiScope scope, List<Slot> slots, LocalDate asOf, @Nullable KpiBasis asked) {
        return switch (kpi) {
            case Kpi one ->
                known.each(List.of(known.series(one, scope, slots, asked)), asOf)
                        .getFirst();
            case OwnKpi made
            when has(made, asked) ->
                ownReadings
                        .each(List.of(new OwnReadings.Series(made, scope, slots)), asOf)
                        .getFirst();
            case OwnKpi made -> OwnReadings.nowhere(made, slots);
        };
    }

    private static boolean has(OwnKpi kpi, @Nullable KpiBasis asked) {
        return asked == null || kpi.bases().contains(asked);
    }

    private Map<String, Reading> subjects(
            Indicator kpi, KpiScope scope, Slot slot, LocalDate asOf, @Nullable KpiBasis asked, Grouping grouping) {
        return switch (kpi) {
            case Kpi one -> known.by(one, scope, slot, asOf, asked, grouping);
            case OwnKpi made
            when made.levels().contains(scope.kind()) && has(made, asked) ->
                ownReadings.by(made, scope, slot, asOf, grouping);
            case OwnKpi made -> Map.of();
        };
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.now(clock) : asOf;
    }
}
