package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.money.Decimals;
import org.koploper.people.Directory;
import org.koploper.period.Period;
import org.springframework.stereotype.Component;

/** Works out what a draft comes to: its baseline, and from that its target. */
@Component
class GoalDrafts {

    /** As exact as a target is kept. */
    private static final int DECIMALS = 4;

    private final GoalRows rows;
    private final Directory directory;
    private final Measures measures;
    private final GoalHistory history;

    GoalDrafts(GoalRows rows, Directory directory, Measures measures, GoalHistory history) {
        this.rows = rows;
        this.directory = directory;
        this.measures = measures;
        this.history = history;
    }

    /**
     * As it would be agreed; what it cannot come to is 1, which nobody sees.
     *
     * @throws NoSuchElementException when there is no such person, team or customer
     */
    AgreedGoal goal(GoalDraft draft) {
        Subject subject = subject(draft);
        Period before = GoalPeriods.baseline(draft.reading(), draft.period());
        AgreedGoal asked = new AgreedGoal(
                0,
                "",
                0,
                draft.scope(),
                subject.id(),
                draft.subject(),
                subject.name(),
                terms(draft, null, before),
                draft.scope() == GoalScope.PERSON ? new PersonId(subject.id()) : null,
                null,
                false,
                draft.note());
        BigDecimal baseline = history.baseline(asked, before);
        return asked.under(terms(draft, baseline == null ? null : rounded(baseline), before));
    }

    /** What the reader is shown before it is proposed. */
    GoalPreview preview(GoalDraft draft, LocalDate today) {
        AgreedGoal goal = goal(draft);
        GoalTerms terms = goal.terms();
        BigDecimal target = target(draft, terms.baseline());
        Period before = Objects.requireNonNull(terms.baselinePeriod());
        return new GoalPreview(
                terms.baseline(),
                before,
                before.to().isBefore(today),
                target,
                terms.currency(),
                target == null ? null : history.of(goal, today));
    }

    private GoalTerms terms(GoalDraft draft, @Nullable BigDecimal baseline, Period before) {
        GoalKpi kpi = draft.kpi();
        BigDecimal target = target(draft, baseline);
        boolean lower = baseline != null && target != null
                ? target.compareTo(baseline) < 0
                : kpi.direction() == KpiDirection.LOWER;
        return new GoalTerms(
                kpi,
                kpi.version(),
                draft.reading(),
                lower && !draft.reading().isSum() || kpi.direction() == KpiDirection.LOWER
                        ? KpiDirection.LOWER
                        : KpiDirection.HIGHER,
                draft.shape(),
                draft.period(),
                target == null ? BigDecimal.ONE : target,
                kpi.isMoney() ? measures.organisationsCurrency() : null,
                baseline,
                before);
    }

    /** Null where it cannot be said. */
    static @Nullable BigDecimal target(GoalDraft draft, @Nullable BigDecimal baseline) {
        if (draft.target() != null) {
            return draft.target();
        }
        BigDecimal change = draft.change();
        if (change == null || baseline == null) {
            return null;
        }
        if (draft.reading() == GoalReading.RATIO_POINTS) {
            return positive(baseline.add(change));
        }
        return baseline.signum() <= 0 ? null : positive(baseline.multiply(BigDecimal.ONE.add(change)));
    }

    private static @Nullable BigDecimal positive(BigDecimal target) {
        BigDecimal rounded = rounded(target);
        return rounded.signum() <= 0 ? null : rounded;
    }

    static BigDecimal rounded(BigDecimal number) {
        return Decimals.canonical(number.setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    private Subject subject(GoalDraft draft) {
        String id = draft.subject();
        if (draft.scope() == GoalScope.ORGANISATION || id == null) {
            return new Subject(OwnTargets.ORGANISATION, "");
        }
        return switch (draft.scope()) {
            case PERSON ->
                directory
                        .personByExternalId(id)
                        .map(person -> new Subject(person.id().value(), person.name()))
                        .orElseThrow();
            case TEAM ->
                directory
                        .teamByExternalId(id)
                        .map(team -> new Subject(team.id().value(), team.name()))
                        .orElseThrow();
            case CUSTOMER ->
                rows.customer(id).map(customer -> new Subject(customer, id)).orElseThrow();
            case ORGANISATION -> throw new IllegalStateException();
        };
    }

    private record Subject(long id, String name) {}
}
