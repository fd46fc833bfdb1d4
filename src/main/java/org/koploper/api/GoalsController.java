package org.koploper.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.GoalScope;
import org.koploper.kpi.GoalStand;
import org.koploper.kpi.GoalTerms;
import org.koploper.kpi.Goals;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.period.Period;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Goals and progress for programs. */
@RestController
class GoalsController {

    private final Goals goals;
    private final Directory directory;
    private final Clock clock;

    GoalsController(Goals goals, Directory directory, Clock clock) {
        this.goals = goals;
        this.directory = directory;
        this.clock = clock;
    }

    /** The goals of {@code org}, {@code team:ID}, {@code person:ID} or {@code customer:ID} with days in the period; without days: the current month. */
    @GetMapping("/api/v1/goals")
    @PreAuthorize("hasAuthority('SCOPE_boards')")
    public ResponseEntity<List<Shown>> goals(
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.WHOLE) int limit,
            HttpServletRequest request) {
        Period period = AskedPeriod.of(from, to, clock);
        if (scope == null) {
            throw ApiProblem.invalid("scope", "missing-parameter", "scope");
        }
        List<Shown> all =
                found(scope, period).stream().map(GoalsController::shown).toList();
        return Paging.slice(all, cursor, Paging.limit(limit), request);
    }

    private List<GoalStand> found(String scope, Period period) {
        if (scope.equals("org")) {
            return goals.ofOrganisation(period);
        }
        if (scope.startsWith("team:")) {
            TeamRef team = directory.teamByExternalId(afterColon(scope)).orElseThrow(ApiProblem::notFound);
            return goals.ofTeam(team.id(), period);
        }
        if (scope.startsWith("person:")) {
            PersonRef person = directory.personByExternalId(afterColon(scope)).orElseThrow(ApiProblem::notFound);
            return foreignIsNone(() -> goals.of(person.id(), period));
        }
        if (scope.startsWith("customer:")) {
            return foreignIsNone(
                    () -> goals.ofCustomer(afterColon(scope), period).orElseThrow(ApiProblem::notFound));
        }
        throw ApiProblem.invalid(
                "scope", "unknown-code", ApiProblem.shortened(scope), "org, team:ID, person:ID, customer:ID");
    }

    private static List<GoalStand> foreignIsNone(Supplier<List<GoalStand>> read) {
        try {
            return read.get();
        } catch (AccessDeniedException foreign) {
            throw ApiProblem.notFound();
        }
    }

    private static String afterColon(String scope) {
        return scope.substring(scope.indexOf(':') + 1);
    }

    private static Shown shown(GoalStand goal) {
        GoalTerms terms = goal.agreed().terms();
        return new Shown(
                goal.externalId(),
                goal.scope() == GoalScope.ORGANISATION
                        ? "org"
                        : goal.scope().name().toLowerCase(java.util.Locale.ROOT) + ":" + goal.subject(),
                goal.kpi().key(),
                terms.reading().name(),
                terms.period().from(),
                terms.period().to(),
                text(goal, terms.baseline()),
                Objects.requireNonNull(text(goal, terms.target())),
                text(goal, goal.value()),
                text(goal, goal.expectedNow()),
                goal.progress() == null ? null : Amounts.number(goal.progress()),
                goal.state().key(),
                goal.currency());
    }

    private static @Nullable String text(GoalStand goal, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return goal.currency() == null ? Amounts.number(value) : Amounts.money(value, goal.currency());
    }

    /**
     * A goal.
     *
     * @param id external id of the target
     * @param scope as it is asked for
     * @param reading TOTAL, LEVEL, VS_LAST_YEAR, RATIO_POINTS or RATIO_RELATIVE
     * @param baseline what it was before; null where nothing was said
     * @param value null where there is none yet, or where it must not be computed
     * @param progress a ratio: of a total the part of the target, else the part of the way from the baseline to the target
     */
    @Schema(name = "Goal")
    record Shown(
            String id,
            String scope,
            String kpi,
            String reading,
            LocalDate from,
            LocalDate to,
            @Nullable String baseline,
            String target,
            @Nullable String value,
            @Nullable String expectedNow,
            @Nullable String progress,
            String state,
            @Nullable String currency) {}
}
